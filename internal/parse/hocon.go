package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// joined returns the tree of a HOCON document as other documents have it: keys of Kafka and
// Flink, whose elements HOCON keeps in maps within maps, are entries with dots in the map
// that holds them. What a text in quotes is depends on who reads it, as without quotes: a
// duration may stand in both.
func joined(root *syntax.Node) *syntax.Node {
	j := joiner{}
	return j.walk(root)
}

// maxJoined is how many elements the longest keys have.
const maxJoined = 9

type joiner struct {
	keys []*syntax.Node // that lead to the map at hand
	maps []*syntax.Node // those below which they stand
}

func (j *joiner) walk(n *syntax.Node) *syntax.Node {
	c := *n
	c.Entries, c.Items = nil, nil
	switch {
	case n.IsSeq():
		inner := joiner{}
		for _, item := range n.Items {
			c.Items = append(c.Items, inner.walk(item))
		}
	case n.IsMap():
		for _, e := range n.Effective() {
			j.keys, j.maps = append(j.keys, e.Key), append(j.maps, &c)
			value := j.walk(e.Value)
			if key, owner := j.key(value); key != nil {
				owner.Entries = append(owner.Entries, syntax.Entry{Key: key, Value: value})
			} else {
				c.Entries = append(c.Entries, syntax.Entry{Key: e.Key, Value: value})
			}
			j.keys, j.maps = j.keys[:len(j.keys)-1], j.maps[:len(j.maps)-1]
		}
	case n.Tag == syntax.String:
		c.Tag = syntax.Plain
	}
	return &c
}

// key returns the longest key of Kafka or Flink that the last elements make, and the map
// that has it; nil if they make none.
func (j *joiner) key(value *syntax.Node) (*syntax.Node, *syntax.Node) {
	if value.IsMap() {
		return nil, nil
	}
	for from := max(0, len(j.keys)-maxJoined); from < len(j.keys)-1; from++ {
		if key := joinKeys(j.keys[from:]); isJoined(key.Text) {
			return key, j.maps[from]
		}
	}
	return nil, nil
}

// isJoined reports whether a name with dots is a key, or what people call the servers or
// the topic.
func isJoined(name string) bool {
	folded := fold(name)
	first, _, _ := strings.Cut(name, ".")
	if _, role := roleWords[first]; !role { // the prefix of a client is a block of its own
		if key, exact := kafkaKey(name, folded); key != "" && exact {
			return true
		}
	}
	if catalog.Lookup(catalog.Flink, model.FlinkCluster, flinkCanonical(name)) != nil {
		return true
	}
	return first == "topic" && slices.Contains(topicNames, folded) || first == "bootstrap" && slices.Contains(bootstrapNames, folded)
}

// joinKeys makes one key of the elements of a path. It stands where they do, as far as they
// stand side by side, else where the last one does.
func joinKeys(elements []*syntax.Node) *syntax.Node {
	last := elements[len(elements)-1]
	if len(elements) == 1 {
		return last
	}
	key := *last
	names := make([]string, len(elements))
	for i, e := range elements {
		names[i] = e.Text
	}
	key.Text = strings.Join(names, ".")
	for i := len(elements) - 2; i >= 0; i-- {
		before := elements[i].Span
		// A dot lies between, or what closes and opens quotes beside one.
		if gap := key.Span.Start.Offset - before.End.Offset; gap < 1 || gap > 3 || before.Start.Line != key.Span.Start.Line {
			break
		}
		key.Span.Start = before.Start
	}
	return &key
}

var hoconDuration = lazyregexp.New(`^\s*([0-9]+(?:\.[0-9]+)?)\s*([a-zA-Z]*)\s*$`)

// milliseconds returns what a duration of HOCON amounts to (Config.getDuration): a number
// without a unit is in milliseconds.
func milliseconds(text string) (int64, bool) {
	m := hoconDuration.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	n, err := strconv.ParseFloat(m[1], 64)
	unit, ok := hoconUnits[m[2]]
	if !ok && len(m[2]) > 2 { // second, minute, but not u for us (SimpleConfig.parseDuration)
		unit, ok = hoconUnits[m[2]+"s"]
	}
	return int64(n * unit), err == nil && ok && n*unit < 1<<62
}

// hoconUnits are milliseconds in a unit.
var hoconUnits = map[string]float64{
	"": 1, "ms": 1, "millis": 1, "milliseconds": 1, "s": 1e3, "seconds": 1e3, "m": 60e3, "minutes": 60e3, "h": 3600e3, "hours": 3600e3,
	"d": 86400e3, "days": 86400e3, "us": 1e-3, "micros": 1e-3, "microseconds": 1e-3, "ns": 1e-6, "nanos": 1e-6, "nanoseconds": 1e-6,
}

// span of the element that names what a path leads to.
func lastSpan(keys []*syntax.Node) model.Span {
	if len(keys) == 0 {
		return model.Span{}
	}
	return joinKeys(keys).Span
}
