package resolve

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

var (
	unitSuffix = lazyregexp.New(`^([0-9]+)\s*(?i:(ms|millis|s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?|d|days?|b|k|kb|kib|m|mb|mib|g|gb|gib))$`)
	// What Go, Java and people write between digits, and an exponent.
	grouped   = lazyregexp.New(`^([0-9]+)((?:_[0-9]+)+|(?:,[0-9]{3})+|(?i:e\+?[0-9]{1,2}))$`)
	commented = lazyregexp.New(`^(.*?)\s+[#!]\s*\S?.*$`)
)

// neverQuoted are texts and lists in which no quote and no number sign can be meant.
var neverQuoted = []string{"bootstrap.servers", "sasl.mechanism", "security.protocol"}

// identities may hold a number sign. Quotes around one become part of it.
var identities = []string{"application.id", "client.id", "group.id", "group.instance.id", "transactional.id"}

// textIssues returns what became part of a value that is not meant to be.
func textIssues(c *model.Component, s *model.Setting, entry *catalog.Key) []Issue {
	if entry == nil || s.Notation != model.Kafka {
		return nil
	}
	value := strings.TrimSpace(s.Value)
	if !suspicious(value) {
		return nil
	}
	numeric := entry.Type == catalog.Int || entry.Type == catalog.Long
	if m := unitSuffix.FindStringSubmatch(value); m != nil && numeric {
		fields := map[string]any{"suffix": m[2]}
		if n, ok := inUnit(m[1], strings.ToLower(m[2]), entry.Unit); ok {
			fields["suggestion"] = n
		}
		return []Issue{{UnitSuffix, fields}}
	}
	if m := grouped.FindStringSubmatch(value); m != nil && numeric {
		fields := map[string]any{"suffix": m[2]}
		if n, ok := plain(m[1], m[2]); ok {
			fields["suggestion"] = n
		}
		return []Issue{{UnitSuffix, fields}}
	}
	anyText := (entry.Type == catalog.String || entry.Type == catalog.List) && !slices.Contains(neverQuoted, s.Key)
	if anyText && !slices.Contains(identities, s.Key) {
		return nil
	}
	if m := commented.FindStringSubmatch(value); m != nil && flatGrammar(c) && !anyText {
		if _, err := entry.Parse(m[1], s.Notation); err == nil {
			return []Issue{{InlineComment, map[string]any{"suggestion": m[1]}}}
		}
	}
	if n := len(value); n > 1 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		if _, err := entry.Parse(value[1:n-1], s.Notation); err == nil {
			return []Issue{{Quoted, map[string]any{"suggestion": value[1 : n-1]}}}
		}
	}
	return nil
}

// plain writes a number without separators and exponent.
func plain(digits, rest string) (string, bool) {
	if rest[0] == '_' || rest[0] == ',' {
		n, err := strconv.ParseInt(strings.NewReplacer("_", "", ",", "").Replace(digits+rest), 10, 64)
		return strconv.FormatInt(n, 10), err == nil
	}
	f, err := strconv.ParseFloat(digits+rest, 64)
	return strconv.FormatFloat(f, 'f', 0, 64), err == nil && f <= 1<<53
}

// suspicious is a cheap test that most values do not pass: a digit first and a letter last
// or something between digits, a comment sign behind a blank, or a quote first.
func suspicious(value string) bool {
	if value == "" {
		return false
	}
	first, last := value[0], value[len(value)-1]
	return first == '"' || first == '\'' ||
		'0' <= first && first <= '9' && ((last|0x20) >= 'a' && (last|0x20) <= 'z' || strings.ContainsAny(value, "_,eE")) ||
		strings.Contains(value, " #") || strings.Contains(value, " !") || strings.Contains(value, "\t#") || strings.Contains(value, "\t!")
}

// flatGrammar reports whether the component comes from a grammar without comments behind a value.
func flatGrammar(c *model.Component) bool {
	return strings.HasSuffix(c.File, ".properties") || c.Dialect == "properties"
}

// sizes of the units that people write, in milliseconds and bytes.
var sizes = map[string]int64{
	"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
	"b": 1, "k": 1 << 10, "kb": 1 << 10, "kib": 1 << 10, "mb": 1 << 20, "mib": 1 << 20, "g": 1 << 30, "gb": 1 << 30, "gib": 1 << 30,
}

// inUnit converts a number with a unit into the key's own unit, if that gives a whole number.
func inUnit(number, suffix string, unit catalog.Unit) (string, bool) {
	switch {
	case unit.Base() == catalog.Bytes && suffix == "m":
		suffix = "mb"
	case unit.Base() == catalog.Millis && suffix != "ms":
		suffix = suffix[:1] // sec, minutes, hours
	case unit.Base() != catalog.Millis && unit.Base() != catalog.Bytes:
		return "", false
	}
	n, err := strconv.ParseInt(number, 10, 64)
	size, ok := sizes[suffix]
	if err != nil || !ok || n > math.MaxInt64/size || n*size%unitSize(unit) != 0 {
		return "", false
	}
	return strconv.FormatInt(n*size/unitSize(unit), 10), true
}

// unitSize is how many of its base unit a unit holds.
func unitSize(unit catalog.Unit) int64 {
	switch unit {
	case catalog.Seconds:
		return 1000
	case catalog.Minutes:
		return 60_000
	case catalog.Hours:
		return 3_600_000
	case catalog.Kilobytes:
		return 1024
	}
	return 1
}
