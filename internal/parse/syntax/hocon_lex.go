package syntax

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hoconKind is the kind of a token of HOCON.
type hoconKind int

const (
	hoconEnd hoconKind = iota
	hoconNewline
	hoconSign      // one of { } [ ] : = , and +=
	hoconWord      // text without quotes
	hoconLiteral   // number, true or false
	hoconNull      // null
	hoconQuoted    // text in quotes, single or triple
	hoconReference // ${path} or ${?path}
	hoconSpace     // blanks between two of those above, which are text there
)

// hoconToken is a token and where it stands; that of a quoted text has its quotes.
type hoconToken struct {
	kind       hoconKind
	start, end int
	sign       string
	ref        *hoconRef
}

// simple reports whether a token is text or stands for one.
func (t hoconToken) simple() bool { return t.kind >= hoconWord }

// hoconRef is a substitution.
type hoconRef struct {
	path       []string
	list       bool // it ends in [] and stands for a list, or for X_0, X_1 ... of the environment
	start, end int
}

// advance reads the next token. Comments are passed over: a line end follows them.
func (r *hoconReader) advance() {
	r.prev = r.tok.end
	if r.err == nil {
		r.tok = r.lex()
		r.at = r.tok.end
	}
	if r.err != nil {
		r.tok = hoconToken{kind: hoconEnd, start: r.at, end: r.at}
	}
}

// lex reads a token from the reader's place on.
func (r *hoconReader) lex() hoconToken {
	at := r.blanks(r.at)
	t := hoconToken{start: at, end: at + 1}
	if at >= len(r.view) {
		t.end = at
		return t
	}
	switch c := r.view[at]; {
	case c == '\n':
		t.kind = hoconNewline
	case strings.IndexByte("{}[]:=,", c) >= 0:
		t.kind, t.sign = hoconSign, r.view[at:at+1]
	case strings.HasPrefix(r.view[at:], "+="):
		t.kind, t.sign, t.end = hoconSign, "+=", at+2
	case c == '"':
		t.kind, t.end = hoconQuoted, r.quotedEnd(at)
	case strings.HasPrefix(r.view[at:], "${") && !r.inside:
		r.inside = true
		t = r.reference(at)
		r.inside = false
	case c == '-' || '0' <= c && c <= '9':
		return r.number(at)
	case strings.IndexByte(hoconReserved, c) >= 0:
		r.failAt(at, "a key or a value")
	default:
		return r.word(at)
	}
	return t
}

// hoconReserved are the signs that end a text without quotes (Tokenizer.notInUnquotedText).
const hoconReserved = "$\"{}[]:=,+#`^?!@*&\\"

// blanks returns the offset after blanks and a comment.
func (r *hoconReader) blanks(at int) int {
	for at < len(r.view) {
		if n := hoconBlank(r.view[at:]); n > 0 {
			at += n
			continue
		}
		if !hoconComment(r.view[at:]) {
			break
		}
		end := at + len(r.view[at:])
		if n := strings.IndexByte(r.view[at:], '\n'); n >= 0 {
			end = at + n
		}
		r.comment(at, end)
		at = end
	}
	return at
}

// hoconComment reports whether a text begins with a comment.
func hoconComment(text string) bool { return text[0] == '#' || strings.HasPrefix(text, "//") }

// comment keeps a comment.
func (r *hoconReader) comment(at, end int) {
	line := strings.LastIndexByte(r.view[:at], '\n') + 1
	trimmed := strings.TrimRight(r.src.Text[at:end], "\r")
	r.comments = addComment(r.comments, Comment{
		Text: strings.TrimSpace(strings.TrimLeft(trimmed, "#/")), Span: r.src.Span(at, at+len(trimmed)),
		OwnLine: strings.TrimSpace(strings.TrimPrefix(r.view[line:at], bom)) == "",
	})
}

// hoconBlank returns the length of the blank that a text begins with, 0 if it is none: what
// Java takes for white space, the blanks that do not break, and the byte order mark
// (ConfigImplUtil.isWhitespace). A line end is none.
func hoconBlank(text string) int {
	switch c := text[0]; {
	case c == '\n':
		return 0
	case c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || 0x1C <= c && c <= 0x1F:
		return 1
	case c < utf8.RuneSelf:
		return 0
	}
	c, size := utf8.DecodeRuneInString(text)
	if c == '\ufeff' || c != '\u0085' && unicode.In(c, unicode.Z) {
		return size
	}
	return 0
}

var (
	hoconDouble = regexp.MustCompile(`^-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$`)
	hoconLong   = regexp.MustCompile(`^-?[0-9]+$`)
)

// number reads what may be a number, and else is a text.
func (r *hoconReader) number(at int) hoconToken {
	t := hoconToken{kind: hoconWord, start: at, end: at + 1}
	for t.end < len(r.view) && strings.IndexByte("0123456789eE+-.", r.view[t.end]) >= 0 {
		t.end++
	}
	text := r.view[at:t.end]
	if strings.ContainsAny(text, ".eE") {
		if hoconDouble.MatchString(text) {
			t.kind = hoconLiteral
		}
	} else if hoconLong.MatchString(text) {
		if _, err := strconv.ParseInt(text, 10, 64); err == nil {
			t.kind = hoconLiteral
		}
	}
	if plus := strings.IndexByte(text, '+'); plus >= 0 && t.kind == hoconWord {
		r.failAt(at+plus, "a text without the sign, or in quotes")
	}
	return t
}

// word reads a text without quotes. One that begins with true, false or null is that, and
// the rest is a text that follows.
func (r *hoconReader) word(at int) hoconToken {
	t := hoconToken{kind: hoconWord, start: at, end: at}
	for _, w := range []string{"true", "false", "null"} {
		if strings.HasPrefix(r.view[at:], w) {
			t.end = at + len(w)
			if t.kind = hoconLiteral; w == "null" {
				t.kind = hoconNull
			}
			return t
		}
	}
	for t.end < len(r.view) {
		c := r.view[t.end]
		if c == '\n' || strings.IndexByte(hoconReserved, c) >= 0 || hoconBlank(r.view[t.end:]) > 0 || hoconComment(r.view[t.end:]) {
			break
		}
		t.end++
	}
	return t
}

// quotedEnd returns the offset after the closing quotes of a text.
func (r *hoconReader) quotedEnd(at int) int {
	if strings.HasPrefix(r.view[at:], `"""`) {
		n := strings.Index(r.view[at+3:], `"""`)
		if n < 0 {
			r.err = &Error{Span: r.src.Span(at, at+3), Message: "the text in triple quotes is not closed"}
			return len(r.view)
		}
		end := at + 6 + n
		for end < len(r.view) && r.view[end] == '"' { // the last three close, the others are text
			end++
		}
		return end
	}
	for i := at + 1; i < len(r.view); {
		switch c := r.view[i]; {
		case c == '"':
			return i + 1
		case c == '\\':
			_, next := jsonEscape(r.view, i)
			if next == 0 {
				r.failAt(i+1, "an escape sequence")
				return i
			}
			i = next
		case c < ' ':
			r.failAt(i, "the closing quote of the text")
			return i
		default:
			i++
		}
	}
	r.failAt(len(r.view), "the closing quote of the text")
	return len(r.view)
}

// reference reads a substitution.
func (r *hoconReader) reference(at int) hoconToken {
	ref := &hoconRef{start: at}
	r.at = at + 2
	if r.at < len(r.view) && r.view[r.at] == '?' {
		r.at++
	}
	var expression []hoconToken
	for r.err == nil {
		t := r.lex()
		r.at = t.end
		if t.sign == "[" && strings.HasPrefix(r.view[t.end:], "]}") { // from 1.4.6 on
			ref.list = true
			r.at = t.end + len("]}")
			break
		}
		if t.sign == "}" {
			break
		}
		if !t.simple() {
			r.failAt(t.start, "the closing brace of the substitution")
			break
		}
		expression = append(expression, t)
	}
	ref.end = r.at
	if r.err == nil {
		for _, n := range r.path(expression, at) {
			ref.path = append(ref.path, n.Text)
		}
	}
	return hoconToken{kind: hoconReference, start: at, end: ref.end, ref: ref}
}

// path splits the tokens of a path at the dots that stand in no quotes.
func (r *hoconReader) path(tokens []hoconToken, at int) []*Node {
	if len(tokens) == 0 {
		if r.err == nil {
			r.failAt(at, "a path")
		}
		return nil
	}
	p := &hoconPath{hoconReader: r}
	p.begin(tokens[0].start)
	for i, t := range tokens {
		if i > 0 && t.start > tokens[i-1].end {
			p.text.copy(tokens[i-1].end, t.start)
		}
		if t.kind == hoconQuoted {
			p.quoted(t)
			continue
		}
		from := t.start
		for k := from; k < t.end; k++ {
			if r.view[k] != '.' {
				continue
			}
			p.text.copy(from, k)
			p.finish(k)
			p.begin(k + 1)
			from = k + 1
		}
		p.text.copy(from, t.end)
	}
	p.finish(tokens[len(tokens)-1].end)
	return p.elements
}

// hoconPath collects the elements of a path.
type hoconPath struct {
	*hoconReader
	elements []*Node
	text     decoded
	start    int
	tag      Tag // String if any of it is in quotes
	empty    bool
	inner    extent // of the text in the quotes that are all of the element
}

func (p *hoconPath) begin(at int) {
	p.text, p.start, p.tag, p.empty, p.inner = decoded{text: p.src.Text}, at, Plain, false, extent{}
}

func (p *hoconPath) quoted(t hoconToken) {
	p.inner = extent{}
	if t.start == p.start && p.tag == Plain {
		p.inner = p.decode(&p.text, t)
	} else {
		p.decode(&p.text, t)
	}
	p.tag = String
	p.empty = p.empty || p.text.out.Len() == 0
}

// finish ends an element at an offset.
func (p *hoconPath) finish(at int) {
	x := extent{p.start, at}
	if p.inner.start > 0 && p.inner.end <= at && strings.Trim(p.view[p.inner.end:at], `"`) == "" {
		x = p.inner
	}
	text := p.text.out.String()
	if text == "" && !p.empty && p.err == nil {
		p.err = &Error{Span: p.src.Span(x.start, x.end), Message: "a dot with nothing before or behind it"}
	}
	p.elements = append(p.elements, &Node{
		Tag: p.tag, Text: text, Span: p.src.Span(x.start, x.end), src: p.src, segments: slices.Clone(p.text.segments(x.start)),
	})
}

// decode appends what a quoted text stands for, and returns where the text in its quotes is.
func (r *hoconReader) decode(d *decoded, t hoconToken) extent {
	if strings.HasPrefix(r.view[t.start:t.end], `"""`) {
		x := extent{t.start + 3, t.end - 3}
		d.copy(x.start, x.end)
		return x
	}
	x := extent{t.start + 1, t.end - 1}
	for at := x.start; at < x.end; {
		if r.view[at] == '\\' {
			text, next := jsonEscape(r.view, at)
			d.escape(text, at, next)
			at = next
			continue
		}
		next := at + 1
		for next < x.end && r.view[next] != '\\' {
			next++
		}
		d.copy(at, next)
		at = next
	}
	return x
}
