package catalog

import (
	"errors"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
	"time"
)

// readFlink follows ConfigurationUtils.convertValue: durations and sizes with units,
// plain numbers, true, false and enumerations in any case. Only durations and sizes are
// trimmed; the readers of the configuration files have trimmed the rest already.
func readFlink(f *fact, text string, version []int) (any, error) {
	switch f.typ {
	case Duration:
		version = newestIfNil(version)
		return flinkDuration(trim(text), Within(version, []int{2, 1}, nil), Within(version, []int{2, 0}, nil))
	case Size:
		return flinkSize(trim(text))
	case Int, Long:
		v, err := parseInteger(text, f.typ)
		if err != nil {
			return nil, err
		}
		if f.rng != nil && !f.rng.contains(float64(v)) {
			return nil, errors.New(f.rng.String())
		}
		return v, nil
	case Double:
		v, err := parseDouble(trim(text))
		if err != nil {
			return nil, err
		}
		return f.float(v)
	case Boolean:
		return parseBoolean(text)
	case Enum:
		return f.enum(text, f.values.same)
	case List:
		return text, f.flinkList(text, Within(newestIfNil(version), []int{1, 19}, nil))
	}
	if f.demands("map") {
		return text, flinkMap(text, Within(newestIfNil(version), []int{1, 19}, nil))
	}
	return text, nil
}

// newestIfNil stands in for a version that is not given.
func newestIfNil(version []int) []int {
	if version == nil {
		return []int{1 << 30, 0}
	}
	return version
}

var errDuration = errors.New(`a duration such as "10 s", "5 min" or a number of milliseconds`)

// flinkDuration follows TimeUtils.parseDuration: digits, blanks, a unit; without a unit,
// milliseconds; from Flink 2.1 on also ISO-8601. What is finer than a millisecond is cut
// off. From Flink 2.0 on, a number may be longer than 64 bits, as long as its seconds are not;
// what has more milliseconds than that stands for the most.
func flinkDuration(text string, iso, long bool) (any, error) {
	if iso && text != "" && (text[0] == 'P' || text[0] == 'p') {
		v, err := isoDuration(text)
		if err != nil {
			return nil, errDuration
		}
		return v, nil
	}
	number, label := splitAmount(text)
	unit, ok := flinkUnits[label]
	if number == "" || !ok {
		return nil, errDuration
	}
	n, err := strconv.ParseUint(number, 10, 63)
	if err != nil {
		if long && fitsDuration(number, unit) {
			return int64(math.MaxInt64), nil
		}
		return nil, errors.New("a duration that fits into 64 bits")
	}
	if unit < time.Millisecond {
		return int64(n / uint64(time.Millisecond/unit)), nil
	}
	return scaled(n, uint64(unit/time.Millisecond), "a duration")
}

// fitsDuration reports whether java.time.Duration can hold a number of units.
func fitsDuration(number string, unit time.Duration) bool {
	if len(number) > 40 {
		return false
	}
	n, ok := new(big.Int).SetString(number, 10)
	if !ok {
		return false
	}
	n.Mul(n, big.NewInt(int64(unit)))
	return n.Quo(n, big.NewInt(int64(time.Second))).IsInt64()
}

// flinkUnits are the labels of TimeUtils.TimeUnit.
var flinkUnits = func() map[string]time.Duration {
	const day = 24 * time.Hour
	m := map[string]time.Duration{
		"":  time.Millisecond,
		"d": day, "h": time.Hour, "min": time.Minute, "m": time.Minute, "s": time.Second, "ms": time.Millisecond,
		"µs": time.Microsecond, "ns": time.Nanosecond,
	}
	for name, unit := range map[string]time.Duration{
		"day": day, "hour": time.Hour, "minute": time.Minute, "sec": time.Second, "second": time.Second,
		"milli": time.Millisecond, "millisecond": time.Millisecond, "micro": time.Microsecond,
		"microsecond": time.Microsecond, "nano": time.Nanosecond, "nanosecond": time.Nanosecond,
	} {
		m[name], m[name+"s"] = unit, unit
	}
	return m
}()

var errSize = errors.New(`a size such as "64 mb", "2gb" or a number of bytes`)

// flinkSize follows MemorySize.parseBytes: digits, blanks, a unit of 1024; without a
// unit, bytes.
func flinkSize(text string) (any, error) {
	number, label := splitAmount(text)
	factor, ok := flinkSizes[label]
	if number == "" || !ok {
		return nil, errSize
	}
	n, err := strconv.ParseUint(number, 10, 63)
	if err != nil {
		return nil, errors.New("a size that fits into 64 bits")
	}
	return scaled(n, factor, "a size")
}

// flinkSizes are the labels of MemorySize.MemoryUnit.
var flinkSizes = map[string]uint64{
	"": 1, "b": 1, "bytes": 1,
	"k": 1 << 10, "kb": 1 << 10, "kibibytes": 1 << 10,
	"m": 1 << 20, "mb": 1 << 20, "mebibytes": 1 << 20,
	"g": 1 << 30, "gb": 1 << 30, "gibibytes": 1 << 30,
	"t": 1 << 40, "tb": 1 << 40, "tebibytes": 1 << 40,
}

// splitAmount splits "10 Min" into "10" and "min".
func splitAmount(text string) (number, label string) {
	end := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		return text, ""
	}
	return text[:end], strings.ToLower(trim(text[end:]))
}

func scaled(n, factor uint64, what string) (any, error) {
	hi, lo := bits.Mul64(n, factor)
	if hi != 0 || lo > 1<<63-1 {
		return nil, errors.New(what + " that fits into 64 bits")
	}
	return int64(lo), nil
}
