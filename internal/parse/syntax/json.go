package syntax

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
)

// JSONDocument is one value of a JSON text.
type JSONDocument struct {
	Root     *Node
	Comments []Comment
	Span     model.Span
	// Template: the document holds actions of a template engine.
	Template bool

	extent extent // within the source
}

// ParseJSON reads a text that is one JSON value. Where the text departs from JSON, what
// was read of the tree until then is returned with the error.
func ParseJSON(src *Source) (*Node, []*Error) {
	docs, errs := ParseJSONStream(src)
	if len(docs) == 0 {
		return nil, errs
	}
	if len(docs) > 1 && len(errs) == 0 {
		errs = append(errs, &Error{Span: docs[1].Root.Span, Message: "expected the end of the text after the first value"})
	}
	return docs[0].Root, errs
}

// ParseJSONStream reads a text that is any number of JSON values. It tolerates a byte
// order mark, comments, a comma before a closing bracket, and template actions, none of
// which JSON has. The members of an object without its braces are read as that object,
// with an error.
func ParseJSONStream(src *Source) ([]*JSONDocument, []*Error) {
	docs, err := readJSON(src, src.Text)
	view, template := BlankTemplates(src.Text)
	if template && err != nil {
		// Not all actions are in strings, where they need no care.
		docs, err = readJSON(src, view)
	}
	for _, doc := range docs {
		start, end := doc.extent.start, doc.extent.end
		doc.Template = template && view[start:end] != src.Text[start:end]
	}
	if err != nil {
		return docs, []*Error{err}
	}
	return docs, nil
}

// readJSON reads the values of a text as it is to be seen, until the first error.
func readJSON(src *Source, view string) ([]*JSONDocument, *Error) {
	r := &jsonReader{src: src, view: view, start: len(view) - len(strings.TrimPrefix(view, bom))}
	r.at = r.start
	var docs []*JSONDocument
	start, taken := 0, 0
	for r.skip(); r.at < len(view) && r.err == nil; r.skip() {
		if len(docs) == maxDocuments {
			r.stop("more than %d values", maxDocuments)
			break
		}
		r.nodes = 0
		doc := &JSONDocument{Root: r.document()}
		if doc.Root == nil {
			break
		}
		doc.extent = extent{start, r.at}
		doc.Span = src.Span(start, r.at)
		doc.Comments = r.comments[taken:]
		start, taken = r.at, len(r.comments)
		docs = append(docs, doc)
	}
	if len(docs) > 0 {
		last := docs[len(docs)-1]
		last.Comments = r.comments[taken-len(last.Comments):]
	}
	return docs, r.err
}

// jsonReader is a recursive descent over a text. It stops at the first error.
type jsonReader struct {
	src      *Source
	view     string // src.Text with template actions blanked out
	start    int    // behind a byte order mark
	at       int
	nodes    int // of the value at hand
	all      int
	comments []Comment
	err      *Error
}

// skip passes over blanks and comments.
func (r *jsonReader) skip() {
	ownLine := r.at == r.start
	for r.at < len(r.view) {
		switch c := r.view[r.at]; {
		case c == '\n' || c == '\r':
			r.at++
			ownLine = true
		case c == ' ' || c == '\t':
			r.at++
		case c == '/' && r.comment(ownLine):
			ownLine = false
		default:
			return
		}
	}
}

// comment reads a // or /* */ comment, if there is one.
func (r *jsonReader) comment(ownLine bool) bool {
	rest := r.view[r.at:]
	var length, tail int
	switch {
	case strings.HasPrefix(rest, "//"):
		if length = strings.IndexAny(rest, "\r\n"); length < 0 {
			length = len(rest)
		}
	case strings.HasPrefix(rest, "/*"):
		tail = 2
		if length = strings.Index(rest[2:], "*/") + 4; length < 4 {
			return false
		}
	default:
		return false
	}
	end := r.at + length
	r.comments = addComment(r.comments, Comment{
		Text: strings.TrimSpace(r.src.Text[r.at+2 : end-tail]), Span: r.src.Span(r.at, end), OwnLine: ownLine,
	})
	r.at = end
	return true
}

// fail keeps the first error: something else was expected at the reader's place.
func (r *jsonReader) fail(expected string) {
	if r.err != nil {
		return
	}
	end := r.at
	found := "the end of the text"
	if end < len(r.view) {
		c, size := utf8.DecodeRuneInString(r.view[end:])
		end += size
		found = strconv.QuoteRune(c)
	}
	r.err = &Error{Span: r.src.Span(r.at, end), Message: fmt.Sprintf("expected %s, found %s", expected, found)}
}

// stop ends reading at the reader's place for a limit.
func (r *jsonReader) stop(format string, limit int) {
	if r.err == nil {
		r.err = &Error{Span: r.src.Span(r.at, r.at), Message: fmt.Sprintf(format, limit)}
	}
}

// next returns the byte at the reader's place, 0 at the end.
func (r *jsonReader) next() byte {
	if r.at < len(r.view) {
		return r.view[r.at]
	}
	return 0
}

// document reads a value, or the members of an object that has no braces.
func (r *jsonReader) document() *Node {
	if r.next() != '"' {
		return r.value(1)
	}
	start := r.at
	text := r.quoted()
	if r.skip(); text == nil || r.next() != ':' {
		return text
	}
	r.at = start
	node := &Node{Kind: MapNode, src: r.src, segments: []Segment{{Outer: start}}}
	r.members(node, 1, 0)
	node.Span = r.src.Span(start, r.at)
	if r.err == nil {
		r.err = &Error{Span: text.Span, Message: "expected '{' before the first key"}
	}
	return node
}

// value reads a value, nil if there is none.
func (r *jsonReader) value(depth int) *Node {
	r.skip()
	if depth > maxTreeDepth {
		r.stop("nested deeper than %d levels", maxTreeDepth)
		return nil
	}
	r.all++
	if r.nodes++; r.nodes > maxNodes || r.all > maxStream {
		r.stop("more than %d values", maxNodes)
		return nil
	}
	switch r.next() {
	case '{':
		return r.collection(MapNode, depth, '}')
	case '[':
		return r.collection(SeqNode, depth, ']')
	case '"':
		return r.quoted()
	}
	return r.word()
}

func (r *jsonReader) collection(kind NodeKind, depth int, bracket byte) *Node {
	start := r.at
	r.at++
	node := &Node{Kind: kind, src: r.src, segments: []Segment{{Outer: start}}}
	r.members(node, depth, bracket)
	if r.next() == bracket {
		r.at++
	}
	node.Span = r.src.Span(start, r.at)
	return node
}

// members reads what stands between brackets; it stops before the closing one, or at
// the end of the text if bracket is 0.
func (r *jsonReader) members(node *Node, depth int, bracket byte) {
	seen := make(map[string]bool)
	for r.skip(); r.next() != bracket; r.skip() {
		var key *Node
		if node.Kind == MapNode {
			if r.next() != '"' {
				r.fail("a key in quotes")
				return
			}
			if key = r.quoted(); key == nil {
				return
			}
			r.nodes++
			r.all++
			if r.skip(); r.next() != ':' {
				r.fail("':' after the key")
				return
			}
			r.at++
		}
		value := r.value(depth + 1)
		switch {
		case value == nil:
			return
		case key == nil:
			node.Items = append(node.Items, value)
		default:
			node.Entries = append(node.Entries, Entry{Key: key, Value: value, Duplicate: seen[key.Text]})
			seen[key.Text] = true
		}
		if r.err != nil {
			return
		}
		if r.skip(); r.next() == ',' {
			r.at++
		} else if r.next() != bracket {
			r.fail("',' or the closing bracket after the value")
			return
		}
	}
}

var jsonNumber = regexp.MustCompile(`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$`)

// word reads a number, true, false, null or a template action.
func (r *jsonReader) word() *Node {
	start := r.at
	end := start
	for end < len(r.view) && strings.IndexByte(" \t\r\n,:[]{}\"/", r.view[end]) < 0 {
		end++
	}
	text := r.src.Text[start:end]
	node := &Node{Tag: Plain, Text: text, src: r.src, segments: []Segment{{Outer: start}}}
	switch {
	case text == "null":
		node.Tag = Null
	case text == "true" || text == "false" || jsonNumber.MatchString(text):
	case text != "" && text != r.view[start:end]:
	default:
		r.fail("a value")
		return nil
	}
	r.at = end
	node.Span = r.src.Span(start, end)
	return node
}

// quoted reads a string, nil if it is not one.
func (r *jsonReader) quoted() *Node {
	s := &decoded{text: r.src.Text}
	r.at++
	start := r.at
	for {
		switch c := r.next(); {
		case c == '"':
			node := &Node{Tag: String, Text: s.out.String(), Span: r.src.Span(start, r.at), src: r.src, segments: s.segments(start)}
			r.at++
			return node
		case c < ' ':
			r.fail("the closing quote of the string")
			return nil
		case c == '\\':
			text, next := jsonEscape(r.view, r.at)
			if next == 0 {
				r.at++
				r.fail("an escape sequence")
				return nil
			}
			s.escape(text, r.at, next)
			r.at = next
		default:
			next := r.at + 1
			for next < len(r.view) && r.view[next] >= ' ' && r.view[next] != '"' && r.view[next] != '\\' {
				next++
			}
			s.copy(r.at, next)
			r.at = next
		}
	}
}

// jsonEscape decodes the escape at a backslash and returns the offset after it, 0 if it
// is none. Both halves of a surrogate pair are one escape.
func jsonEscape(text string, at int) (string, int) {
	if at+1 >= len(text) {
		return "", 0
	}
	if i := strings.IndexByte(`"\/bfnrt`, text[at+1]); i >= 0 {
		return "\"\\/\b\f\n\r\t"[i : i+1], at + 2
	}
	first, ok := utf16Unit(text, at)
	if !ok {
		return "", 0
	}
	if second, ok := utf16Unit(text, at+6); ok {
		if c := utf16.DecodeRune(first, second); c != utf8.RuneError {
			return string(c), at + 12
		}
	}
	return string(first), at + 6
}

// utf16Unit reads an escape of the form \u1234.
func utf16Unit(text string, at int) (rune, bool) {
	if at+6 > len(text) || text[at:at+2] != `\u` {
		return 0, false
	}
	v, err := strconv.ParseUint(text[at+2:at+6], 16, 16)
	return rune(v), err == nil
}
