package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
)

// YAMLDocument is one document of a YAML stream.
type YAMLDocument struct {
	Root     *Node // nil if the document is empty or does not parse
	Comments []Comment
	Span     model.Span
	// Template: the document holds actions of a template engine.
	Template bool
}

// ParseYAML reads a YAML stream. Template actions are blanked out first, so that the
// caller must not do it, and so are the values that Maven fills in (@x@): nodes show them as
// they are written. A document that does not
// parse gives an error and does not affect the others. Scalars keep their text; YAML's
// types are not applied.
func ParseYAML(src *Source) (docs []*YAMLDocument, errs []*Error) {
	view, template := BlankTemplates(src.Text)
	blanked := view
	view, errs = printable(src, blankFiltered(view))
	budget := yamlBudget{nodes: maxStream, comments: maxComments}
	for _, chunk := range splitYAML(view) {
		if len(docs) == maxDocuments {
			at := src.Span(chunk.start, chunk.start)
			return docs, addError(errs, &Error{Span: at, Message: fmt.Sprintf("more than %d documents", maxDocuments)})
		}
		r := newYAMLReader(src, view, chunk, &budget)
		doc := &YAMLDocument{Span: src.Span(chunk.start, chunk.end)}
		doc.Template = template && blanked[chunk.start:chunk.end] != src.Text[chunk.start:chunk.end]
		doc.Root = r.read()
		doc.Comments = r.comments()
		for _, e := range r.errs {
			errs = addError(errs, e)
		}
		docs = append(docs, doc)
	}
	return docs, errs
}

// yamlBudget is what the documents of a stream may still have together.
type yamlBudget struct{ nodes, comments int }

// extent is a range of byte offsets; end is exclusive.
type extent struct{ start, end int }

// splitYAML finds the documents of a stream. A line that begins with "---" or "..." ends
// a document wherever it stands (YAML 1.2, section 9.1.2), so no grammar is needed.
// Blank documents that no "---" opens are left out.
func splitYAML(text string) []extent {
	var chunks []extent
	start, opened := 0, false
	cut := func(end int) {
		if opened || strings.TrimSpace(strings.TrimPrefix(text[start:end], bom)) != "" {
			chunks = append(chunks, extent{start, end})
		}
		start, opened = end, false
	}
	for at := 0; at < len(text); at = nextLine(text, at) {
		switch {
		case marks(text[at:], "---"):
			if opened || !preamble(text[start:at]) {
				cut(at)
			}
			opened = true
		case marks(text[at:], "..."):
			cut(nextLine(text, at))
		}
	}
	cut(len(text))
	return chunks
}

const bom = "\ufeff"

// marks reports whether a line is a document marker.
func marks(line, marker string) bool {
	return strings.HasPrefix(line, marker) && (len(line) == 3 || isBlank(line[3]) || breakLen(line, 3) > 0)
}

// preamble reports whether a text holds nothing but what may stand before a "---":
// comments, directives and blanks.
func preamble(text string) bool {
	for at := 0; at < len(text); {
		next := nextLine(text, at)
		line := strings.TrimPrefix(text[at:next], bom)
		if trimmed := strings.TrimSpace(line); trimmed != "" && trimmed[0] != '#' && line[0] != '%' {
			return false
		}
		at = next
	}
	return true
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// breakLen returns the length of the line break at an offset, 0 if there is none. Beside
// \n, \r and \r\n, YAML 1.1 readers take U+0085, U+2028 and U+2029.
func breakLen(text string, at int) int {
	if at >= len(text) {
		return 0
	}
	switch text[at] {
	case '\n':
		return 1
	case '\r':
		if at+1 < len(text) && text[at+1] == '\n' {
			return 2
		}
		return 1
	case 0xC2:
		if strings.HasPrefix(text[at:], "\u0085") {
			return 2
		}
	case 0xE2:
		if strings.HasPrefix(text[at:], "\u2028") || strings.HasPrefix(text[at:], "\u2029") {
			return 3
		}
	}
	return 0
}

// nextLine returns the offset of the line after the one that holds the offset at.
func nextLine(text string, at int) int {
	for ; at < len(text); at++ {
		if n := breakLen(text, at); n > 0 {
			return at + n
		}
	}
	return len(text)
}

// printable replaces what no YAML reader accepts (control characters, bytes that are not
// UTF-8) by question marks of the same length, and reports each line that has any.
func printable(src *Source, text string) (string, []*Error) {
	var errs []*Error
	var fixed []byte
	line := -1
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		if isPrintable(c, size) {
			i += size
			continue
		}
		if fixed == nil {
			fixed = []byte(text)
		}
		for k := i; k < i+size; k++ {
			fixed[k] = '?'
		}
		if span := src.Span(i, i+size); span.Start.Line != line {
			line = span.Start.Line
			message := fmt.Sprintf("control character U+%04X is not allowed in YAML", c)
			if c == utf8.RuneError && size == 1 {
				message = "byte that is not UTF-8"
			}
			errs = addError(errs, &Error{Span: span, Message: message})
		}
		i += size
	}
	if fixed == nil {
		return text, nil
	}
	return string(fixed), errs
}

func isPrintable(c rune, size int) bool {
	switch {
	case c == utf8.RuneError:
		return size > 1
	case c < 0x20:
		return c == '\t' || c == '\n' || c == '\r'
	}
	return c < 0x7F || c == 0x85 || c >= 0xA0 && c != 0xFFFE && c != 0xFFFF
}
