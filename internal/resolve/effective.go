package resolve

import (
	"errors"
	"regexp"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// Versions are the versions under which a component is looked at.
type Versions map[string]model.Version

// of returns the version of one piece of software, or nil.
func (v Versions) of(software string) []int { return v[software].Number }

// Effective is what a key amounts to for a component.
type Effective struct {
	State model.State
	// Value is an int64 or float64 in the key's base unit (milliseconds, bytes), a bool
	// or a string. It is nil where the value is not known or not of the key's type.
	Value any
	// Setting is the occurrence that counts, or nil.
	Setting *model.Setting
}

// Key returns what a key amounts to for a component under the given versions: what is
// written at the closest level, unless the owner forces it; else the owner's default,
// else the client's.
func Key(c *model.Component, key string, versions Versions) Effective {
	entry := Entry(c, key)
	version := versionOf(c, entry, versions)
	s := occurrence(c, key, entry, version)
	entry = handedOnEntry(c, key, entry, version)
	owned, hasOwner := ownerValue(c, key, s, versions)
	if hasOwner && owned.Forced {
		return Effective{State: model.Forced, Value: ownedValue(owned, entry, version), Setting: s}
	}
	if s != nil && !unset(s, entry, version) {
		return written(c, s, entry, version)
	}
	if c.Complete != model.Full || c.Adrift && !own(c, key) {
		return Effective{State: model.Unknown}
	}
	if hasOwner {
		return Effective{State: model.Default, Value: ownedValue(owned, entry, version)}
	}
	if entry != nil {
		if text, ok := entry.Default(version); ok {
			return Effective{State: model.Default, Value: parsed(entry, text, notation(c), version)}
		}
	}
	return Effective{State: model.Absent}
}

// occurrence returns the setting of a key that counts: of several names of one of Flink's
// keys, one that the version reads.
func occurrence(c *model.Component, key string, entry *catalog.Key, version []int) *model.Setting {
	s := c.Get(key)
	if s == nil || entry == nil || entry.Of != model.OfFlink || s.Notation != model.Flink || named(entry, s, version) {
		return s
	}
	for o := range c.Overridden(key) {
		if named(entry, o, version) {
			return o
		}
	}
	return s
}

// named reports whether a version reads a key by the name that is written. An option of a
// command, such as --allowNonRestoredState, is none: the command knows the key.
func named(entry *catalog.Key, s *model.Setting, version []int) bool {
	return strings.HasPrefix(s.Written, "-") || entry.Named(s.Written, version)
}

// Entry returns the catalog's entry of a key for a component's client and kind, or nil.
func Entry(c *model.Component, key string) *catalog.Key {
	if c.Kind == model.FlinkCDC {
		return pipelineOption(c, key)
	}
	entry := catalog.Lookup(catalogClient(c), c.Kind, key)
	switch {
	case entry != nil:
	case c.Kind == model.FlinkTable || c.Kind == model.FlinkSnapshot:
		return catalog.Lookup(catalogClient(c), model.FlinkJob, key) // inherited from its job
	case c.Owner == model.OwnerSmallRye:
		return catalog.Lookup(catalog.SmallRye, c.Kind, key) // an attribute of the connector
	}
	return entry
}

// handedOnEntry returns the entry that counts in a version: an application of Streams hands
// what it does not have itself, yet or any more, on to its clients.
func handedOnEntry(c *model.Component, key string, entry *catalog.Key, version []int) *catalog.Key {
	if c.Kind != model.Streams || entry == nil || version == nil || entry.Exists(version) {
		return entry
	}
	if of := catalog.HandedOn(catalogClient(c), c.Kind, key); of != nil && of.Exists(version) {
		return of
	}
	return entry
}

// own reports whether a key is one of the component's kind, and not of what it inherits from.
func own(c *model.Component, key string) bool {
	if c.Kind == model.FlinkSnapshot {
		return strings.HasPrefix(key, "@snapshot.") || catalog.Lookup(catalogClient(c), c.Kind, key) != nil
	}
	return c.Kind == model.FlinkTable && (strings.HasPrefix(key, "@") || strings.HasPrefix(key, "properties.") ||
		catalog.Lookup(catalogClient(c), model.FlinkJob, key) == nil)
}

// written returns what a setting that counts amounts to. A key that the client does not
// know has the type that Java's client gives it: a rule never meets a text there.
func written(c *model.Component, s *model.Setting, entry *catalog.Key, version []int) Effective {
	e := Effective{State: s.State, Setting: s}
	switch {
	case s.State == model.Unknown || s.Secret != nil:
	case entry != nil && entry.Of == model.OfFlink && s.Notation == model.Flink && !named(entry, s, version):
		e.State = model.Unknown // the version does not read the key by this name
	case s.IsFact():
		e.Value = fact(s)
	case entry == nil:
		e.Value = parsed(catalog.Lookup(model.ClientJava, c.Kind, s.Key), s.Value, s.Notation, nil)
	default:
		if e.Value = parsed(entry, s.Value, s.Notation, version); e.Value == nil {
			e.State = model.Invalid
		}
	}
	return e
}

func parsed(entry *catalog.Key, text string, n model.Notation, version []int) any {
	if entry == nil {
		return text
	}
	value, err := entry.ParseAt(text, n, version)
	if err != nil {
		return nil
	}
	return value
}

// ownerValue returns what a component's owner sets for a key, of which s is what is
// written, or nil.
func ownerValue(c *model.Component, key string, s *model.Setting, versions Versions) (catalog.Owned, bool) {
	if c.Owner == "" {
		return catalog.Owned{}, false
	}
	return catalog.OwnerValueWhen(c.Owner, c.Kind, key, versions.of(catalog.OwnerVersion(c.Owner)), conditions(c, s)...)
}

// conditions are those that decide what the owner sets.
func conditions(c *model.Component, s *model.Setting) []catalog.Condition {
	var when []catalog.Condition
	if c.ExactlyOnce {
		when = append(when, catalog.ExactlyOnce)
	}
	if c.Owner != model.OwnerStreams || c.Kind != model.Consumer {
		return when
	}
	if c.Name == "consumer" {
		when = append(when, catalog.MainConsumer)
	} else {
		when = append(when, catalog.RestoreConsumer)
	}
	if c.StreamsProtocol {
		when = append(when, catalog.StreamsProtocol)
	}
	if s != nil {
		if prefix := ownPrefix.FindStringSubmatch(s.Written); prefix != nil {
			when = append(when, catalog.OwnPrefix)
			if prefix[1] == "main" {
				when = append(when, catalog.MainPrefix)
			}
		}
	}
	return when
}

// ownPrefix finds a key that is written for one of the consumers of a Streams application.
var ownPrefix = regexp.MustCompile(`(?:^|\.)(main|restore|global)\.consumer\.`)

// ownedValue is what an owner sets, nil if it makes the value at run time.
func ownedValue(owned catalog.Owned, entry *catalog.Key, version []int) any {
	if owned.Generated {
		return nil
	}
	return parsed(entry, owned.Value, model.Kafka, version)
}

// Unset reports whether a setting counts as not written in the newest release that has it.
func Unset(c *model.Component, s *model.Setting) bool { return unset(s, Entry(c, s.Key), nil) }

// unset reports whether a setting counts as not written: its reader takes an empty text so.
func unset(s *model.Setting, entry *catalog.Key, version []int) bool {
	empty := s.Value == ""
	if s.Secret != nil {
		empty = s.Secret.Empty
	}
	if entry == nil || s.State == model.Unknown || !empty {
		return false
	}
	_, err := entry.ParseAt("", s.Notation, version)
	return errors.Is(err, catalog.ErrUnset)
}

// catalogClient returns the catalog's name of whose settings a component has.
func catalogClient(c *model.Component) string {
	switch c.Kind {
	case model.FlinkCluster, model.FlinkJob, model.FlinkTable, model.FlinkCDC, model.FlinkSnapshot:
		return "flink"
	}
	return c.Client
}

// Software returns of what the version decides the meaning of a component's keys.
func Software(c *model.Component) string {
	switch c.Kind {
	case model.FlinkCluster, model.FlinkJob, model.FlinkTable, model.FlinkSnapshot:
		return model.OfFlink
	case model.FlinkCDC:
		return model.OfFlinkCDC
	case model.ConnectWorker, model.SourceConnector, model.SinkConnector, model.Mirror:
		return model.OfConnect
	case model.Broker, model.Topic:
		return model.OfBroker
	}
	return model.OfClient
}

// versionOf returns the version on which a key's facts depend.
func versionOf(c *model.Component, entry *catalog.Key, versions Versions) []int {
	version, _ := versionFor(c, entry, versions)
	return version
}

// versionFor is versionOf, and whether the version is only assumed.
func versionFor(c *model.Component, entry *catalog.Key, versions Versions) (version []int, assumed bool) {
	v := versions[Software(c)]
	if entry != nil && entry.Of != "" && entry.Of != Software(c) {
		if own := versions[entry.Of]; own.Number != nil {
			return own.Number, own.Assumed
		}
		if newest := catalog.Newest(entry.Of, c.Client); newest != nil && Software(c) == model.OfFlink && (entry.Of == model.OfOperator || !withFlink(v)) {
			return newest, true
		}
		if entry.Of == model.OfSmallRye {
			return nil, true // the client's version says nothing of it
		}
	}
	return v.Number, v.Assumed
}

// withFlink reports whether a release of Flink is one of those that brought its connectors
// with it; later connectors count their versions from 3.0 (FLIP-231).
func withFlink(v model.Version) bool {
	return v.Number != nil && catalog.Within(v.Number, nil, []int{1, 16})
}

func notation(c *model.Component) model.Notation {
	if catalogClient(c) == "flink" {
		return model.Flink
	}
	return model.Kafka
}
