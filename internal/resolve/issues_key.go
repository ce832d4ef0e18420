package resolve

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// key judges the name of a setting.
func (j judged) key(versions Versions) []Issue {
	issue, ok := Issue{}, false
	if j.c.Kind == model.FlinkCDC && j.beforeConnector() {
		return nil
	}
	if j.entry == nil {
		issue, ok = j.unknown()
	} else {
		issue, ok = j.known()
	}
	if refused, _ := issue.Fields["refused"].(bool); !ok || !refused {
		if unsupported, is := j.unsupported(versions); is {
			return []Issue{unsupported}
		}
	}
	if !ok {
		return nil
	}
	return []Issue{issue}
}

// known judges a key that some version has. Whoever writes a key has a version that knows
// it, so that a version which is only assumed proves nothing against a key that any of the
// supported ones has.
func (j judged) known() (Issue, bool) {
	k := j.entry
	if gone := k.GoneSince(j.version); gone != nil {
		return j.old(Removed, gone), !j.assumed || k.GoneSince(catalog.Oldest(k.Of, j.c.Client)) != nil
	}
	if k.NotYetIn(j.version) {
		return j.old(NotYet, k.Since()), !j.assumed
	}
	if len(j.version) == 0 || !k.Exists(j.version) {
		return Issue{}, false
	}
	if issue, ok := j.javasName(); ok {
		return issue, true
	}
	if j.s.Notation == model.Flink && !k.Named(j.s.Written, j.version) {
		if until := k.NamedUntil(j.s.Written); until != nil && catalog.Compare(until, j.version) < 0 {
			i := j.old(Removed, j.version)
			i.Fields["successor"] = k.Name
			delete(i.Fields, "since")
			return i, !j.assumed
		}
		if since := k.NamedSince(j.s.Written); since != nil {
			return j.old(NotYet, since), !j.assumed
		}
	}
	if issue, ok := j.oldName(); ok {
		return issue, true
	}
	return j.old(Deprecated, nil), k.DeprecatedIn(j.version)
}

// oldName judges a name of a Flink option that its release deprecates. If the release is
// only assumed, the oldest supported one has to deprecate the name, too.
func (j judged) oldName() (Issue, bool) {
	version := j.version
	if j.assumed {
		version = catalog.Oldest(j.entry.Of, j.c.Client)
	}
	if j.s.Notation != model.Flink || version == nil {
		return Issue{}, false
	}
	current, ok := j.entry.NameDeprecatedIn(j.s.Written, version)
	issue := j.old(Deprecated, nil)
	if current != "" {
		issue.Fields["successor"] = current
	}
	return issue, ok
}

// old is an issue about a key that a version does not have, or not for long.
func (j judged) old(code string, since []int) Issue {
	fields := map[string]any{"refused": j.refused()}
	if since != nil {
		fields["since"] = catalog.Format(since)
	}
	if next := j.entry.Successor(); next != "" && code != NotYet {
		fields["successor"] = next
	}
	return Issue{code, fields}
}

// refused reports whether whoever reads the setting stops at a name that it does not
// know: librdkafka (rd_kafka_conf_set), the tables of Flink (FactoryUtil), the connectors of
// Flink CDC and the topics of a broker (LogConfig.validateNames) do, where the others write a line to the log.
func (j judged) refused() bool {
	switch j.c.Kind {
	case model.Topic:
		return true
	case model.FlinkCDC:
		return j.refusedByPipeline()
	case model.FlinkTable:
		return !strings.HasPrefix(j.s.Key, "properties.")
	}
	return j.c.Client == catalog.Librdkafka && !j.others()
}

// others reports whether another kind of client has the key in this version: librdkafka
// takes it and writes a line to its log.
func (j judged) others() bool {
	for _, kind := range []model.Kind{model.Producer, model.Consumer, model.Admin} {
		if k := catalog.Lookup(j.c.Client, kind, j.s.Key); k != nil && k.Exists(j.version) {
			return true
		}
	}
	return false
}
