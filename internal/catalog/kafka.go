package catalog

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// readKafka follows ConfigDef.parseType and the validators of the Java clients: a value
// is trimmed, numbers are plain, true and false are taken in any case, an enumeration in
// the case that it has. The clients in Go also have durations ("10s").
func (k *Key) readKafka(f *fact, text string) (any, error) {
	text = trim(text)
	switch f.typ {
	case Int, Long:
		if d, ok := goDuration(k.client, text); ok && k.Unit == Millis {
			return d, nil
		}
		v, err := parseInteger(text, f.typ)
		if err != nil {
			return nil, k.counting(err)
		}
		return k.number(f, v)
	case Double:
		v, err := parseDouble(text)
		if err != nil {
			return nil, err
		}
		return f.float(v)
	case Boolean:
		return parseBoolean(text)
	case Enum:
		return f.enum(text, f.values.same)
	case List:
		return f.list(text)
	}
	return text, nil
}

// counting adds what the number counts.
func (k *Key) counting(err error) error {
	if name := unitNames[k.Unit]; name != "" && (err == errInteger || err == errNumber) {
		return fmt.Errorf("%w of %s", err, name)
	}
	return err
}

var unitNames = map[Unit]string{
	Millis: "milliseconds", Seconds: "seconds", Minutes: "minutes", Hours: "hours", Bytes: "bytes", Kilobytes: "kilobytes",
}

// trim is String.trim of Java: it takes off everything up to and including the blank.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
}

var (
	errInteger = errors.New("a whole number")
	errNumber  = errors.New("a number")
	errBoolean = errors.New("true or false")
)

// parseInteger follows Integer.parseInt and Long.parseLong: an optional sign and digits;
// no blanks, underscores, radix prefix or unit.
func parseInteger(text string, t Type) (int64, error) {
	bits := 64
	if t == Int {
		bits = 32
	}
	text = asciiDigits(text)
	digits := strings.TrimLeft(text, "+-")
	if len(text)-len(digits) > 1 || strings.Trim(digits, "0123456789") != "" {
		return 0, errInteger
	}
	v, err := strconv.ParseInt(text, 10, bits)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, fmt.Errorf("a whole number that fits into %d bits", bits)
	case err != nil:
		return 0, errInteger
	}
	return v, nil
}

// asciiDigits replaces the digits of other scripts, which Character.digit takes as well.
func asciiDigits(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		for _, block := range unicode.Nd.R16 { // each begins with a zero
			if rune(block.Lo) <= r && r <= rune(block.Hi) {
				return '0' + (r-rune(block.Lo))%10
			}
		}
		return r
	}, text)
}

// parseDouble follows Double.parseDouble: what is too large is infinite.
func parseDouble(text string) (float64, error) {
	body := text
	if n := len(text); n > 1 && strings.ContainsRune("dDfF", rune(text[n-1])) {
		body = text[:n-1]
	}
	switch strings.TrimLeft(text, "+-") {
	case "NaN", "Infinity":
		body = text
	default:
		if strings.ContainsAny(body, "_iInN") {
			return 0, errNumber // Go's own spellings of what Java writes as above
		}
	}
	v, err := strconv.ParseFloat(body, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0, errNumber
	}
	return v, nil
}

func parseBoolean(text string) (any, error) {
	switch {
	case strings.EqualFold(text, "true"):
		return true, nil
	case strings.EqualFold(text, "false"):
		return false, nil
	}
	return nil, errBoolean
}

// list splits at commas and takes the blanks around the elements off; an empty text has
// no elements. Where the elements are an enumeration, each has to be one.
func (f *fact) list(text string) (any, error) {
	if text == "" {
		return "", nil
	}
	elements := strings.Split(text, ",")
	for i, e := range elements {
		elements[i] = trim(e)
		if len(f.values.entries) == 0 {
			continue
		}
		v, ok := f.values.canonical(elements[i], f.values.same)
		if !ok {
			return nil, fmt.Errorf("a list of %s", strings.Join(f.values.spellings(), ", "))
		}
		elements[i] = v
	}
	return strings.Join(elements, ","), nil
}

// goDuration reads a duration in the notation of Go's time package, which is how
// programs configure the clients that are written in Go. A bare number is none.
func goDuration(client, text string) (int64, bool) {
	if !slices.Contains([]string{Sarama, FranzGo, KafkaGo}, client) || strings.Trim(text, "0123456789+-") == "" {
		return 0, false
	}
	d, err := time.ParseDuration(text)
	return d.Milliseconds(), err == nil
}
