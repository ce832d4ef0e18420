package syntax

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/kcfglint/kcfglint/internal/model"
)

const (
	// maxTreeDepth is how deep maps and sequences may lie within each other.
	maxTreeDepth = 200
	// maxAliasNodes is how many nodes aliases and merge keys of one document may add.
	maxAliasNodes = 100_000
)

// yamlReader turns one document into a tree.
type yamlReader struct {
	src     *Source
	view    string // src.Text as the library is to see it
	chunk   extent // of the document within view
	lines   []int  // offsets of its lines
	ascii   bool
	last    struct{ line, column, offset int } // where offset was last asked
	errs    []*Error
	anchors map[*yaml.Node]built
	aliased int
	// scalars are the extents in which a number sign begins no comment.
	scalars []extent
	parsed  bool
	nodes   int
	budget  *yamlBudget
}

// built is a node with what its place in the tree needs.
type built struct {
	node         *Node
	at           extent // with quotes, brackets and the like
	size, height int    // number of nodes, and how deep they lie
}

func newYAMLReader(src *Source, view string, chunk extent, budget *yamlBudget) *yamlReader {
	if strings.HasPrefix(view[chunk.start:chunk.end], bom) {
		chunk.start += len(bom) // the library does not count it
	}
	r := &yamlReader{src: src, view: view, chunk: chunk, lines: []int{chunk.start}, ascii: true, budget: budget}
	for i := chunk.start; i < chunk.end; i++ {
		switch c := view[i]; {
		case c == '\n':
			r.lines = append(r.lines, i+1)
		case c == '\r' || c >= utf8.RuneSelf:
			r.ascii = r.ascii && c < utf8.RuneSelf
			if n := breakLen(view, i); n > 0 {
				r.lines = append(r.lines, i+n)
				i += n - 1
			}
		}
	}
	return r
}

// read parses the document and returns its root, nil if it has none.
func (r *yamlReader) read() *Node {
	if at, many := manyMarks(r.view, r.chunk); many {
		r.fail(extent{at, at}, "more than %d values", maxNodes)
		return nil
	}
	doc, err := r.decode()
	if err != nil {
		r.errs = append(r.errs, r.locate(err))
	}
	if doc == nil || len(doc.Content) == 0 {
		return nil
	}
	if n := r.excess(doc); n != nil {
		at := r.offset(n.Line, n.Column)
		r.fail(extent{at, at}, "more than %d values", maxNodes)
		return nil
	}
	r.anchors = make(map[*yaml.Node]built)
	root := r.convert(doc.Content[0], 1)
	r.parsed = true
	if n := doc.Content[0]; n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0 {
		return nil
	}
	return root.node
}

var errMoreContent = errors.New("yaml: did not find expected <document start>")

// decode runs the library. What it panics with is an error like others.
func (r *yamlReader) decode() (doc *yaml.Node, err error) {
	defer func() {
		if recover() != nil {
			doc, err = nil, errors.New("yaml: this document cannot be read")
		}
	}()
	d := yaml.NewDecoder(strings.NewReader(r.view[r.chunk.start:r.chunk.end]))
	var first, second yaml.Node
	if err := d.Decode(&first); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		return nil, err
	}
	if err := d.Decode(&second); err == nil {
		return &first, errMoreContent
	} else if !errors.Is(err, io.EOF) {
		return &first, err
	}
	return &first, nil
}

// offset returns the offset in view of a place that the library names.
func (r *yamlReader) offset(line, column int) int {
	if line < 1 || line > len(r.lines) {
		return r.chunk.end
	}
	if r.ascii {
		return min(r.lines[line-1]+column-1, r.chunk.end)
	}
	at := &r.last
	if at.line != line || at.column > column {
		at.line, at.column, at.offset = line, 1, r.lines[line-1]
	}
	for at.column < column && at.offset < r.chunk.end {
		_, size := utf8.DecodeRuneInString(r.view[at.offset:])
		at.offset += size
		at.column++
	}
	return at.offset
}

func (r *yamlReader) span(x extent) model.Span { return r.src.Span(x.start, x.end) }

func (r *yamlReader) fail(x extent, format string, args ...any) {
	r.errs = addError(r.errs, &Error{Span: r.span(x), Message: fmt.Sprintf(format, args...)})
}

// null is the node for what is not there or cannot be read.
func (r *yamlReader) null(x extent) built {
	node := &Node{Tag: Null, Span: r.span(x), src: r.src, segments: []Segment{{Outer: x.start}}}
	return built{node: node, at: x, size: 1}
}

func (r *yamlReader) convert(n *yaml.Node, depth int) built {
	var b built
	switch {
	case depth > maxTreeDepth:
		at := r.offset(n.Line, n.Column)
		r.fail(extent{at, at}, "nested deeper than %d levels", maxTreeDepth)
		return r.null(extent{at, at})
	case n.Kind == yaml.AliasNode:
		return r.alias(n, depth)
	case n.Kind == yaml.MappingNode:
		b = r.mapping(n, depth)
	case n.Kind == yaml.SequenceNode:
		b = r.sequence(n, depth)
	default:
		b = r.scalar(n)
	}
	if n.Anchor != "" {
		r.anchors[n] = b
	}
	return b
}

func (r *yamlReader) sequence(n *yaml.Node, depth int) built {
	b := r.collection(n, SeqNode)
	for _, c := range n.Content {
		b.node.Items = append(b.node.Items, r.child(&b, c, depth).node)
	}
	n.Content = nil // what is read once may go
	return r.closed(b, ']')
}

func (r *yamlReader) mapping(n *yaml.Node, depth int) built {
	b := r.collection(n, MapNode)
	b.node.Entries = make([]Entry, 0, len(n.Content)/2)
	seen := make(map[string]bool, len(n.Content)/2)
	var merges []built
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := r.child(&b, n.Content[i], depth)
		value := r.child(&b, n.Content[i+1], depth)
		switch {
		case n.Content[i].Tag == "!!merge":
			merges = append(merges, value)
		case key.node.Kind != ScalarNode:
			r.fail(key.at, "map key that is no scalar")
		default:
			b.node.Entries = append(b.node.Entries, Entry{Key: key.node, Value: value.node, Duplicate: seen[key.node.Text]})
			seen[key.node.Text] = true
		}
	}
	n.Content = nil
	for _, m := range merges {
		r.merge(&b, m, seen)
	}
	return r.closed(b, '}')
}

// collection starts a map or sequence.
func (r *yamlReader) collection(n *yaml.Node, kind NodeKind) built {
	at, _ := r.content(n)
	return built{node: &Node{Kind: kind, src: r.src}, at: extent{at, at}, size: 1}
}

// child converts a child of b.
func (r *yamlReader) child(b *built, n *yaml.Node, depth int) built {
	c := r.convert(n, depth+1)
	b.at.end = max(b.at.end, c.at.end)
	b.size += c.size
	b.height = max(b.height, c.height+1)
	return c
}

// closed ends a map or sequence: at its bracket in flow style, else with its last child.
func (r *yamlReader) closed(b built, bracket byte) built {
	if at := b.at.start; at < r.chunk.end && (r.view[at] == '{' && bracket == '}' || r.view[at] == '[' && bracket == ']') {
		b.at.end = r.closing(max(b.at.end, at+1), bracket)
	}
	b.node.Span = r.span(b.at)
	b.node.segments = []Segment{{Outer: b.at.start}}
	return b
}

// closing returns the offset after the bracket that follows an offset, with nothing but
// blanks, comments and separators between them.
func (r *yamlReader) closing(at int, bracket byte) int {
	for p := at; p < r.chunk.end; {
		switch c := r.view[p]; {
		case c == bracket:
			return p + 1
		case c == '#':
			p = nextLine(r.view, p)
		case isBlank(c) || c == ',' || c == ':' || c == '?':
			p++
		case breakLen(r.view, p) > 0:
			p += breakLen(r.view, p)
		default:
			return at
		}
	}
	return at
}

// content returns the offset of a node's content, after its anchor and tag, and the
// offset of the end of these. The library places a node at the first of them.
func (r *yamlReader) content(n *yaml.Node) (at, end int) {
	at = r.offset(n.Line, n.Column)
	end = at
	anchor := n.Anchor != ""
	tag := n.Style&yaml.TaggedStyle != 0
	bare := !tag && n.Kind == yaml.ScalarNode // it may have the tag "!", which the library does not tell
	for at < r.chunk.end {
		if bare && (n.Value != "" || n.Style != 0 || at == end) && r.view[at] == '!' && r.skip(at+1) > at+1 {
			bare, tag = false, true
		}
		switch {
		case anchor && r.view[at] == '&':
			anchor = false
			for at++; at < r.chunk.end && isAnchor(r.view[at]); at++ {
			}
		case tag && r.view[at] == '!':
			tag = false
			for at < r.chunk.end && !isBlank(r.view[at]) && breakLen(r.view, at) == 0 {
				at++
			}
		default:
			return at, end
		}
		end = at
		at = r.skip(at)
	}
	return at, end
}

func isAnchor(c byte) bool {
	return c == '_' || c == '-' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// skip returns the offset of what follows blanks, line breaks and comments.
func (r *yamlReader) skip(at int) int {
	for at < r.chunk.end {
		switch n := breakLen(r.view, at); {
		case n > 0:
			at += n
		case isBlank(r.view[at]):
			at++
		case r.view[at] == '#':
			at = nextLine(r.view, at)
		default:
			return at
		}
	}
	return r.chunk.end
}

func (r *yamlReader) scalar(n *yaml.Node) built {
	at, properties := r.content(n)
	style := n.Style &^ yaml.TaggedStyle
	if style == 0 && n.Value == "" {
		return r.null(r.separated(properties)).tagged(n)
	}
	s, body, whole := r.text(n, style, at, r.view)
	if s.out.String() != n.Value {
		// Not a text that we read as the library does: keep its answer, and the start.
		end := min(at+len(n.Value), r.chunk.end)
		s = &yamlScalar{}
		s.out.WriteString(n.Value)
		body, whole = extent{at, end}, extent{at, end}
	} else if r.view[whole.start:whole.end] != r.src.Text[whole.start:whole.end] {
		s, body, whole = r.text(n, style, at, r.src.Text)
	}
	r.scalars = append(r.scalars, extent{min(body.start, whole.end), whole.end})
	node := &Node{Text: s.out.String(), Span: r.span(body), src: r.src, segments: s.segments(body.start)}
	return built{node: node, at: whole, size: 1}.tagged(n)
}

// separated returns the place of a value that is not there: after its colon, if only
// blanks lie between.
func (r *yamlReader) separated(at int) extent {
	first := r.chunk.start // a colon before it is within the key
	if n := len(r.scalars); n > 0 {
		first = r.scalars[n-1].end
	}
	colon := at
	for colon > first && isBlank(r.view[colon-1]) {
		colon--
	}
	if colon > first && r.view[colon-1] == ':' {
		at = colon
	}
	return extent{at, at}
}

// text decodes a scalar, copying from the given text, and returns the extents of its
// text and of the whole scalar with its quotes.
func (r *yamlReader) text(n *yaml.Node, style yaml.Style, at int, text string) (s *yamlScalar, body, whole extent) {
	s = &yamlScalar{decoded: decoded{text: text}, view: r.view, end: r.chunk.end}
	switch style {
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		quote := byte('"')
		if style == yaml.SingleQuotedStyle {
			quote = '\''
		}
		end := s.quoted(at+1, quote)
		return s, extent{at + 1, end}, extent{at, min(end+1, r.chunk.end)}
	case yaml.LiteralStyle, yaml.FoldedStyle:
		start, end := s.block(at, n.Value, style == yaml.FoldedStyle)
		return s, extent{start, max(start, end)}, extent{at, max(start, end)}
	}
	end := s.plain(at, len(n.Value))
	return s, extent{at, end}, extent{at, end}
}

// tagged sets the tag of a scalar. Of YAML's own types only null and str are told apart.
func (b built) tagged(n *yaml.Node) built {
	switch {
	case n.Style&^yaml.TaggedStyle != 0:
		b.node.Tag = String
	case n.Tag == "!!null":
		b.node.Tag = Null
	case n.Style&yaml.TaggedStyle != 0 && n.Tag == "!!str":
		b.node.Tag = String
	default:
		b.node.Tag = Plain
	}
	return b
}
