package syntax

// maps joins objects and substitutions.
func (s *hoconResolver) maps(v hoconValue, built []*hoconBuilt) *hoconBuilt {
	var all *hoconBuilt
	for i, b := range built {
		switch {
		case v.pieces[i].text != nil && blankText(v.pieces[i].text):
		case b.node.IsMap() || b.unknown && b.node.Bases != nil:
			all, _ = s.fold(all, b)
		default:
			return s.unanswered(v, nil)
		}
	}
	return all
}

// blankText reports whether a text is nothing but the blanks between two substitutions.
func blankText(tokens []hoconToken) bool { return len(tokens) == 1 && tokens[0].kind == hoconSpace }

// lists joins lists and substitutions.
func (s *hoconResolver) lists(v hoconValue, built []*hoconBuilt) *hoconBuilt {
	n := &Node{Kind: SeqNode, Span: s.src.Span(v.start, v.end), src: s.src, segments: []Segment{{Outer: v.start}}}
	all := &hoconBuilt{node: n, size: 1, height: 1}
	for i, b := range built {
		switch {
		case v.pieces[i].text != nil && blankText(v.pieces[i].text):
			continue
		case b.node.IsSeq():
			n.Items = append(n.Items, b.node.Items...)
		case b.unknown:
			n.Items = append(n.Items, b.node)
		default:
			return s.unanswered(v, nil)
		}
		all.size += b.size
		all.height = max(all.height, b.height)
	}
	return all
}

// texts joins texts and substitutions.
func (s *hoconResolver) texts(v hoconValue, built []*hoconBuilt, open bool) *hoconBuilt {
	d := &decoded{text: s.src.Text}
	tag, unknown, only := Plain, false, true
	var bases []string
	for i, p := range v.pieces {
		b := built[i]
		if b.node.Tag == String {
			tag = String
		}
		switch {
		case p.ref == nil:
			only = only && blankText(p.text)
			for _, t := range p.text {
				if t.kind == hoconQuoted {
					s.decode(d, t)
				} else {
					d.copy(t.start, t.end)
				}
			}
		case b.unknown:
			unknown = true
			bases = append(bases, b.node.Bases...)
			d.copy(p.ref.start, p.ref.end)
		default:
			only = false
			d.escape(b.node.Text, p.ref.start, p.ref.end)
		}
	}
	all := s.scalar(d, extent{v.start, v.end}, tag, open)
	if all.unknown = unknown; unknown && only {
		all.node.Bases = bases
	}
	return all
}
