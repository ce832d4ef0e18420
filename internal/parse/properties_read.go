package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

func (f flat) read(d *Document, out *Output) {
	var shared *group
	shares := make(map[*group]bool)
	for _, g := range f.groups {
		if g.prefix == "" {
			shared = g
		}
		for _, a := range g.around {
			shares[a] = true
		}
	}
	r := flatReader{
		flat: f, doc: d, out: out, streams: make(map[*group]*model.Component),
		partial: slices.ContainsFunc(d.Pairs, func(p syntax.Pair) bool { return strings.HasPrefix(p.Key, "{") }),
	}
	if shared != nil {
		kinds := f.kindsOf(shared, d.Base())
		for _, kind := range kinds {
			if kind == model.Admin && shares[shared] {
				continue // what the prefixed clients share is no client itself
			}
			anchor := ""
			if len(kinds) > 1 {
				anchor = string(kind)
			}
			r.emit(shared, kind, anchor)
		}
	}
	for _, g := range f.groups {
		if g != shared && g.kind == model.Streams {
			r.emit(g, g.kind, g.prefix+string(g.kind))
		}
	}
	for _, g := range f.groups {
		if g == shared || g.kind == model.Streams {
			continue
		}
		if r.handOn(g) {
			continue
		}
		for _, kind := range f.kindsOf(g, d.Base()) {
			if kind == model.Admin && shares[g] {
				continue // as above
			}
			r.emit(g, kind, g.prefix+string(kind))
		}
	}
	for _, g := range f.groups {
		if app := r.streams[g]; app != nil {
			streamsClients(out, app)
		}
	}
}

// flatReader turns the groups of a flat file into components.
type flatReader struct {
	flat
	doc     *Document
	out     *Output
	partial bool                        // a line stands for keys that are filled in
	streams map[*group]*model.Component // the Streams applications
}

func (r *flatReader) emit(g *group, kind model.Kind, anchor string) {
	c := r.out.Component(kind, strings.TrimSuffix(anchor, "."), name(r.doc, g), g.pairs[0].KeySpan)
	c.Client, c.CodeMaySet = r.client, kind != model.Broker
	if r.partial || g.prefix != "" {
		c.Complete = model.Partial
	}
	for _, a := range g.around {
		if kind != model.Broker && r.streams[a] == nil {
			r.fill(c, a, kind)
		}
	}
	r.fill(c, g, kind)
	if kind == model.Streams {
		r.streams[g] = c
	}
	link(c)
}

// kindsOf says which clients the keys of a group configure.
func (f flat) kindsOf(g *group, base string) []model.Kind {
	if g.kind != "" {
		return []model.Kind{g.kind}
	}
	only := map[model.Kind]int{}
	for _, p := range g.pairs {
		if kind, ok := f.exclusive(p.key); ok {
			only[kind]++
		}
	}
	switch {
	case only[model.Broker] > 1 && only[model.Broker] >= only[model.Producer]+only[model.Consumer]+only[model.Streams]:
		return []model.Kind{model.Broker}
	case only[model.Streams] > 1, only[model.Streams] == 1 && (g.has("application.id") || strings.Contains(base, "streams")):
		return []model.Kind{model.Streams}
	}
	var kinds []model.Kind
	for _, kind := range []model.Kind{model.Producer, model.Consumer} {
		switch {
		case only[kind] == 0:
		case kind == model.Consumer && shareGroup(base):
			kinds = append(kinds, model.ShareConsumer)
		default:
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		if only[model.Broker] > 0 && !g.has("bootstrap.servers") {
			return []model.Kind{model.Broker}
		}
		return []model.Kind{model.Admin}
	}
	return kinds
}

// shareGroup reports whether a file's name says that it is a share consumer's, whose keys are
// those of other consumers.
func shareGroup(base string) bool {
	return strings.Contains(strings.NewReplacer("-", "", "_", "", ".", "").Replace(strings.ToLower(base)), "shareconsumer")
}

// exclusive returns the kind to which alone a key belongs among the clients.
func (f flat) exclusive(key string) (model.Kind, bool) {
	var found model.Kind
	for _, kind := range lookUp(f.client, key).kinds {
		switch {
		case found == "":
			found = kind
		case kind == model.Streams && (found == model.Producer || found == model.Consumer):
			// Streams takes its clients' keys; that says nothing about the file.
		default:
			return "", false
		}
	}
	return found, found != "" && found != model.Admin
}

// fill puts the keys of a group that a kind can use into a component. Keys that only
// another kind has are that one's, if the file configures it; keys that nobody knows, and
// those whose prefix names this kind all the same, are kept where they are.
func (f flat) fill(c *model.Component, g *group, kind model.Kind) {
	c.Grow(len(g.pairs))
	for _, p := range g.pairs {
		if strings.HasPrefix(p.key, "@") {
			continue // would pass for a fact
		}
		other, ok := f.exclusive(p.key)
		shared := other == kind || g.kind == kind || other == model.Consumer && kind == model.ShareConsumer
		if ok && !shared && other != model.Broker && kind != model.Streams {
			continue
		}
		s := model.Setting{Key: p.key, Written: p.Key, Value: p.Value, KeySpan: p.KeySpan, ValueSpan: p.ValueSpan}
		if p.Value == "" && g.prefix != "" && p.key != "ssl.endpoint.identification.algorithm" {
			s.State = model.Unknown // a program that reads names of its own may pass over what is left empty
		}
		put(c, s)
	}
}

// name returns what to call a component of a file: its prefix or the file's own name.
func name(d *Document, g *group) string {
	if g.prefix != "" {
		return strings.TrimSuffix(g.prefix, ".")
	}
	base := d.Base()
	if i := strings.IndexByte(base, '.'); i > 0 {
		base = base[:i]
	}
	return base
}
