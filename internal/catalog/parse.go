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

// Parse reads a value of the key as its reader does under that notation, in the newest
// release. It returns an int64 (in the base unit: milliseconds or bytes; a negative
// number, which stands for "none" or "no limit", is left as it is), a float64, a bool, or
// a string, which for an enumeration is the canonical spelling. An error says what the
// key takes, and never quotes a password.
func (k *Key) Parse(text string, n model.Notation) (any, error) { return k.ParseAt(text, n, nil) }

// ParseAt is Parse under a version; one that does not have the key, and nil, stand for
// the newest release that has it.
func (k *Key) ParseAt(text string, n model.Notation, version []int) (any, error) {
	f := k.at(version)
	if f == nil {
		f = &k.facts[len(k.facts)-1]
	}
	if f.typ == Password {
		return text, nil
	}
	v, err := k.read(f, trim(text), n)
	if err != nil {
		return nil, fmt.Errorf("%s is not %w", quote(text), err)
	}
	return v, nil
}

// read errors complete the sentence "<value> is not ...".
func (k *Key) read(f *fact, text string, n model.Notation) (any, error) {
	switch f.typ {
	case Int, Long:
		return k.integer(f, text, n)
	case Double:
		v, err := parseDouble(text)
		if err != nil {
			return nil, err
		}
		if f.rng != nil && !f.rng.contains(v) {
			return nil, errors.New(f.rng.String())
		}
		return v, nil
	case Boolean:
		v, ok := parseBoolean(text, k.client, n)
		if !ok {
			return nil, errors.New("true or false")
		}
		return v, nil
	case Duration:
		return flinkDuration(text)
	case Size:
		return flinkSize(text)
	case Enum:
		same := func(a, b string) bool { return a == b }
		switch {
		case n == model.Flink || k.client == Flink:
			same = sameFlinkEnum
		case n == model.Spring && k.Name == "isolation.level": // the one KafkaProperties types as an enum
			same = sameSpringEnum
		case f.values.fold:
			same = strings.EqualFold
		}
		v, ok := f.values.canonical(text, same)
		if !ok {
			return nil, fmt.Errorf("one of %s", strings.Join(f.values.spellings(), ", "))
		}
		return v, nil
	}
	return text, nil
}

func (k *Key) integer(f *fact, text string, n model.Notation) (any, error) {
	if base := k.Unit.Base(); n == model.Spring && base != NoUnit {
		v, err := springAmount(text, base, k.Unit)
		if err != nil {
			return nil, err
		}
		return v, nil
	}
	if k.client != model.ClientJava && k.Unit == Millis {
		if v, ok := nativeDuration(k.client, text); ok {
			return v, nil
		}
	}
	bits := 64
	if f.typ == Int {
		bits = 32
	}
	v, err := parseInteger(text, bits)
	if err != nil {
		if k.Unit != NoUnit {
			return nil, fmt.Errorf("%w of %s", err, unitNames[k.Unit])
		}
		return nil, err
	}
	if f.rng != nil && !f.rng.contains(float64(v)) {
		return nil, errors.New(f.rng.String())
	}
	if v > 0 {
		if factor := k.Unit.base(); v > math.MaxInt64/factor {
			v = math.MaxInt64
		} else {
			v *= factor
		}
	}
	return v, nil
}

var unitNames = map[Unit]string{
	Millis: "milliseconds", Seconds: "seconds", Minutes: "minutes", Hours: "hours", Bytes: "bytes", Kilobytes: "kilobytes",
}

// String describes the range for messages: "a number from 0 to 1".
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

// trim takes off what String.trim of Java does: all up to and including the blank.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
}

// parseInteger follows Integer.parseInt and Long.parseLong: an optional sign and digits;
// no blanks, underscores, radix prefix or unit.
func parseInteger(text string, bits int) (int64, error) {
	digits := text
	if digits != "" && (digits[0] == '+' || digits[0] == '-') {
		digits = digits[1:]
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return 0, errInteger
		}
	}
	v, err := strconv.ParseInt(text, 10, bits)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, fmt.Errorf("a whole number of %d bits", bits)
	case err != nil:
		return 0, errInteger
	}
	return v, nil
}

var errInteger = errors.New("a whole number")

// parseDouble follows Double.parseDouble: decimal or hexadecimal with exponent, NaN,
// Infinity, an optional suffix d or f.
func parseDouble(text string) (float64, error) {
	body := strings.TrimRight(text, "dDfF")
	if len(text)-len(body) > 1 || strings.ContainsRune(body, '_') {
		return 0, errNumber
	}
	switch strings.TrimLeft(body, "+-") {
	case "NaN", "Infinity":
		return 0, errNumber // valid Java, but no rule or limit can be about it
	}
	v, err := strconv.ParseFloat(body, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, errNumber
	}
	return v, nil
}

var errNumber = errors.New("a number")

// parseBoolean: ConfigDef.parseType and Flink's ConfigurationUtils take true and false in
// any case; librdkafka's rd_kafka_anyconf_set_prop also takes t, f, 1, 0; Spring's
// StringToBooleanConverter on, off, yes, no, 1, 0.
func parseBoolean(text, client string, n model.Notation) (value, ok bool) {
	switch lower := strings.ToLower(text); lower {
	case "true":
		return true, true
	case "false":
		return false, true
	case "1", "0":
		return lower == "1", client == Librdkafka || n == model.Spring
	case "t", "f":
		return lower == "t", client == Librdkafka
	case "on", "yes":
		return true, n == model.Spring
	case "off", "no":
		return false, n == model.Spring
	}
	return false, false
}

// quote quotes a value for a message and cuts what is long.
func quote(text string) string {
	const limit = 60
	if utf8.RuneCountInString(text) > limit {
		text = string([]rune(text)[:limit]) + "..."
	}
	return strconv.Quote(text)
}
