package resolve

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// Issue is a verdict on how a setting is written. The rules of rules/catalog choose
// severity and words.
type Issue struct {
	Code   string
	Fields map[string]any // strings, int64 and booleans
}

// The codes of issues, each with its fields. A version is written "3.9"; a key that is
// suggested is one to write in the place of the one that is written.
const (
	UnknownKey    = "unknown-key"    // no key has the name, but it resembles one: suggestion, refused
	Unsupported   = "unsupported"    // neither the table's connector nor its formats read the option in this version: connector, suggestion if one resembles it
	WrongRole     = "wrong-role"     // only another kind of component has the key: role, suggestion if it can be said from here
	OtherClient   = "other-client"   // only the Java clients have the key: refused
	Removed       = "removed"        // the version no longer has the key: since, successor if there is one, refused
	Deprecated    = "deprecated"     // the version has the key, but deprecates it or its name: successor if there is one
	NotYet        = "not-yet"        // the version does not have the key yet: since, refused
	Invalid       = "invalid"        // the value is not one of the key's: expected
	UnitSlip      = "unit-slip"      // the number looks like one of another unit: suggestion, unit
	UnitSuffix    = "unit-suffix"    // a number with a unit where the reader takes none: suffix, suggestion, refused
	InlineComment = "inline-comment" // a comment became part of the value: suggestion
	Quoted        = "quoted"         // quotes became part of the value: suggestion
	Duplicate     = "duplicate"      // the key stands twice with different values: line, value of the earlier one
	Shadowed      = "shadowed"       // this name of the key wins over another one: line, value and other, its name; expected if its value is refused nevertheless
	Placeholder   = "placeholder"    // what is filled in decides what may be lost, and is not known here
)

// Codes are all codes of issues.
var Codes = []string{UnknownKey, Unsupported, WrongRole, OtherClient, Removed, Deprecated, NotYet, Invalid, UnitSlip, UnitSuffix, InlineComment, Quoted,
	Duplicate, Shadowed, Placeholder}

// Issues returns what is wrong with how a setting is written, under the given versions.
func Issues(c *model.Component, s *model.Setting, versions Versions) []Issue {
	if s.IsFact() || s.KeySpan.IsZero() {
		return unread(s)
	}
	if c.Unread {
		return nil
	}
	entry := Entry(c, s.Key)
	version, assumed := versionFor(c, entry, versions)
	entry = handedOnEntry(c, s.Key, entry, version)
	var issues []Issue
	if s.State == model.Explicit && s.Secret == nil && (entry == nil || len(version) == 0 || entry.Exists(version)) {
		issues = textIssues(c, s, entry)
	}
	if said(c, s) {
		j := judged{c, s, entry, version, assumed}
		text := len(issues) > 0
		j.refusedText(issues)
		issues = append(issues, j.key(versions)...)
		if !text && j.readsValue(issues) {
			issues = append(issues, j.value()...)
		}
		issues = append(issues, j.shadowed()...)
	}
	if earlier := duplicate(c, s); earlier != nil {
		fields := map[string]any{"line": int64(earlier.KeySpan.Start.Line)}
		if earlier.Secret == nil {
			fields["value"] = earlier.Value
		}
		issues = append(issues, Issue{Duplicate, fields})
	}
	return issues
}

// readsValue reports whether the client reads the value in spite of what is wrong with the
// name. Which kind of client has a key in which version is nothing to librdkafka.
func (j judged) readsValue(issues []Issue) bool {
	if len(issues) == 0 || issues[0].Code == Deprecated {
		return true
	}
	return j.c.Client == catalog.Librdkafka && slices.Contains([]string{Removed, NotYet}, issues[0].Code)
}

// unread is the issue of a property of Spring Boot's that it does not hand to any client.
func unread(s *model.Setting) []Issue {
	if !strings.HasPrefix(s.Key, model.UnreadFact) {
		return nil
	}
	return []Issue{{UnknownKey, map[string]any{"suggestion": s.Value, "refused": false}}}
}

// ofOneClient reports whether an application of Streams has a key only for its producers
// or only for its consumers, which are components of their own.
func ofOneClient(c *model.Component, key string) bool {
	has := func(kind model.Kind) bool { return catalog.Own(c.Client, kind, key) }
	return !has(model.Streams) && !has(model.Admin) && has(model.Producer) != has(model.Consumer)
}

// operatorField reports whether a name is that of a field of a FlinkDeployment, such as mode or
// job.state, which means nothing anywhere else.
func operatorField(key string) bool {
	k := catalog.Lookup(catalog.Flink, model.FlinkCluster, key)
	return k != nil && k.Of == model.OfOperator && !strings.HasPrefix(key, "kubernetes.operator.") && !strings.HasPrefix(key, "job.autoscaler.")
}

// said reports whether the verdicts of the catalog on a setting belong to this component:
// what is inherited is the parent's, what is handed on to a client is said of the client,
// and what a Flink table hands on is said of the table.
func said(c *model.Component, s *model.Setting) bool {
	switch {
	case s.State != model.Explicit && s.State != model.Unknown:
		return false
	case c.Owner == model.OwnerFlink:
		return false
	case c.Dialect != "flink-operator" && (c.Kind == model.FlinkCluster || c.Kind == model.FlinkJob) && operatorField(s.Key):
		return false
	}
	switch c.Kind {
	case model.ConnectWorker, model.SourceConnector, model.SinkConnector:
		return !handedOn(c.Kind, s.Key)
	case model.Streams:
		return !handedOn(c.Kind, s.Key) && !strings.HasPrefix(s.Key, "topic.") && !ofOneClient(c, s.Key)
	}
	return true
}

// handedOn reports whether a key is for a client that is a component of its own.
func handedOn(kind model.Kind, key string) bool {
	first, rest, _ := strings.Cut(key, ".")
	switch kind {
	case model.SourceConnector, model.SinkConnector:
		return strings.HasPrefix(rest, "override.") && clientRole(first)
	case model.Streams:
		if first == "main" || first == "restore" || first == "global" {
			first, _, _ = strings.Cut(rest, ".")
		}
	}
	return clientRole(first)
}

func clientRole(word string) bool { return word == "producer" || word == "consumer" || word == "admin" }

// judged is a setting on which the catalog's verdicts are asked.
type judged struct {
	c       *model.Component
	s       *model.Setting
	entry   *catalog.Key // nil if nothing has a key of the name
	version []int        // on which the key's facts depend
	assumed bool         // no evidence says that it is this version
}
