package syntax

import (
	"strings"
	"unicode/utf8"
)

// sqlTokenKind is the kind of an SQL token.
type sqlTokenKind uint8

const (
	sqlEnd         sqlTokenKind = iota // end of the statement
	sqlWord                            // identifier, keyword or number; may hold placeholders: ${env}_orders
	sqlQuotedName                      // `name`
	sqlString                          // 'text', also with a prefix
	sqlDoubleQuote                     // "text": a name or a string, by dialect
	sqlPunct                           // one byte of anything else
	sqlHintStart                       // /*+
	sqlHintEnd                         // */ of a hint
	sqlSemicolon
)

// sqlEscapes says which escapes a string literal has besides the doubled quote.
type sqlEscapes uint8

const (
	plainEscapes   sqlEscapes = iota
	cEscapes                  // E'\n'
	unicodeEscapes            // U&'\0041'
)

// sqlToken is a token: offsets of the source's text, with and without quotes.
type sqlToken struct {
	kind               sqlTokenKind
	escapes            sqlEscapes
	newLine            bool // first of its line
	behindTag          bool // a template's tag stands before it
	start, end         int
	innerStart, inside int    // the text within the quotes
	keyword            string // upper case; "" if it is none
}

func (t *sqlToken) is(keyword string) bool { return t.keyword == keyword }

// isName reports whether the token can be a part of a name.
func (t *sqlToken) isName() bool {
	return t.kind == sqlWord || t.kind == sqlQuotedName || t.kind == sqlDoubleQuote
}

// sqlLexer cuts a text into tokens. Every byte is looked at a bounded number of times:
// once a search for a closing sign has met the end of the text, later searches for the
// same sign stay within their line.
type sqlLexer struct {
	src      *Source
	text     string
	pos      int
	newLine  bool
	tag      bool // a template's tag was passed since the last token
	inHint   bool
	failed   bool            // an error of the statement at hand is reported
	unclosed map[string]bool // closing signs of which there are no more
	noAction int             // before this offset no template action ends
	comments []Comment
	errs     []*Error
}

// fail reports an error. One a statement is enough: the others follow from it.
func (l *sqlLexer) fail(start, end int, message string) {
	if l.failed {
		return
	}
	l.failed = true
	l.errs = addError(l.errs, &Error{Span: l.src.Span(start, end), Message: message})
}

// lineEnd returns the offset of the end of the line at from.
func (l *sqlLexer) lineEnd(from int) int {
	if i := strings.IndexAny(l.text[from:], "\r\n"); i >= 0 {
		return from + i
	}
	return len(l.text)
}

// skipBlanks goes over blanks, comments and the tags of template engines.
func (l *sqlLexer) skipBlanks() {
	for l.pos < len(l.text) {
		switch c := l.text[l.pos]; {
		case c == '\n' || c == '\r':
			l.newLine = true
			l.pos++
		case c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == 0:
			l.pos++
		case c >= utf8.RuneSelf:
			// no-break space, ideographic space, byte order mark
			r, size := utf8.DecodeRuneInString(l.text[l.pos:])
			if r != '\u00a0' && r != '\u3000' && r != '\ufeff' && r != '\u2028' && r != '\u200b' {
				return
			}
			l.pos += size
		case l.at("--") || l.at("//"):
			l.comment(l.lineEnd(l.pos), 2, 0)
		case l.at("/*") && !l.at("/*+"):
			if end, ok := l.find("*/", l.pos+2); ok {
				l.comment(end, 2, 2)
			} else {
				l.fail(l.pos, l.pos+2, "comment is not closed")
				l.comment(l.lineEnd(l.pos), 2, 0)
			}
		case l.at("{%") || l.at("{#"):
			closing := l.text[l.pos+1:l.pos+2] + "}"
			end, ok := l.find(closing, l.pos+2)
			if !ok {
				return
			}
			l.pos, l.tag = end, true
		default:
			return
		}
	}
}

func (l *sqlLexer) at(sign string) bool { return strings.HasPrefix(l.text[l.pos:], sign) }

// find returns the offset behind the next closing sign.
func (l *sqlLexer) find(closing string, from int) (end int, ok bool) {
	if !l.unclosed[closing] {
		if i := strings.Index(l.text[from:], closing); i >= 0 {
			return from + i + len(closing), true
		}
		l.unclosed[closing] = true
	}
	return 0, false
}

// comment keeps the comment from the current position to end; head and tail are the
// lengths of its signs.
func (l *sqlLexer) comment(end, head, tail int) {
	text := strings.TrimSpace(l.text[l.pos+head : end-tail])
	l.comments = addComment(l.comments, Comment{Text: text, Span: l.src.Span(l.pos, end), OwnLine: l.newLine})
	l.pos = end
}

// next reads a token.
func (l *sqlLexer) next() sqlToken {
	l.skipBlanks()
	t := sqlToken{start: l.pos, newLine: l.newLine, behindTag: l.tag}
	l.newLine, l.tag = false, false
	if l.pos == len(l.text) {
		t.end, t.innerStart, t.inside = l.pos, l.pos, l.pos
		return t
	}
	switch c := l.text[l.pos]; {
	case c == '\'':
		l.quoted(&t, l.pos, '\'', sqlString)
	case c == '`':
		l.quoted(&t, l.pos, '`', sqlQuotedName)
	case c == '"':
		l.quoted(&t, l.pos, '"', sqlDoubleQuote)
	case c == ';':
		l.single(&t, sqlSemicolon, 1)
	case l.at("/*+"):
		l.inHint = true
		l.single(&t, sqlHintStart, 3)
	case l.inHint && l.at("*/"):
		l.inHint = false
		l.single(&t, sqlHintEnd, 2)
	default:
		l.word(&t)
	}
	return t
}

func (l *sqlLexer) single(t *sqlToken, kind sqlTokenKind, width int) {
	t.kind = kind
	t.innerStart, t.inside = l.pos, l.pos+width
	l.pos += width
	t.end = l.pos
}

// quoted reads a literal whose opening quote is at open.
func (l *sqlLexer) quoted(t *sqlToken, open int, quote byte, kind sqlTokenKind) {
	t.kind, t.innerStart = kind, open+1
	sign := string(quote)
	if t.escapes == cEscapes {
		sign = `\` + sign
	}
	oneLine := l.unclosed[sign]
scan:
	for i := open + 1; i < len(l.text); i++ {
		switch c := l.text[i]; {
		case c == '\\' && t.escapes == cEscapes:
			i++
		case c == '\n' && oneLine:
			break scan
		case c == '{' && i+1 < len(l.text) && l.text[i+1] == '{':
			// '{{ var('topic') }}': the quotes of a template's expression are its own.
			if end, ok := l.action(i, true); ok {
				i = end - 1
			}
		case c != quote:
		case i+1 < len(l.text) && l.text[i+1] == quote:
			i++
		case i+1 < len(l.text) && isWordByte(l.text[i+1]) && strings.IndexByte(l.text[open:i], '\n') >= 0:
			// No word follows a literal at once: this quote opens the next literal, and the
			// one at hand was not closed on its line.
			l.unclosedLiteral(t, open, quote)
			return
		default:
			t.inside, t.end, l.pos = i, i+1, i+1
			return
		}
	}
	l.unclosed[sign] = true
	l.unclosedLiteral(t, open, quote)
}

// unclosedLiteral ends a literal with its line, so that the rest can be read.
func (l *sqlLexer) unclosedLiteral(t *sqlToken, open int, quote byte) {
	what := "string"
	if quote != '\'' {
		what = "quoted name"
	}
	l.fail(t.start, open+1, what+" is not closed")
	l.pos = l.lineEnd(open + 1)
	t.inside, t.end = l.pos, l.pos
}

// word reads an identifier, a number or a single sign. Placeholders are parts of words.
func (l *sqlLexer) word(t *sqlToken) {
	i := l.pos
scan:
	for i < len(l.text) {
		c := l.text[i]
		switch {
		case isWordByte(c):
			i++
		case c >= utf8.RuneSelf:
			_, size := utf8.DecodeRuneInString(l.text[i:])
			i += size
		case strings.HasPrefix(l.text[i:], "${"):
			end, ok := l.find("}", i+2)
			if !ok {
				i++
				continue
			}
			i = end
		case c == '$':
			i++
		case strings.HasPrefix(l.text[i:], "{{"):
			end, ok := l.action(i, false)
			if !ok {
				break scan
			}
			i = end
		case c == '%' && i+1 < len(l.text) && l.text[i+1] == 's' && (i+2 == len(l.text) || !isWordByte(l.text[i+2])):
			i += 2 // %s of a format string
		case c == '\'' && i > l.pos && l.prefix(t, l.text[l.pos:i]):
			l.quoted(t, i, '\'', sqlString)
			return
		case c == '&' && i == l.pos+1 && (l.text[l.pos]|0x20) == 'u' && strings.HasPrefix(l.text[i:], "&'"):
			t.escapes = unicodeEscapes
			l.quoted(t, i+1, '\'', sqlString)
			return
		default:
			break scan
		}
	}
	if i == l.pos {
		l.single(t, sqlPunct, 1)
		return
	}
	t.kind, t.innerStart, t.inside, t.end = sqlWord, l.pos, i, i
	t.keyword = sqlKeyword(l.text[l.pos:i])
	l.pos = i
}

// prefix reports whether a word before a quote belongs to the literal: E, N, X, B or a
// character set.
func (l *sqlLexer) prefix(t *sqlToken, word string) bool {
	switch word {
	case "e", "E":
		t.escapes = cEscapes
		return true
	case "n", "N", "x", "X", "b", "B":
		return true
	}
	return strings.HasPrefix(word, "_")
}

// action returns the offset behind a template action {{ ... }}, in which strings and
// braces may lie within each other. Within a string it must end on its line.
func (l *sqlLexer) action(from int, oneLine bool) (end int, ok bool) {
	if from < l.noAction {
		return 0, false
	}
	depth := 0
	i := from
scan:
	for ; i < len(l.text); i++ {
		switch c := l.text[i]; c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1, true
			}
		case '\n':
			if oneLine {
				break scan
			}
		case '\'', '"':
			// A quote that is not closed within its line is an apostrophe.
			if n := strings.IndexAny(l.text[i+1:], string(c)+"\n"); n >= 0 && l.text[i+1+n] == c {
				i += 1 + n
			}
		}
	}
	l.noAction = i
	return 0, false
}

func isWordByte(c byte) bool {
	return c == '_' || c == '@' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// sqlKeywords are the words the reader acts on.
var sqlKeywords = func() map[string]string {
	m := make(map[string]string)
	for _, w := range strings.Fields(`ADD ALTER ANALYZE AND AS BEGIN BY CALL CATALOG COLUMN COMMENT COMPILE CONSTRAINT CREATE CUMULATE
		DATA DATABASE DEFAULT DELETE DESC DESCRIBE DESCRIPTOR DISTINCT DISTRIBUTED DROP END EXCEPT EXCLUDING EXECUTE EXISTS EXPLAIN
		EXTERNAL FETCH FOR FROM FULL FUNCTION GROUP HAVING HOP IF INSERT INTERSECT INTERVAL INTO IS JOIN KEY LATERAL LIKE LIMIT LOAD
		MATERIALIZED METADATA NOT NULL OFFSET ON OPTIONS OR ORDER OVERWRITE PARTITION PARTITIONED PLAN PRIMARY QUALIFY QUIT REMOVE
		REPLACE RESET ROW_NUMBER SELECT SESSION SET SHOW SQL STATEMENT SYSTEM SYSTEM_TIME TABLE TEMP TEMPORARY TRUNCATE TUMBLE UESCAPE UNION
		UNIQUE UNLOAD UNNEST UPDATE USE USING VALUES VIEW VIRTUAL WATERMARK WHERE WINDOW WINDOW_END WINDOW_START WITH`) {
		m[w] = w
	}
	return m
}()

// sqlKeyword returns a word in upper case if it is a keyword.
func sqlKeyword(word string) string {
	var upper [16]byte
	if len(word) > len(upper) {
		return ""
	}
	for i := range len(word) {
		c := word[i]
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		upper[i] = c
	}
	return sqlKeywords[string(upper[:len(word)])]
}
