package parse

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// fold brings the ways of writing a key to one: maxPollRecords, max_poll_records,
// max-poll-records and max.poll.records.
func fold(key string) string {
	return strings.ToLower(foldable.Replace(key))
}

var foldable = strings.NewReplacer("-", "", "_", "", ".", "")

// genericKinds are the kinds of clients that a block may configure.
var genericKinds = []model.Kind{model.Producer, model.Consumer, model.Streams, model.Admin}

// foldedKeys are the clients' keys by their folded names.
var foldedKeys = sync.OnceValue(func() map[string]string {
	folded := make(map[string]string)
	for _, kind := range genericKinds {
		for _, k := range catalog.Keys(model.ClientJava, kind) {
			folded[fold(k.Name)] = k.Name
		}
	}
	return folded
})

// kafkaKey returns the canonical name of a key of Kafka's clients, "" for any other, and
// whether it is spelled as the clients spell it.
func kafkaKey(name, folded string) (key string, exact bool) {
	key = foldedKeys()[folded]
	if key == "" && strings.Contains(name, ".") {
		// librdkafka has names of its own for some.
		for _, kind := range genericKinds {
			if canonical := catalog.Canonical(catalog.Librdkafka, kind, name); catalog.Lookup(catalog.Librdkafka, kind, canonical) != nil {
				return canonical, true
			}
		}
	}
	return key, key == name
}

var roleWords = map[string]model.Kind{
	"source": model.Consumer, "sources": model.Consumer, "input": model.Consumer, "inputs": model.Consumer, "in": model.Consumer,
	"consumer": model.Consumer, "consumers": model.Consumer, "reader": model.Consumer, "subscriber": model.Consumer, "listener": model.Consumer,
	"sink": model.Producer, "sinks": model.Producer, "output": model.Producer, "outputs": model.Producer, "out": model.Producer,
	"producer": model.Producer, "producers": model.Producer, "writer": model.Producer, "publisher": model.Producer,
	"streams": model.Streams,
}

var word = lazyregexp.New(`[A-Z]?[a-z]+|[A-Z]+`)

// roleOf returns what the names that lead to a block say it is, the nearest first; "" if
// they say nothing.
func roleOf(path []string) model.Kind {
	for _, name := range slices.Backward(path) {
		words := word.FindAllString(name, -1)
		for _, w := range slices.Backward(words) {
			if kind, ok := roleWords[strings.ToLower(w)]; ok {
				return kind
			}
		}
	}
	return ""
}

// kindsOf returns what a block configures, given what the names around it say. Keys that
// only another kind of client has speak louder than names, if nothing else has them; keys
// of the block itself speak louder than those it takes over.
func kindsOf(role model.Kind, hits []hit, inherited int) []model.Kind {
	only := make(map[model.Kind]int)
	count := func(hits []hit) {
		for _, h := range hits {
			if role != "" && slices.Contains(weak, h.key) {
				continue
			}
			if kind, ok := (flat{client: model.ClientJava}).exclusive(h.key); ok && slices.Contains(genericKinds, kind) {
				only[kind]++
			}
		}
	}
	count(hits[inherited:])
	if role != "" && (only[role] > 0 || len(only) == 0) {
		return []model.Kind{role}
	}
	if len(only) == 0 {
		count(hits[:inherited])
	}
	if only[model.Streams] > 0 && slices.ContainsFunc(hits, func(h hit) bool { return h.key == "application.id" }) {
		return []model.Kind{model.Streams}
	}
	var kinds []model.Kind
	for _, kind := range []model.Kind{model.Producer, model.Consumer} {
		if only[kind] > 0 {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

var (
	decimal = lazyregexp.New(`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$`)
	// otherUnit ends the names of values that Kafka and Flink count in milliseconds or bytes.
	otherUnit = lazyregexp.New(`(?i)(?:[-_. ]|[a-z])(?:secs?|seconds?|mins?|minutes?|hours?|days?|k[bB]|m[bB]|g[bB]|[kmg]ib)$`)
	truth     = lazyregexp.New(`(?i)^(?:true|false)$`)
)

// put adds the setting to a component whose kind of client has it. The value is unknown
// where it depends on who reads the document: a plain scalar that is a number or a
// boolean in one version of YAML only, and under a name of somebody's own anything whose
// unit the name does not tell.
func (h hit) put(c *model.Component, state model.State, client string, notation model.Notation) {
	k := catalog.Lookup(client, c.Kind, h.key)
	if k == nil && client != catalog.Flink {
		return
	}
	value := text(h.entry.Value)
	s := model.Setting{
		Key: h.key, Written: h.written, Value: value, KeySpan: h.entry.Key.Span, ValueSpan: h.entry.Value.Span,
		Notation: notation, State: state,
	}
	if k != nil && !isPlaceholder(value) && !h.readable(k, value, notation) {
		s.State = model.Unknown
	}
	if mayChange(h.entry.Value) {
		s.State = model.Unknown
	}
	put(c, s)
}

// mayChange reports whether something that is not in view may replace a value.
func mayChange(n *syntax.Node) bool {
	return n.Open || slices.ContainsFunc(n.Items, func(item *syntax.Node) bool { return item.Open })
}

func (h hit) readable(k *catalog.Key, value string, notation model.Notation) bool {
	n := h.entry.Value
	if n.IsScalar() && n.Tag == syntax.Plain {
		switch k.Type {
		case catalog.Boolean:
			if !truth.MatchString(value) {
				return false
			}
		case catalog.Int, catalog.Long, catalog.Double:
			if !decimal.MatchString(value) {
				return false
			}
		}
	}
	if n.IsSeq() && k.Type != catalog.List {
		return false
	}
	if k.Unit != catalog.NoUnit && h.written != h.key && otherUnit.MatchString(h.written) {
		return false
	}
	if h.exact {
		return true
	}
	if k.Unit != catalog.NoUnit && !strings.HasSuffix(h.key, "."+string(k.Unit)) {
		return false
	}
	_, err := k.Parse(value, notation)
	return err == nil
}

// text returns the text of a scalar, or the texts of a list of scalars joined by commas.
func text(n *syntax.Node) string {
	if !n.IsSeq() {
		return n.Str()
	}
	var texts []string
	for _, item := range n.Items {
		texts = append(texts, item.Str())
	}
	return strings.Join(texts, ",")
}

// names returns the literal names that a scalar or a list of scalars holds.
func names(n *syntax.Node) []string {
	var literal []string
	if n != nil && mayChange(n) {
		return nil
	}
	for name := range strings.SplitSeq(text(n), ",") {
		if name = strings.TrimSpace(name); name != "" && !isPlaceholder(name) {
			literal = append(literal, name)
		}
	}
	return literal
}

// otherScheme is a URL that is no Kafka broker's.
var otherScheme = lazyregexp.New(`(?i)^(?:mqtts?|amqps?|tcp|ws|wss|redis|nats|pulsar|pulsar\+ssl)://`)

// isLabel reports whether what stands in the place of servers is a label for people, as in
// the translations of a form: words, or one that is written as no host is.
func isLabel(servers string) bool {
	if servers == "" || strings.Contains(servers, ":") || isPlaceholder(servers) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(servers)
	return first >= utf8.RuneSelf || unicode.IsUpper(first) || strings.Contains(strings.ReplaceAll(servers, ", ", ","), " ")
}
