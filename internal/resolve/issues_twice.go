package resolve

import (
	"errors"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// duplicate returns another occurrence of a key at the same level whose value differs and
// does not count. In a template, it may stand in the other branch of a condition.
func duplicate(c *model.Component, s *model.Setting) *model.Setting {
	if c.Complete == model.Template || !s.Effective || s.State == model.Inherited || s.State == model.Forced || strings.HasPrefix(s.Key, "_") {
		return nil // JSON has no comments: keys such as "_comment" stand for them
	}
	var first *model.Setting
	for o := range c.Overridden(s.Key) {
		if (o.Written == s.Written || c.Client == catalog.Librdkafka || c.Dialect == "spring" && relaxed(o.Written) == relaxed(s.Written)) &&
			o.State != model.Inherited && !o.KeySpan.IsZero() && o.KeySpan.File == s.KeySpan.File && o.KeySpan != s.KeySpan &&
			o.Value != s.Value && o.Secret == nil {
			first = o
		}
	}
	return first
}

// relaxed is a name as Spring's relaxed binding compares it (ConfigurationPropertyName).
func relaxed(name string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "").Replace(name))
}

// shadowed finds another name of the key, at the same level, whose value this one takes
// the place of: Flink asks for the newest name first, and Spring Boot for the properties map
// after the typed keys. What a client's own section says beside that of all clients is no
// slip.
func (j judged) shadowed() []Issue {
	if j.c.Complete == model.Template || j.s.State == model.Unknown || j.s.Secret != nil {
		return nil
	}
	for o := range j.c.Overridden(j.s.Key) {
		if o.State != model.Explicit || o.Written == j.s.Written || o.KeySpan.IsZero() || o.KeySpan.File != j.s.KeySpan.File ||
			o.KeySpan == j.s.KeySpan || o.Secret != nil || !j.sameLevel(o) {
			continue
		}
		expected, refused := j.readAnyway(o)
		if o.Value == j.s.Value && expected != besidePrefix {
			continue
		}
		issue := Issue{Shadowed, map[string]any{"line": int64(o.KeySpan.Start.Line), "value": o.Value, "other": o.Written}}
		if refused {
			issue.Fields["expected"] = expected
		}
		return []Issue{issue}
	}
	return nil
}

// besidePrefix is what an exactly-once sink of Kafka's has to be.
const besidePrefix = "accompanied by sink.transactional-id-prefix"

// readAnyway judges a value that does not count: Flink reads every option of a table before
// one takes the place of another (FactoryUtil.validateFactoryOptions).
func (j judged) readAnyway(o *model.Setting) (expected string, refused bool) {
	if j.c.Kind != model.FlinkTable || j.entry == nil {
		return "", false
	}
	v, err := j.entry.ParseAt(o.Value, o.Notation, j.version)
	if role, _ := j.c.Value("@sql.role"); err == nil && v == "exactly-once" && o.Written == "sink.delivery-guarantee" &&
		role != "source" && j.c.Complete == model.Full && j.c.Get("sink.transactional-id-prefix") == nil {
		return besidePrefix, true // KafkaConnectorOptionsUtil.validateDeliveryGuarantee
	}
	if err == nil || errors.Is(err, catalog.ErrUnset) || errors.Is(err, catalog.ErrNotFinite) {
		return "", false
	}
	return catalog.Expected(err), true
}

// sameLevel reports whether two names of a key speak to the same reader.
func (j judged) sameLevel(o *model.Setting) bool {
	if j.s.Notation == model.Flink && o.Notation == model.Flink {
		return true
	}
	return j.c.Dialect == "spring" && relaxed(o.Written) != relaxed(j.s.Written) && section(o.Written) == section(j.s.Written)
}

// section is the part of a Spring property's name that says whose it is: typed keys stand
// beside the map called properties.
func section(written string) string {
	name := relaxed(written)
	if i := strings.Index(name, ".properties"); i >= 0 {
		return name[:i]
	}
	for _, sub := range []string{".ssl.", ".security."} {
		if i := strings.Index(name, sub); i >= 0 {
			return name[:i]
		}
	}
	return name[:max(0, strings.LastIndexByte(name, '.'))]
}
