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

// springAmount reads a number, a Duration (for milliseconds) or a DataSize (for bytes)
// of Spring Boot's typed keys and returns it in the base unit. A bare number counts the
// key's own unit.
func springAmount(text string, base, own Unit) (int64, error) {
	if base == Bytes {
		return springSize(text)
	}
	if len(text) > 0 && strings.ContainsAny(text[:min(2, len(text))], "pP") {
		if v, err := isoDuration(text); err == nil {
			return v, nil
		}
		return 0, errSpringDuration
	}
	return springSimple(text, springDurations, own.base(), errSpringDuration)
}

var (
	errSpringDuration = errors.New(`a duration such as "10s", "PT10S" or a number of milliseconds`)
	errSpringSize     = errors.New(`a size such as "16KB" or a number of bytes`)
)

// springDurations are the suffixes of DurationStyle.SIMPLE, in milliseconds.
var springDurations = map[string]float64{
	"ns": 1e-6, "us": 1e-3, "ms": 1, "s": 1e3, "m": 60e3, "h": 3600e3, "d": 86400e3,
}

// springSizes are the suffixes of DataUnit.
var springSizes = map[string]float64{"b": 1, "kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30, "tb": 1 << 40}

func springSize(text string) (int64, error) {
	return springSimple(text, springSizes, 1, errSpringSize)
}

// springSimple reads an optional sign, digits and a suffix.
func springSimple(text string, units map[string]float64, bare int64, wrong error) (int64, error) {
	number := strings.TrimRightFunc(text, unicode.IsLetter)
	suffix := strings.ToLower(text[len(number):])
	n, err := strconv.ParseInt(trim(number), 10, 64)
	if err != nil {
		return 0, wrong
	}
	factor, ok := units[suffix]
	if suffix == "" {
		factor, ok = float64(bare), true
	}
	if v := float64(n) * factor; ok && math.Abs(v) < 1<<62 {
		if factor >= 1 {
			return n * int64(factor), nil
		}
		return int64(v), nil
	}
	return 0, wrong
}

// sameSpringEnum follows LenientStringToEnumConverterFactory: letters and digits count,
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

// isoDuration returns the milliseconds of a duration such as PT1M30S or P7D.
func isoDuration(text string) (int64, error) {
	m := isoPattern().FindStringSubmatch(text)
	if m == nil || strings.EqualFold(m[3], "T") || m[2]+m[3] == "" {
		return 0, errISO
	}
	total := 0.0
	for group, millis := range map[int]float64{2: 86_400_000, 4: 3_600_000, 5: 60_000, 6: 1000} {
		if m[group] == "" {
			continue
		}
		n, err := strconv.ParseFloat(strings.Replace(m[group], ",", ".", 1), 64)
		if err != nil {
			return 0, errISO
		}
		total += n * millis
	}
	if math.Abs(total) >= 1<<53 {
		return 0, errISO
	}
	if m[1] == "-" {
		total = -total
	}
	return int64(total), nil
}
