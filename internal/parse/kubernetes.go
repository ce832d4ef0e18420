package parse

import (
	"encoding/base64"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// kubernetesDialect reads the Kubernetes resources that hold files of other dialects, and
// lists of resources of any kind. It comes before the dialects of single resources, so
// that each item of a list is met by its own.
var kubernetesDialect = Dialect{
	Name:     "kubernetes",
	Grammars: []Grammar{YAML, JSON},
	Match:    func(d *Document) bool { return isWrapper(d.Root) },
	Read:     readKubernetes,
}

// isWrapper reports whether a resource may hold files or other resources.
func isWrapper(n *syntax.Node) bool {
	if n.Get("apiVersion").Str() != "v1" {
		return false
	}
	switch n.Get("kind").Str() {
	case "ConfigMap":
		return n.Get("data").IsMap() || n.Get("binaryData").IsMap()
	case "Secret":
		return n.Get("data").IsMap() || n.Get("stringData").IsMap()
	case "List", "ConfigMapList", "SecretList":
		return n.Get("items").IsSeq()
	}
	return false
}

func readKubernetes(d *Document, out *Output) {
	if list := d.Root.Get("items"); list.IsSeq() {
		for _, item := range list.Items {
			if item.IsMap() {
				resource := *d
				resource.Root = item
				out.recognise(&resource)
			}
		}
		return
	}
	w := wrapper{doc: d, out: out, kind: d.Root.Get("kind")}
	if name := d.Root.At("metadata", "name"); name.Str() != "" && !isPlaceholder(name.Text) {
		w.name = name.Text
	}
	if w.kind.Text == "Secret" {
		w.texts(d.Root.Get("stringData"))
		w.encoded(d.Root.Get("data"))
		return
	}
	before := len(out.result.Components)
	w.texts(d.Root.Get("data"))
	w.encoded(d.Root.Get("binaryData"))
	w.replicated(out.result.Components[before:])
}

// wrapper is a ConfigMap or Secret.
type wrapper struct {
	doc  *Document
	out  *Output
	kind *syntax.Node
	name string // "" if it is not known
}

// anchor says where in the file something within the resource is: ConfigMap/name/key.
func (w *wrapper) anchor(key string) string { return path.Join(w.kind.Text, w.name, key) }

// texts hands the files among the entries on to the dialects. Other entries may be
// settings themselves.
func (w *wrapper) texts(data *syntax.Node) {
	if !data.IsMap() {
		return
	}
	var spring []syntax.Pair
	for _, e := range data.Entries {
		// What Knative's components show as an example is read by nobody.
		if !e.Value.IsScalar() || e.Value.Tag == syntax.Null || e.Key.Text == "_example" {
			continue
		}
		switch text := e.Value.Text; {
		case w.doc.beside.isFlinkEnv(e.Value):
		case e.Key.Text == flinkProperties:
			w.flinkEnv(e)
		case isFileName(e.Key.Text), strings.ContainsAny(text, "\n{"):
			before := len(w.out.result.Components)
			w.out.Embed(e.Key.Text, w.anchor(e.Key.Text), e.Value.Source(), nil, w.doc.Versions)
			w.mounted(w.out.result.Components[before:])
		case strings.HasPrefix(e.Key.Text, "spring."):
			spring = append(spring, syntax.Pair{Key: e.Key.Text, Value: text, RawValue: text, KeySpan: e.Key.Span, ValueSpan: e.Value.Span})
		}
	}
	w.spring(spring)
	w.flat(data)
}

// spring reads entries as Spring Cloud Kubernetes does: each is a property.
func (w *wrapper) spring(pairs []syntax.Pair) {
	if len(pairs) == 0 {
		return
	}
	doc := *w.doc
	doc.Grammar, doc.Root, doc.Pairs, doc.Embedded = Properties, nil, pairs, true
	doc.Name, doc.Anchor = w.name+".properties", path.Join(w.doc.Anchor, w.anchor(""))
	before := len(w.out.result.Components)
	w.out.recognise(&doc)
	for _, c := range w.out.result.Components[before:] {
		c.Complete = atMost(c.Complete, model.Partial)
	}
}

// flat reads entries whose keys are Kafka's own. Whoever reads them may have more
// settings from elsewhere.
func (w *wrapper) flat(data *syntax.Node) {
	for _, b := range exactBlocks(data, []string{w.kind.Text, w.name}, w.kind.Span) {
		b.emit(w.out)
	}
}

// configExtensions are those of the files that there are dialects for.
var configExtensions = []string{".properties", ".yaml", ".yml", ".json", ".sql", ".conf", ".config", ".env"}

func isFileName(key string) bool {
	return slices.Contains(configExtensions, strings.ToLower(path.Ext(key)))
}

// maxEncoded is the size in bytes that Kubernetes allows a Secret or ConfigMap.
const maxEncoded = 1 << 20

// encoded hands the files among base64 entries on to the dialects. All that is in one
// stands where the whole entry stands.
func (w *wrapper) encoded(data *syntax.Node) {
	if !data.IsMap() {
		return
	}
	for _, e := range data.Entries {
		if w.out.full() {
			return
		}
		if !isFileName(e.Key.Text) || !e.Value.IsScalar() || len(e.Value.Text) > 2*maxEncoded {
			continue
		}
		// RFC 4648 decoders of Go and Kubernetes skip line ends; blanks come from folding.
		text, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(e.Value.Text), ""))
		if err != nil || !utf8.Valid(text) || len(text) > maxEncoded {
			continue
		}
		w.decoded(e, string(text))
	}
}

func (w *wrapper) decoded(e syntax.Entry, text string) {
	whole := make([]syntax.Segment, len(text))
	for i := range whole {
		whole[i] = syntax.Segment{Inner: i, Width: e.Value.Span.End.Offset - e.Value.Span.Start.Offset}
	}
	result := w.out.result
	components, errs, comments := len(result.Components), len(result.Errors), len(result.Comments)
	w.out.Embed(e.Key.Text, w.anchor(e.Key.Text), e.Value.Source().Sub(text, whole), nil, w.doc.Versions)
	result.Comments = result.Comments[:comments] // nobody can write one there
	if w.kind.Text != "Secret" {
		return
	}
	for _, c := range result.Components[components:] {
		// Excerpts hide the values of secrets: the entry may hold some that no dialect knows.
		c.Add(model.Setting{
			Key: "@encoded", Written: e.Key.Text, KeySpan: e.Key.Span, ValueSpan: e.Value.Span, Secret: &model.Secret{Known: true},
		})
	}
	for _, err := range result.Errors[errs:] {
		err.Span = w.kind.Span // a line that may be shown
		err.Message = e.Key.Text + ": " + err.Message
	}
}
