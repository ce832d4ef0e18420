package syntax

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/magiconair/properties"
)

// ParseProperties reads keys and values as java.util.Properties.load does: separators,
// escapes, continuations, comments only at the start of a line. All occurrences of a key
// are kept, in order. A malformed \uXXXX, at which Java gives the file up, is an error
// and the pair is left out.
func ParseProperties(src *Source) (pairs []Pair, comments []Comment, errs []*Error) {
	text := src.Text
	for pos := 0; pos < len(text); {
		blank := skipBlanks(text, pos)
		start := skipSeparatorBlanks(text, blank, len(text))
		if start == len(text) && (start == blank || skipBlanks(text, start-1) > start-1) {
			break
		}
		switch c := byteAt(text, start); {
		case c == '\n' || c == '\r':
			pos = start + 1
		case c == '#' || c == '!':
			pos = naturalEnd(text, start)
			comments = addComment(comments, Comment{
				Text: strings.TrimSpace(text[start+1 : pos]), Span: src.Span(start, pos), OwnLine: true,
			})
		default:
			// An escaped line end, or a backslash, at the end of the text makes an empty
			// key for Java.
			end := logicalEnd(text, start)
			pair, err := propertiesPair(src, start, end)
			if err != nil {
				errs = addError(errs, err)
			} else {
				pairs = append(pairs, pair)
			}
			pos = max(end, pos+1)
		}
	}
	return pairs, comments, errs
}

// byteAt returns a byte of the text, 0 at its end.
func byteAt(text string, pos int) byte {
	if pos < len(text) {
		return text[pos]
	}
	return 0
}

// skipBlanks returns the offset of the first byte that is no blank of the format; line
// ends are none.
func skipBlanks(text string, pos int) int {
	for pos < len(text) && (text[pos] == ' ' || text[pos] == '\t' || text[pos] == '\f') {
		pos++
	}
	return pos
}

// naturalEnd returns the offset of the line end, or of the end of the text.
func naturalEnd(text string, pos int) int {
	if i := strings.IndexAny(text[pos:], "\r\n"); i >= 0 {
		return pos + i
	}
	return len(text)
}

// logicalEnd returns the end of the logical line: past line ends that a backslash escapes.
func logicalEnd(text string, pos int) int {
	for pos < len(text) {
		switch text[pos] {
		case '\\':
			pos = skipEscaped(text, pos)
		case '\n', '\r':
			return pos
		default:
			pos++
		}
	}
	return pos
}

// skipEscaped returns the offset after the backslash at pos and what it escapes: one
// character, or a line end with the blanks that begin the next line.
func skipEscaped(text string, pos int) int {
	pos++
	if pos >= len(text) {
		return pos
	}
	switch c := text[pos]; {
	case c == '\r' && pos+1 < len(text) && text[pos+1] == '\n':
		return skipBlanks(text, pos+2)
	case c == '\r' || c == '\n':
		return skipBlanks(text, pos+1)
	default:
		_, size := utf8.DecodeRuneInString(text[pos:])
		return pos + size
	}
}

func propertiesPair(src *Source, start, end int) (Pair, *Error) {
	text := src.Text
	keyEnd := start
	for keyEnd < end && !strings.ContainsRune("=: \t\f", rune(text[keyEnd])) {
		if text[keyEnd] == '\\' {
			keyEnd = min(skipEscaped(text, keyEnd), end)
		} else {
			keyEnd++
		}
	}
	value := skipSeparatorBlanks(text, keyEnd, end)
	if value < end && (text[value] == '=' || text[value] == ':') {
		value = skipSeparatorBlanks(text, value+1, end)
	}
	// A key that ends in an escaped line end stops before it, and so does a value.
	pair := Pair{
		KeySpan: src.Span(start, keyEnd), ValueSpan: src.Span(value, end), RawValue: text[value:end],
	}
	var ok bool
	if pair.Key, ok = DecodeProperty(text[start:keyEnd]); !ok {
		return pair, &Error{Span: pair.KeySpan, Message: `malformed \uXXXX escape: java.util.Properties refuses the whole file`}
	}
	if pair.Value, ok = DecodeProperty(text[value:end]); !ok {
		return pair, &Error{Span: pair.ValueSpan, Message: `malformed \uXXXX escape: java.util.Properties refuses the whole file`}
	}
	return pair, nil
}

// skipSeparatorBlanks skips blanks and escaped line ends, which join lines without a trace.
func skipSeparatorBlanks(text string, pos, end int) int {
	for pos < end {
		next := skipBlanks(text, pos)
		if next+1 < end && text[next] == '\\' && (text[next+1] == '\n' || text[next+1] == '\r') {
			next = skipEscaped(text, next)
		}
		if next == pos {
			break
		}
		pos = next
	}
	return min(pos, end)
}

var propertyLoader = properties.Loader{Encoding: properties.UTF8, DisableExpansion: true}

// DecodeProperty returns what java.util.Properties makes of the raw text of a key or of
// a value. It is false for a malformed \uXXXX.
func DecodeProperty(raw string) (string, bool) {
	if !strings.Contains(raw, `\`) {
		return raw, true
	}
	raw, ok := unescapeUnicode(raw)
	if !ok {
		return "", false
	}
	p, err := propertyLoader.LoadBytes([]byte("k=" + raw))
	if err != nil {
		return "", false
	}
	return p.GetString("k", ""), true
}

// unescapeUnicode replaces \uXXXX escapes: the library knows no surrogate pairs and would
// take a decoded blank or backslash for its own. It also drops what the library reads
// otherwise than Java: escaped line ends other than \n and a final lone backslash.
func unescapeUnicode(raw string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			b.WriteByte(raw[i])
			i++
			continue
		}
		if i+1 == len(raw) {
			break
		}
		if raw[i+1] != 'u' {
			end := skipEscaped(raw, i)
			if raw[i+1] != '\n' && raw[i+1] != '\r' {
				b.WriteString(raw[i:end])
			}
			i = end
			continue
		}
		r, ok := unicodeEscape(raw[i:])
		if !ok {
			return "", false
		}
		i += 6
		if utf16.IsSurrogate(r) {
			second, ok := unicodeEscape(raw[i:])
			if pair := utf16.DecodeRune(r, second); ok && pair != utf8.RuneError {
				r = pair
				i += 6
			} else {
				r = utf8.RuneError
			}
		}
		if strings.ContainsRune(" \t\f\r\n\\=:#!", r) {
			b.WriteString(escaped(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String(), true
}

// escaped spells a character that means something to the library's reader.
func escaped(r rune) string {
	switch r {
	case '\t':
		return `\t`
	case '\f':
		return `\f`
	case '\r':
		return `\r`
	case '\n':
		return `\n`
	default:
		return `\` + string(r)
	}
}

// unicodeEscape reads a \uXXXX at the start of a text.
func unicodeEscape(text string) (rune, bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range []byte(text[2:6]) {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		case 'A' <= c && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
