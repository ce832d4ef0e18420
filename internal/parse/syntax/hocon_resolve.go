package syntax

import (
	"slices"
	"strings"
)

// hoconResolver turns what is written into a tree. What it cannot tell becomes unknown:
// a scalar whose text has the substitution in it as it is written, or an open one.
type hoconResolver struct {
	*hoconReader
	root   *hoconObject
	budget int           // how many nodes substitutions may still add
	bytes  int           // how much text they have put in
	stack  []*hoconField // whose values are being made
	chain  int           // how many substitutions lead to what is being made
}

// hoconBuilt is a node with what its place in the tree needs.
type hoconBuilt struct {
	node         *Node
	size, height int
	unknown      bool // it is a scalar with an unanswered substitution in it
	open         bool // all scalars in it are open
}

// object makes the map of an object; until is the offset before which what is written may be
// replaced by an include.
func (s *hoconResolver) object(o *hoconObject, until, depth int) *hoconBuilt {
	until = max(until, o.include)
	n := &Node{Kind: MapNode, Span: s.src.Span(o.start, max(o.start, o.end)), src: s.src, segments: []Segment{{Outer: o.start}}}
	b := &hoconBuilt{node: n, size: 1, height: 1}
	for _, f := range o.order {
		inner := s.field(f, until, depth+1)
		if f.busy {
			n.Entries = append(n.Entries, Entry{Key: f.assigns[0].key, Value: inner.node})
		}
		n.Entries = append(n.Entries, f.entries...)
		b.size += inner.size + 1
		b.height = max(b.height, inner.height+1)
	}
	return b
}

// field makes what a field amounts to, and the entries that lead to it.
func (s *hoconResolver) field(f *hoconField, until, depth int) *hoconBuilt {
	if f.built != nil && !f.busy {
		return f.built
	}
	if f.busy { // the value is part of itself
		return s.unanswered(f.assigns[0].value, nil)
	}
	f.busy = true
	s.stack = append(s.stack, f)
	var entries []Entry
	for _, a := range f.assigns {
		b := s.value(a.value, until, depth, a.value.start < until)
		if a.value.add {
			b = s.added(f, b, a.value)
		}
		b, merged := s.fold(f.built, b)
		if merged {
			entries[len(entries)-1].Value = b.node
		} else {
			entries = append(entries, Entry{Key: a.key, Value: b.node, Duplicate: len(entries) > 0})
		}
		f.built = b
	}
	s.stack = s.stack[:len(s.stack)-1]
	f.entries, f.busy = entries, false
	return f.built
}

// added is the list that a field was, with an item more.
func (s *hoconResolver) added(f *hoconField, item *hoconBuilt, v hoconValue) *hoconBuilt {
	n := &Node{Kind: SeqNode, Span: s.src.Span(v.start, v.end), src: s.src, segments: []Segment{{Outer: v.start}}}
	b := &hoconBuilt{node: n, size: 1 + item.size, height: 1 + item.height}
	switch {
	case f.built == nil: // what the files read before this one have
		n.Items = append(n.Items, s.unanswered(v, nil).node)
	case f.built.node.IsSeq():
		if s.budget -= f.built.size; s.budget < 0 {
			return s.unanswered(v, nil)
		}
		n.Items = slices.Clone(f.built.node.Items)
		b.size += f.built.size
		b.height = max(b.height, f.built.height)
	default:
		return s.unanswered(v, nil)
	}
	n.Items = append(n.Items, item.node)
	return b
}

// value makes what a value amounts to.
func (s *hoconResolver) value(v hoconValue, until, depth int, open bool) *hoconBuilt {
	built := make([]*hoconBuilt, len(v.pieces))
	kind := ScalarNode
	for i, p := range v.pieces {
		if built[i] = s.piece(p, v, until, depth, open); built[i].node.Kind != ScalarNode {
			kind = built[i].node.Kind
		}
	}
	if len(built) == 1 {
		return built[0]
	}
	switch kind {
	case MapNode:
		return s.maps(v, built)
	case SeqNode:
		return s.lists(v, built)
	}
	return s.texts(v, built, open)
}

func (s *hoconResolver) piece(p hoconPiece, v hoconValue, until, depth int, open bool) *hoconBuilt {
	switch {
	case p.ref != nil:
		return s.reference(p.ref, depth, open)
	case p.object != nil:
		return s.object(p.object, until, depth)
	case p.isList:
		n := &Node{Kind: SeqNode, Span: s.src.Span(v.start, v.end), src: s.src, segments: []Segment{{Outer: v.start}}}
		b := &hoconBuilt{node: n, size: 1, height: 1}
		for _, item := range p.list {
			inner := s.value(item, until, depth+1, open)
			n.Items = append(n.Items, inner.node)
			b.size += inner.size
			b.height = max(b.height, inner.height+1)
		}
		return b
	}
	return s.text(p.text, open)
}

// text makes a scalar of the tokens of a text.
func (s *hoconResolver) text(tokens []hoconToken, open bool) *hoconBuilt {
	d := &decoded{text: s.src.Text}
	x := extent{tokens[0].start, tokens[len(tokens)-1].end}
	tag := Plain
	for _, t := range tokens {
		if t.kind != hoconQuoted {
			d.copy(t.start, t.end)
			continue
		}
		if inner := s.decode(d, t); len(tokens) == 1 {
			x = inner
		}
		tag = String
	}
	if len(tokens) == 1 && tokens[0].kind == hoconNull {
		tag = Null
	}
	return s.scalar(d, x, tag, open)
}

func (s *hoconResolver) scalar(d *decoded, x extent, tag Tag, open bool) *hoconBuilt {
	n := &Node{Tag: tag, Text: d.out.String(), Span: s.src.Span(x.start, x.end), Open: open, src: s.src, segments: d.segments(x.start)}
	return &hoconBuilt{node: n, size: 1, height: 1, open: open}
}

// unanswered is a value as it is written, of which the substitutions are not known. It may
// be a map made of what the paths lead to.
func (s *hoconResolver) unanswered(v hoconValue, bases []string) *hoconBuilt {
	d := &decoded{text: s.src.Text}
	d.copy(v.start, v.end)
	b := s.scalar(d, extent{v.start, v.end}, Plain, true)
	b.unknown = true
	b.node.Bases = bases
	return b
}

// reference makes what a substitution stands for.
func (s *hoconResolver) reference(ref *hoconRef, depth int, open bool) *hoconBuilt {
	written := hoconValue{start: ref.start, end: ref.end}
	base := strings.Join(ref.path, ".")
	unanswered := func() *hoconBuilt { return s.unanswered(written, []string{base}) }
	b := s.lookup(ref.path)
	if b == nil || ref.list || b.unknown || b.node.IsScalar() && b.node.Open || open && !b.node.IsScalar() {
		return unanswered()
	}
	s.budget -= b.size
	s.bytes += len(b.node.Text)
	if s.budget < 0 || s.bytes > maxReferred || depth+b.height > maxTreeDepth {
		return unanswered()
	}
	found := *b
	n := *b.node
	n.Span, n.Alias = s.src.Span(ref.start, ref.end), s.src.Span(ref.start, ref.end)
	if n.IsScalar() {
		n.Open, n.segments = open, []Segment{{Outer: ref.start, Width: ref.end - ref.start}}
	} else {
		n.Entries, n.Items = slices.Clip(n.Entries), slices.Clip(n.Items)
		n.Bases = append([]string{base}, n.Bases...)
	}
	found.node = &n
	return &found
}

// lookup returns what a path leads to, nil if that is not known.
func (s *hoconResolver) lookup(path []string) *hoconBuilt {
	if s.chain >= maxTreeDepth {
		return nil
	}
	s.chain++
	defer func() { s.chain-- }()
	o, until, sure := s.root, s.root.include, true
	for i, name := range path {
		f := o.fields[name]
		if f == nil || len(f.assigns) == 0 {
			return nil
		}
		if i == len(path)-1 {
			return s.known(f, until, i+1, sure)
		}
		last := &f.assigns[len(f.assigns)-1].value
		if last.add || last.pieces[len(last.pieces)-1].object == nil {
			return nil
		}
		sure = sure && len(f.assigns) == 1 && len(last.pieces) == 1
		o = last.pieces[len(last.pieces)-1].object
		until = max(until, o.include)
	}
	return nil
}

// known returns what a field amounts to. While it is being made, that is what it was set to
// before, if it refers to itself. Of a map it is not sure what else it has if that around it
// is made of several.
func (s *hoconResolver) known(f *hoconField, until, depth int, sure bool) *hoconBuilt {
	b := f.built
	switch {
	case f.busy && (len(s.stack) == 0 || s.stack[len(s.stack)-1] != f):
		return nil
	case !f.busy:
		b = s.field(f, until, depth)
	}
	if b == nil || !sure && !b.node.IsScalar() {
		return nil
	}
	return b
}

// fold puts a value over the one before, and reports whether they became one.
func (s *hoconResolver) fold(before, b *hoconBuilt) (*hoconBuilt, bool) {
	switch {
	case before == nil:
		return b, false
	case b.node.IsMap() && before.node.IsMap():
		return s.merge(before, b), true
	case b.node.IsMap() && before.unknown && before.node.Bases != nil:
		n := *b.node
		n.Bases = slices.Concat(before.node.Bases, n.Bases)
		found := *b
		found.node = &n
		return &found, true
	case b.unknown && b.node.Bases != nil && before.node.IsMap():
		opened := s.opened(before)
		if opened == nil {
			return b, false
		}
		n := *opened.node
		n.Bases = slices.Concat(n.Bases, b.node.Bases)
		opened.node = &n
		return opened, true
	}
	return b, false
}

// merge puts the entries of a map over those of another one.
func (s *hoconResolver) merge(before, b *hoconBuilt) *hoconBuilt {
	if len(b.node.Bases) > 0 { // it may have more keys than are in view
		before = s.opened(before)
	}
	if before == nil {
		return b
	}
	if s.budget -= before.size + b.size; s.budget < 0 {
		return b
	}
	n := *b.node
	n.Bases = slices.Concat(before.node.Bases, n.Bases)
	merged := &hoconBuilt{node: &n, size: before.size + b.size, height: max(before.height, b.height), open: before.open && b.open}
	later := make(map[string]*Entry)
	for _, e := range b.node.Effective() {
		later[e.Key.Text] = e
	}
	n.Entries = nil
	for _, e := range before.node.Effective() {
		over := later[e.Key.Text]
		switch {
		case over == nil:
			n.Entries = append(n.Entries, Entry{Key: e.Key, Value: e.Value})
			continue
		case e.Value.IsMap() || over.Value.IsMap():
			inner, _ := s.fold(rebuilt(e.Value, before), rebuilt(over.Value, b))
			n.Entries = append(n.Entries, Entry{Key: over.Key, Value: inner.node})
		default:
			n.Entries = append(n.Entries, Entry{Key: over.Key, Value: over.Value})
		}
		delete(later, e.Key.Text)
	}
	for _, e := range b.node.Effective() {
		if later[e.Key.Text] != nil {
			n.Entries = append(n.Entries, Entry{Key: e.Key, Value: e.Value})
		}
	}
	return merged
}

// rebuilt is a node within another one; its size is counted with that.
func rebuilt(n *Node, of *hoconBuilt) *hoconBuilt {
	return &hoconBuilt{node: n, height: of.height, unknown: n.IsScalar() && n.Bases != nil, open: of.open}
}

// opened is a map of which everything may be replaced, nil if it is too large.
func (s *hoconResolver) opened(b *hoconBuilt) *hoconBuilt {
	if b.open {
		found := *b
		return &found
	}
	if s.budget -= b.size; s.budget < 0 {
		return nil
	}
	var open func(n *Node) *Node
	open = func(n *Node) *Node {
		c := *n
		c.Open = true
		c.Entries, c.Items = slices.Clone(n.Entries), slices.Clone(n.Items)
		for i := range c.Entries {
			c.Entries[i].Value = open(c.Entries[i].Value)
		}
		for i := range c.Items {
			c.Items[i] = open(c.Items[i])
		}
		return &c
	}
	return &hoconBuilt{node: open(b.node), size: b.size, height: b.height, open: true}
}
