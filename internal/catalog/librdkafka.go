package catalog

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// readLibrdkafka follows rd_kafka_anyconf_set_prop: integers by strtol, cut to 32 bits, and
// fractions by strtod, which read as far as they can ("30s" is 30) and take octal and
// hexadecimal integers; booleans also as t, f, 1 and 0; names of values in any case. It takes
// blanks off in front of numbers and texts, but never behind. An empty text puts the default
// back.
func (k *Key) readLibrdkafka(f *fact, text string) (any, error) {
	switch f.typ {
	case Int, Long:
		v, ok := strtol(text)
		if !ok {
			return nil, k.counting(errInteger)
		}
		return k.number(f, int64(int32(v))) // as the cast to int has it
	case Double:
		m := decimalPrefix().FindString(text)
		v, err := strconv.ParseFloat(strings.TrimLeft(m, cSpace), 64)
		if err != nil {
			return nil, k.counting(errNumber)
		}
		return f.float(v)
	case Boolean:
		switch strings.ToLower(text) {
		case "true", "t", "1":
			return true, nil
		case "false", "f", "0":
			return false, nil
		}
		return nil, errBoolean
	case Enum:
		return f.name(text)
	case List:
		if len(f.values.entries) > 0 {
			return f.flags(text)
		}
		if f.demands("patterns") {
			return text, patterns(text)
		}
		return f.list(strings.TrimLeft(text, cSpace))
	}
	switch {
	case text == "" && f.demands("nonnull"):
		return nil, errors.New("a text that is not empty")
	case text == "" && !f.demands("partitioner"):
		return nil, ErrUnset
	case f.demands("consumer") && text != "consumer":
		return nil, errors.New("consumer")
	}
	return strings.TrimLeft(text, cSpace), nil
}

// name reads an enumeration (_RK_C_S2I), which may be blank and then changes nothing, or an
// integer whose values have names (_RK_C_INT), with no blanks in front of a name.
func (f *fact) name(text string) (any, error) {
	if v, ok := strtol(text); ok {
		return f.enum(strconv.FormatInt(int64(int32(v)), 10), f.values.same)
	}
	if f.numbered() {
		return f.enum(text, f.values.same)
	}
	trimmed := strings.TrimLeft(text, cSpace)
	if trimmed == "" && text != "" {
		return nil, ErrUnset
	}
	return f.enum(trimmed, f.values.same)
}

// numbered reports whether the values are a range of numbers beside the names.
func (f *fact) numbered() bool {
	return slices.ContainsFunc(f.values.entries, func(e string) bool { return strings.HasPrefix(e, "<") && e != "<class>" && e != "<any>" })
}

// flags reads names that are joined by commas (_RK_C_S2F), each with a plus or minus in
// front, perhaps, and with blanks in front, but not behind.
func (f *fact) flags(text string) (any, error) {
	var set []string
	for e := range strings.SplitSeq(text, ",") {
		e = strings.TrimLeft(e, cSpace)
		sign := ""
		if e != "" && (e[0] == '+' || e[0] == '-') {
			sign, e = e[:1], e[1:]
		}
		if e == "" {
			continue
		}
		name, ok := f.values.canonical(e, f.values.same)
		if !ok {
			return nil, fmt.Errorf("a list of %s", strings.Join(f.values.spellings(), ", "))
		}
		set = append(set, sign+name)
	}
	if len(set) == 0 && text != "" {
		return nil, ErrUnset
	}
	return strings.Join(set, ","), nil
}

// patterns reads extended regular expressions of POSIX that are joined by commas
// (rd_kafka_pattern_list_parse). It refuses only what the C library of every system does.
func patterns(text string) error {
	for p := range strings.SplitSeq(text, ",") {
		var e *syntax.Error
		if _, err := syntax.Parse(p, syntax.POSIX); !errors.As(err, &e) {
			continue
		}
		switch e.Code {
		case syntax.ErrMissingParen, syntax.ErrMissingBracket, syntax.ErrTrailingBackslash, syntax.ErrMissingRepeatArgument:
			return fmt.Errorf("a list of regular expressions: %s has a %s", quote(p), e.Code)
		}
	}
	return nil
}

const cSpace = " \t\n\v\f\r"

var (
	integerPrefix = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[ \t\n\v\f\r]*([-+]?(?:0[xX][0-9a-fA-F]+|[0-9]+))`)
	})
	decimalPrefix = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[ \t\n\v\f\r]*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?`)
	})
)

// strtol reads a number with base 0 as C does; ok is false where none begins the text.
func strtol(text string) (v int64, ok bool) {
	m := integerPrefix().FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	digits := strings.TrimLeft(m[1], "+-")
	base := 10
	switch {
	case len(digits) > 1 && (digits[1] == 'x' || digits[1] == 'X'):
		digits, base = digits[2:], 16
	case digits[0] == '0':
		digits, base = "0"+digits[1:], 8
		if i := strings.IndexAny(digits, "89"); i >= 0 {
			digits = digits[:i]
		}
	}
	n, err := strconv.ParseInt(digits, base, 64)
	if err != nil {
		n = math.MaxInt64
	}
	if m[1][0] == '-' {
		n = -n
	}
	return n, true
}
