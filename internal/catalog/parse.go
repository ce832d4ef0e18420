package catalog

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
)

// ErrUnset is Parse's error for an empty text that its reader takes as "not set":
// Spring Boot converts it to null for every key that it types, and librdkafka puts a
// text's default back.
var ErrUnset = errors.New("empty, which its reader takes as not set")

// ErrNotFinite is Parse's error for a number that its reader takes and that cannot be
// compared with others: NaN and the infinities of Java's Double.
var ErrNotFinite = errors.New("taken by its reader, but no finite number")

// Parse reads a value of the key as its reader does under that notation, in the newest
// release. It returns an int64 (in the base unit: milliseconds or bytes; a negative
// number, which stands for "none" or "no limit", is left as it is), a float64, a bool, or
// a string, which for an enumeration is the canonical spelling and for a list its
// elements joined by commas without blanks. An error says what the key takes; for a
// password, which is never read, there is none.
func (k *Key) Parse(text string, n model.Notation) (any, error) { return k.ParseAt(text, n, nil) }

// ParseAt is Parse under a version; nil and a version that does not have the key stand
// for the newest release that has it.
func (k *Key) ParseAt(text string, n model.Notation, version []int) (any, error) {
	f := k.at(version)
	if f == nil {
		f = &k.facts[len(k.facts)-1]
	}
	if f.typ == Password {
		if k.client == Librdkafka && text == "" {
			return nil, ErrUnset
		}
		return text, nil
	}
	v, err := k.read(f, text, n, version)
	if errors.Is(err, ErrUnset) || errors.Is(err, ErrNotFinite) {
		return nil, err
	}
	if err == nil {
		err = f.check(v)
	}
	if err != nil {
		return nil, fmt.Errorf("%s is not %w", quote(text), err)
	}
	return v, nil
}

// Expected returns what the key takes, from an error of Parse: "true or false".
func Expected(err error) string {
	if inner := errors.Unwrap(err); inner != nil {
		return inner.Error()
	}
	return err.Error()
}

// read chooses the reader. What the readers say as errors completes "<value> is not ...".
func (k *Key) read(f *fact, text string, n model.Notation, version []int) (any, error) {
	switch {
	case k.Of == model.OfFlinkCDC:
		return readFlink(f, text, cdcReader)
	case k.client == Flink:
		return readFlink(f, text, version)
	case k.client == Librdkafka:
		return k.readLibrdkafka(f, text)
	case k.client == SmallRye:
		return k.readSmallRye(f, text)
	case n == model.Spring:
		return k.readSpring(f, text)
	}
	return k.readKafka(f, text)
}

// number checks a whole number against the range and brings it to the base unit.
func (k *Key) number(f *fact, v int64) (any, error) {
	if f.rng != nil && !f.rng.contains(float64(v)) {
		return nil, errors.New(f.rng.String())
	}
	factor := k.Unit.base()
	switch {
	case v <= 0:
		return v, nil
	case v > math.MaxInt64/factor:
		return int64(math.MaxInt64), nil
	}
	return v * factor, nil
}

// float checks a number against the range.
func (f *fact) float(v float64) (any, error) {
	switch {
	case math.IsNaN(v): // lies outside of no range: ConfigDef.Range compares
		return nil, ErrNotFinite
	case f.rng != nil && !f.rng.contains(v):
		return nil, errors.New(f.rng.String())
	case math.IsInf(v, 0):
		return nil, ErrNotFinite
	}
	return v, nil
}

// enum finds a value among the accepted ones.
func (f *fact) enum(text string, same func(a, b string) bool) (any, error) {
	if v, ok := f.values.canonical(text, same); ok {
		return v, nil
	}
	return nil, fmt.Errorf("one of %s", strings.Join(f.values.spellings(), ", "))
}

// same compares spellings as the client does.
func (v values) same(a, b string) bool {
	if v.fold {
		return strings.EqualFold(a, b)
	}
	return a == b
}

// String describes the range for messages: "from 0 to 1".
func (r *Range) String() string {
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	switch {
	case math.IsInf(r.Max, 1):
		return "at least " + number(r.Min)
	case math.IsInf(r.Min, -1):
		return "at most " + number(r.Max)
	}
	return "from " + number(r.Min) + " to " + number(r.Max)
}

// quote quotes a value for a message and cuts what is long.
func quote(text string) string {
	const limit = 60
	if utf8.RuneCountInString(text) > limit {
		text = string([]rune(text)[:limit]) + "..."
	}
	return strconv.Quote(text)
}
