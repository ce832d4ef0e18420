package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// hoconReader is a recursive descent over a text. It stops at the first error, as the
// library does (com.typesafe.config.impl.ConfigDocumentParser).
type hoconReader struct {
	src      *Source
	view     string // src.Text with template actions blanked out
	at       int    // behind the token at hand
	tok      hoconToken
	prev     int  // where the token before it ends
	inside   bool // a substitution
	nodes    int
	includes bool
	comments []Comment
	err      *Error
}

// fail keeps the first error: something else was expected at the token at hand.
func (r *hoconReader) fail(expected string) { r.failAt(r.tok.start, expected) }

func (r *hoconReader) failAt(at int, expected string) {
	if r.err != nil {
		return
	}
	found, end := "the end of the text", min(at, len(r.view))
	if end < len(r.view) {
		c, size := utf8.DecodeRuneInString(r.view[end:])
		if found = strconv.QuoteRune(c); c == '\n' || c == '\r' {
			found = "the end of the line"
		}
		end += size
	}
	r.err = &Error{Span: r.src.Span(min(at, len(r.view)), end), Message: fmt.Sprintf("expected %s, found %s", expected, found)}
}

// refuse keeps the first error: what stands at an offset is not taken.
func (r *hoconReader) refuse(at int, message string) {
	if r.err == nil {
		r.err = &Error{Span: r.src.Span(at, min(at+1, len(r.view))), Message: message}
	}
}

// stop ends reading at the token at hand for a limit.
func (r *hoconReader) stop(format string, limit int) {
	if r.err == nil {
		r.err = &Error{Span: r.src.Span(r.tok.start, r.tok.start), Message: fmt.Sprintf(format, limit)}
	}
}

// count counts what becomes nodes. It is false if there are too many, or too deep.
func (r *hoconReader) count(n, depth int) bool {
	if r.nodes += n; r.nodes > maxNodes {
		r.stop("more than %d values", maxNodes)
	}
	if depth > maxTreeDepth {
		r.stop("nested deeper than %d levels", maxTreeDepth)
	}
	return r.err == nil
}

func (r *hoconReader) newlines() {
	for r.tok.kind == hoconNewline {
		r.advance()
	}
}

// separator passes over line ends and a comma, and reports whether there was any.
func (r *hoconReader) separator() bool {
	seen := r.tok.kind == hoconNewline
	if r.newlines(); r.tok.sign == "," {
		r.advance()
		return true
	}
	return seen
}

// document reads the root, which must be an object.
func (r *hoconReader) document() *hoconObject {
	r.advance()
	r.newlines()
	if r.tok.sign == "[" {
		r.fail("an object")
		return newHOCONObject(0, 0)
	}
	braces := r.tok.sign == "{"
	start := r.tok.start
	if braces {
		r.advance()
	}
	root := newHOCONObject(start, start)
	r.fields(root, braces, 1, false)
	if r.newlines(); r.err == nil && r.tok.kind != hoconEnd {
		r.fail("the end of the text")
	}
	return root
}

// fields reads what stands between braces, and the closing one; list says that it is in a list.
func (r *hoconReader) fields(o *hoconObject, braces bool, depth int, list bool) {
	for r.err == nil {
		var read func()
		r.newlines()
		switch {
		case r.tok.sign == "}" && braces:
			o.end = r.tok.end
			r.advance()
			return
		case r.tok.kind == hoconEnd && !braces:
			o.end = r.tok.end
			return
		case r.tok.kind == hoconWord && r.view[r.tok.start:r.tok.end] == "include":
			o.include = r.tok.start
			r.include()
		default:
			read = r.field(o, depth, list)
		}
		if r.err == nil && !r.separator() && r.tok.sign != "}" && r.tok.kind != hoconEnd {
			r.fail("a comma or a new line")
			continue // the value is more than what was read of it
		}
		if read != nil {
			read()
		}
	}
	o.end = max(o.end, r.prev)
}

// field reads a key and its value, and returns what sets the one to the other, nil if
// either is not all there.
func (r *hoconReader) field(o *hoconObject, depth int, list bool) func() {
	var tokens []hoconToken
	start := r.tok.start
	for r.tok.simple() && r.tok.kind != hoconReference {
		tokens = append(tokens, r.tok)
		r.advance()
	}
	if len(tokens) == 0 {
		r.fail("a key")
		return nil
	}
	path := r.path(tokens, start)
	depth += len(path)
	if r.newlines(); !r.count(2*len(path), depth) {
		return nil
	}
	var v hoconValue
	switch sign := r.tok.sign; sign {
	case "{":
		v.start = r.tok.start
		v.pieces = []hoconPiece{{object: r.braces(depth, list)}}
		v.end = r.prev
	case ":", "=", "+=":
		if r.advance(); sign == "+=" && list {
			r.refuse(start, "+= within a list, where the library does not take it")
			return nil
		}
		v = r.value(depth, list || sign == "+=")
		v.add = sign == "+="
	default:
		r.fail("'=', ':' or '{' after the key")
		return nil
	}
	if r.err != nil && v.object() == nil || len(v.pieces) == 0 {
		return nil
	}
	return func() { o.assign(path, start, v) }
}

func (r *hoconReader) braces(depth int, list bool) *hoconObject {
	o := newHOCONObject(r.tok.start, r.tok.start)
	if r.advance(); r.count(1, depth) {
		r.fields(o, true, depth, list)
	}
	return o
}

// value reads the pieces of a value. It may begin on another line, and ends with its own.
func (r *hoconReader) value(depth int, list bool) hoconValue {
	r.newlines()
	v := hoconValue{start: r.tok.start}
	text := false // whether the last token was text
	for r.err == nil {
		var p hoconPiece
		start, before := r.tok.start, r.prev
		switch {
		case r.tok.simple():
			if text && start > before {
				r.join(&v, hoconPiece{text: []hoconToken{{kind: hoconSpace, start: before, end: start}}}, start)
			}
			if p.ref = r.tok.ref; p.ref == nil {
				p.text = []hoconToken{r.tok}
			}
			r.count(1, 0)
			r.advance()
		case r.tok.sign == "{":
			p.object = r.braces(depth+1, list)
		case r.tok.sign == "[":
			p.list, p.isList = r.items(depth+1), true
		default:
			if len(v.pieces) == 0 {
				r.fail("a value")
			}
			return v
		}
		text = p.text != nil || p.ref != nil
		r.join(&v, p, start)
		v.end = r.prev
	}
	return v
}

// items reads a list and its closing bracket.
func (r *hoconReader) items(depth int) []hoconValue {
	items := []hoconValue{}
	r.advance()
	for r.count(1, depth) {
		if r.newlines(); r.tok.sign == "]" {
			r.advance()
			return items
		}
		if v := r.value(depth, true); len(v.pieces) > 0 {
			items = append(items, v)
		}
		if r.err == nil && !r.separator() && r.tok.sign != "]" {
			r.fail("',' or ']' after the item")
		}
	}
	return items
}

// join adds a piece to a value, joined with the last one where that is possible
// (com.typesafe.config.impl.ConfigConcatenation.join).
func (r *hoconReader) join(v *hoconValue, p hoconPiece, at int) {
	n := len(v.pieces)
	if n == 0 || r.err != nil {
		v.pieces = append(v.pieces, p)
		return
	}
	last := &v.pieces[n-1]
	switch {
	case last.ref != nil || p.ref != nil:
		v.pieces = append(v.pieces, p)
	case last.text != nil && p.text != nil:
		last.text = append(last.text, p.text...)
	case last.object != nil && p.object != nil:
		last.object.merge(p.object)
	case last.isList && p.isList:
		last.list = append(last.list, p.list...)
	case last.text == nil && p.text != nil && (p.text[0].kind == hoconWord || p.text[0].kind == hoconSpace):
		// The library takes it for blanks.
	case last.object != nil && last.object.numeric() || p.object != nil && p.object.numeric():
		// An object whose keys are numbers can be a list.
		v.pieces = append(v.pieces, p)
	default:
		r.refuse(at, "an object or a list and something else make no value together")
	}
}

// numeric reports whether an object has a key that can be the number of an item.
func (o *hoconObject) numeric() bool {
	for _, f := range o.order {
		if _, err := strconv.Atoi(f.name); err == nil {
			return true
		}
	}
	return false
}

// include reads an include statement: of a name in quotes, of url(), file() or classpath(),
// and any of these in required().
func (r *hoconReader) include() {
	r.includes = true
	r.advance()
	closing := 0
	for _, kinds := range [][]string{{"required("}, {"url(", "file(", "classpath("}} {
		r.newlines()
		if r.tok.kind != hoconWord {
			continue
		}
		for _, kind := range kinds {
			if strings.HasPrefix(r.view[r.tok.start:r.tok.end], kind) {
				r.at = r.tok.start + len(kind)
				r.advance()
				closing++
				break
			}
		}
	}
	if r.newlines(); r.tok.kind != hoconQuoted {
		r.fail("the name of a file in quotes")
		return
	}
	r.advance()
	for range closing {
		if r.newlines(); r.tok.kind != hoconWord || r.view[r.tok.start] != ')' {
			r.fail("')'")
			return
		}
		r.at = r.tok.start + 1
		r.advance()
	}
}
