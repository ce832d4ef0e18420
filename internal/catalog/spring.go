package catalog

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// readSpring reads what Spring Boot's KafkaProperties types before it hands it to the
// client: a Duration for milliseconds, a DataSize for bytes, numbers, booleans and one
// enum. The rest is text, which the client reads.
func (k *Key) readSpring(f *fact, text string) (any, error) {
	lenientEnum := k.Name == "isolation.level" // the one key of KafkaProperties that is an enum
	switch f.typ {
	case Int, Long, Double, Boolean:
	default:
		if !lenientEnum {
			return k.readKafka(f, text)
		}
	}
	switch {
	case text == "":
		return nil, ErrUnset
	case lenientEnum:
		return f.enum(text, sameSpringEnum)
	case f.typ == Boolean:
		return springBoolean(text)
	case f.typ == Double:
		return k.readKafka(f, text)
	}
	var v int64
	var err error
	switch k.Unit.Base() {
	case Millis:
		v, err = springDuration(text, k.Unit.base())
	case Bytes:
		v, err = springSize(text)
	default:
		v, err = springInteger(text, f.typ)
	}
	if err != nil {
		return nil, err
	}
	if f.rng != nil && !f.rng.contains(float64(v)/float64(k.Unit.base())) {
		return nil, errors.New(f.rng.String())
	}
	return v, nil
}

// springAmount is the grammar of DurationStyle.SIMPLE and DataSize.
var springAmount = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([+-]?\d+)([a-zA-Z]{0,2})$`) })

var (
	errSpringDuration = errors.New(`a duration such as "10s", "PT10S" or a number of milliseconds`)
	errSpringSize     = errors.New(`a size such as "16KB" or a number of bytes`)
)

// springDuration follows DurationStyle.detect: ISO-8601, or a number with a suffix in any
// case; a bare number counts the key's own unit, here in milliseconds.
func springDuration(text string, bare int64) (int64, error) {
	if strings.ContainsAny(text[:min(2, len(text))], "pP") {
		v, err := isoDuration(text)
		if err != nil {
			return 0, errSpringDuration
		}
		return v, nil
	}
	m := springAmount().FindStringSubmatch(text)
	if m == nil {
		return 0, errSpringDuration
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil {
		return 0, errSpringDuration
	}
	switch strings.ToLower(m[2]) {
	case "":
		return product(n, bare, errSpringDuration)
	case "ns":
		return n / 1_000_000, nil
	case "us":
		return n / 1000, nil
	case "ms":
		return n, nil
	case "s":
		return product(n, 1000, errSpringDuration)
	case "m":
		return product(n, 60_000, errSpringDuration)
	case "h":
		return product(n, 3_600_000, errSpringDuration)
	case "d":
		return product(n, 86_400_000, errSpringDuration)
	}
	return 0, errSpringDuration
}

// springSizes are the suffixes of DataUnit, which have to be in upper case.
var springSizes = map[string]int64{"": 1, "B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40}

// springSize follows DataSize.parse, which takes all blanks out first.
func springSize(text string) (int64, error) {
	m := springAmount().FindStringSubmatch(withoutSpace(text))
	if m == nil {
		return 0, errSpringSize
	}
	factor, ok := springSizes[m[2]]
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil || !ok {
		return 0, errSpringSize
	}
	return product(n, factor, errSpringSize)
}

// springInteger follows NumberUtils.parseNumber: blanks are taken out, 0x and # begin a
// hexadecimal number.
func springInteger(text string, t Type) (int64, error) {
	s := withoutSpace(text)
	bits := 64
	if t == Int {
		bits = 32
	}
	for _, prefix := range []string{"0x", "0X", "#"} {
		if digits, ok := strings.CutPrefix(strings.TrimPrefix(s, "-"), prefix); ok {
			v, err := strconv.ParseInt(digits, 16, bits)
			if err != nil || strings.HasPrefix(digits, "-") || strings.HasPrefix(digits, "+") {
				return 0, errInteger
			}
			if s[0] == '-' {
				v = -v
			}
			return v, nil
		}
	}
	return parseInteger(s, t)
}

// springBoolean follows StringToBooleanConverter.
func springBoolean(text string) (any, error) {
	switch strings.ToLower(trim(text)) {
	case "true", "on", "yes", "1":
		return true, nil
	case "false", "off", "no", "0":
		return false, nil
	}
	return nil, errBoolean
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// product multiplies, or says that the result does not fit.
func product(n, factor int64, wrong error) (int64, error) {
	if n > math.MaxInt64/factor || n < math.MinInt64/factor {
		return 0, wrong
	}
	return n * factor, nil
}

// sameSpringEnum follows LenientObjectToEnumConverterFactory: letters and digits count,
// in any case.
func sameSpringEnum(a, b string) bool {
	fold := func(s string) string {
		return strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, s)
	}
	return fold(a) == fold(b)
}

// isoPattern is the grammar of java.time.Duration.parse; the groups are sign, days, the
// part after T, hours, minutes, seconds.
var isoPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(
		`^(?i)([-+]?)P(?:([-+]?\d+)D)?(T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+(?:[.,]\d{0,9})?)S)?)?$`)
})

var errISO = errors.New("an ISO-8601 duration such as PT10S")

// isoDuration returns the milliseconds of a duration such as PT1M30S or P7D; it takes
// those below some 285,000 years.
func isoDuration(text string) (int64, error) {
	m := isoPattern().FindStringSubmatch(text)
	if m == nil || strings.EqualFold(m[3], "T") || m[2]+m[3] == "" {
		return 0, errISO
	}
	total := 0.0
	for i, millis := range []float64{2: 86_400_000, 4: 3_600_000, 5: 60_000, 6: 1000} {
		if millis == 0 || m[i] == "" {
			continue
		}
		n, err := strconv.ParseFloat(strings.Replace(m[i], ",", ".", 1), 64)
		if err != nil {
			return 0, errISO
		}
		total += n * millis
	}
	if m[1] == "-" {
		total = -total
	}
	if math.Abs(total) >= 1<<53 {
		return 0, errISO
	}
	return int64(math.Floor(total)), nil
}
