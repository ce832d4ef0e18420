package syntax

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/kcfglint/kcfglint/internal/model"
)

// Block is a top-level block of HCL: resource "kafka_topic" "orders" { ... }.
type Block struct {
	Type   string
	Labels []string
	Span   model.Span // of the last label, or of the type if there is none
	// Body is a map of the attributes and of the blocks within.
	Body *Node
}

// Limits of what is handed to the parser, which descends without one of its own.
const (
	maxHCL        = 256 << 10 // bytes
	maxHCLDepth   = 200       // brackets within brackets
	maxHCLChoices = 2000      // conditions, directives and runs of signs
)

// ParseHCL reads the blocks of a Terraform file. What an expression amounts to is only
// known of literals: other expressions become texts of the form ${...}, as they stand in
// the file. A text too large or too deep for a configuration is refused.
func ParseHCL(src *Source) ([]*Block, []Comment, []*Error) {
	if reason := excessive(src.Text); reason != "" {
		return nil, nil, []*Error{{Span: src.Span(0, 0), Message: reason}}
	}
	r := hclReader{src: src}
	file, diagnostics := hclsyntax.ParseConfig([]byte(src.Text), src.File.Name, hcl.InitialPos)
	var errs []*Error
	for _, d := range diagnostics {
		if d.Severity == hcl.DiagError && d.Subject != nil && len(errs) == 0 {
			errs = append(errs, &Error{Span: r.span(*d.Subject), Message: strings.ToLower(d.Summary)})
		}
	}
	if file == nil {
		return nil, nil, errs
	}
	body, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		return nil, nil, errs
	}
	var blocks []*Block
	for _, b := range body.Blocks {
		block := &Block{Type: b.Type, Labels: b.Labels, Span: r.span(b.TypeRange), Body: r.body(b.Body, 0)}
		if n := len(b.LabelRanges); n > 0 {
			block.Span = r.span(b.LabelRanges[n-1])
		}
		blocks = append(blocks, block)
	}
	return blocks, r.comments(), errs
}

// excessive says why a text is not handed to the parser, or "".
func excessive(text string) string {
	if len(text) > maxHCL {
		return "larger than any Terraform file that is read"
	}
	depth, choices := 0, 0
	comment := false // people draw lines of dashes in comments
	for i := range len(text) {
		switch c := text[i]; c {
		case '\n':
			comment = false
		case '#':
			comment = true
		case '/':
			comment = comment || i > 0 && text[i-1] == '/'
		case '(', '[', '{':
			if depth++; depth > maxHCLDepth {
				return "nested too deeply"
			}
		case ')', ']', '}':
			depth = max(depth-1, 0)
		case '?', '%':
			choices++
		case '!', '-':
			if !comment && i > 0 && (text[i-1] == '!' || text[i-1] == '-') {
				choices++
			}
		}
	}
	if choices > maxHCLChoices {
		return "more conditions than any Terraform file that is read"
	}
	return ""
}

type hclReader struct{ src *Source }

func (r hclReader) span(rng hcl.Range) model.Span { return r.src.Span(rng.Start.Byte, rng.End.Byte) }

// body makes a map of attributes and inner blocks, in the order of the text.
func (r hclReader) body(b *hclsyntax.Body, depth int) *Node {
	n := &Node{Kind: MapNode, Span: r.span(b.SrcRange)}
	for name, a := range b.Attributes {
		n.Entries = append(n.Entries, Entry{Key: r.text(name, a.NameRange), Value: r.value(a.Expr, depth+1)})
	}
	for _, inner := range b.Blocks {
		n.Entries = append(n.Entries, Entry{Key: r.text(inner.Type, inner.TypeRange), Value: r.body(inner.Body, depth+1)})
	}
	slices.SortFunc(n.Entries, func(a, b Entry) int { return a.Key.Span.Start.Offset - b.Key.Span.Start.Offset })
	return n
}

// text is a scalar that stands in the file as it is.
func (r hclReader) text(text string, rng hcl.Range) *Node {
	return &Node{Kind: ScalarNode, Text: text, Span: r.span(rng), src: r.src, segments: []Segment{{Inner: 0, Outer: rng.Start.Byte}}}
}

// value turns an expression into a node.
func (r hclReader) value(e hclsyntax.Expression, depth int) *Node {
	switch e := e.(type) {
	case *hclsyntax.ObjectConsExpr:
		n := &Node{Kind: MapNode, Span: r.span(e.SrcRange)}
		for _, item := range e.Items {
			key := r.key(item.KeyExpr)
			n.Entries = append(n.Entries, Entry{Key: key, Value: r.value(item.ValueExpr, depth+1)})
		}
		return n
	case *hclsyntax.TupleConsExpr:
		n := &Node{Kind: SeqNode, Span: r.span(e.SrcRange)}
		for _, item := range e.Exprs {
			n.Items = append(n.Items, r.value(item, depth+1))
		}
		return n
	case *hclsyntax.LiteralValueExpr:
		if text, ok := literal(e.Val); ok {
			n := r.text(text, e.SrcRange)
			if e.Val.IsNull() {
				n.Tag = Null
			}
			return n
		}
	case *hclsyntax.UnaryOpExpr:
		if l, ok := e.Val.(*hclsyntax.LiteralValueExpr); ok && e.Op == hclsyntax.OpNegate {
			if text, ok := literal(l.Val); ok {
				return r.text("-"+text, e.SrcRange)
			}
		}
	case *hclsyntax.TemplateExpr:
		return r.template(e)
	}
	rng := e.Range()
	return r.text("${"+r.src.Text[rng.Start.Byte:rng.End.Byte]+"}", rng)
}

// key is the key of an item of an object: a word stands for itself.
func (r hclReader) key(e hclsyntax.Expression) *Node {
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		if word := hcl.ExprAsKeyword(k.Wrapped); word != "" && !k.ForceNonLiteral {
			return r.text(word, k.Range())
		}
		e = k.Wrapped
	}
	return r.value(e, 0)
}

// template joins the parts of a text in quotes or of a heredoc. Each literal part keeps
// its place; an interpolation stays as it is written.
func (r hclReader) template(e *hclsyntax.TemplateExpr) *Node {
	n := &Node{Kind: ScalarNode, Tag: String, Span: r.span(e.SrcRange), src: r.src}
	var b strings.Builder
	for _, part := range e.Parts {
		rng := part.Range()
		raw := r.src.Text[rng.Start.Byte:rng.End.Byte]
		text := "${" + raw + "}"
		if l, ok := part.(*hclsyntax.LiteralValueExpr); ok {
			text, _ = literal(l.Val)
		}
		n.segments = append(n.segments, lineSegments(raw, text, b.Len(), rng.Start.Byte)...)
		b.WriteString(text)
	}
	if n.Text = b.String(); len(n.segments) == 0 {
		n.segments = []Segment{{Outer: e.SrcRange.Start.Byte}}
	}
	if first := n.segments[0].Outer; n.Text != "" && e.IsStringLiteral() {
		n.Span = r.src.Span(first, e.Parts[0].Range().End.Byte) // without the quotes
	}
	return n
}

// lineSegments maps the lines of a text to those of what is written, of which a heredoc
// leaves the indentation out.
func lineSegments(raw, text string, inner, outer int) []Segment {
	rawLines, lines := strings.SplitAfter(raw, "\n"), strings.SplitAfter(text, "\n")
	if raw == text || len(rawLines) != len(lines) {
		return []Segment{{Inner: inner, Outer: outer}}
	}
	var segments []Segment
	for i, line := range lines {
		indent := 0
		if strings.HasSuffix(rawLines[i], line) {
			indent = len(rawLines[i]) - len(line)
		}
		segments = append(segments, Segment{Inner: inner, Outer: outer + indent})
		inner += len(line)
		outer += len(rawLines[i])
	}
	return segments
}

// literal is the text of a literal value.
func literal(v cty.Value) (string, bool) {
	switch {
	case !v.IsKnown():
		return "", false
	case v.IsNull():
		return "", true
	case v.Type() == cty.String:
		return v.AsString(), true
	case v.Type() == cty.Bool:
		if v.True() {
			return "true", true
		}
		return "false", true
	case v.Type() == cty.Number:
		return v.AsBigFloat().Text('f', -1), true
	}
	return "", false
}

// comments returns the comments of the file.
func (r hclReader) comments() []Comment {
	tokens, _ := hclsyntax.LexConfig([]byte(r.src.Text), r.src.File.Name, hcl.InitialPos)
	var found []Comment
	for _, t := range tokens {
		if t.Type == hclsyntax.TokenComment {
			text := strings.TrimRight(string(t.Bytes), "\r\n")
			found = append(found, Comment{
				Text: strings.TrimSpace(strings.TrimSuffix(strings.TrimLeft(text, "#/*"), "*/")),
				Span: r.src.Span(t.Range.Start.Byte, t.Range.Start.Byte+len(text)), OwnLine: r.ownLine(t.Range.Start.Byte),
			})
		}
	}
	return found
}

func (r hclReader) ownLine(at int) bool {
	return strings.TrimSpace(r.src.Text[strings.LastIndexByte(r.src.Text[:at], '\n')+1:at]) == ""
}
