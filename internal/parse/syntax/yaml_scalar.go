package syntax

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// yamlScalar decodes the text of one scalar and keeps where every byte comes from. The
// library's answer gives no end and no inner positions, so the text is read again by the
// same rules: YAML 1.1 as libyaml reads it.
type yamlScalar struct {
	decoded
	view string // what the library read
	end  int    // of the document
}

// lineBreak returns the line break at an offset as a reader sees it, and its length.
func (s *yamlScalar) lineBreak(at int) (string, int) {
	n := min(breakLen(s.view, at), s.end-at)
	switch {
	case n <= 0:
		return "", 0
	case n == 3:
		return s.view[at : at+3], 3
	}
	return "\n", n
}

// fold reads blanks and line breaks at an offset. If there is no break, the blanks are
// text unless final; a single break is one blank, more are one break less. It returns
// the offset after them, and whether there was a break.
func (s *yamlScalar) fold(at int, escaped bool) (next int, broken bool) {
	var first, rest string
	broken = escaped
	p := at
	for p < s.end {
		if isBlank(s.view[p]) {
			p++
			continue
		}
		b, n := s.lineBreak(p)
		if n == 0 {
			break
		}
		if broken {
			rest += b
		} else {
			first, broken = b, true
		}
		p += n
	}
	switch {
	case !broken:
		s.copy(at, p)
	case first == "\n" && rest == "":
		s.escape(" ", at, p)
	case first == "\n":
		s.escape(rest, at, p)
	default:
		s.escape(first+rest, at, p)
	}
	return p, broken
}

// plain decodes a plain scalar whose decoded text is known to have a length, and
// returns the offset of its end.
func (s *yamlScalar) plain(at, length int) int {
	for at < s.end && s.out.Len() < length {
		switch c := s.view[at]; {
		case isBlank(c) || breakLen(s.view, at) > 0:
			at, _ = s.fold(at, false)
		default:
			next := at + 1
			for next < s.end && next-at < length-s.out.Len() && !isBlank(s.view[next]) && breakLen(s.view, next) == 0 {
				next++
			}
			s.copy(at, next)
			at = next
		}
	}
	return at
}

// quoted decodes a quoted scalar from the offset after its quote, and returns the offset
// of the closing quote.
func (s *yamlScalar) quoted(at int, quote byte) int {
	for at < s.end {
		c := s.view[at]
		switch {
		case c == quote && quote == '\'' && at+1 < s.end && s.view[at+1] == '\'':
			s.escape("'", at, at+2)
			at += 2
		case c == quote:
			return at
		case isBlank(c) || breakLen(s.view, at) > 0:
			at, _ = s.fold(at, false)
		case c == '\\' && quote == '"':
			at = s.escaped(at)
		default:
			next := at + 1
			for next < s.end && s.view[next] > ' ' && s.view[next] < utf8.RuneSelf && s.view[next] != quote && s.view[next] != '\\' {
				next++
			}
			s.copy(at, next)
			at = next
		}
	}
	return at
}

// yamlEscapes are those of one letter (YAML 1.2, section 5.7).
var yamlEscapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1b",
	' ': " ", '"': `"`, '/': "/", '\'': "'", '\\': `\`, 'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}

// escaped decodes the escape at a backslash and returns the offset after it.
func (s *yamlScalar) escaped(at int) int {
	if at+1 >= s.end {
		return s.end
	}
	if n := breakLen(s.view, at+1); n > 0 {
		next, _ := s.fold(at+1+n, true)
		return next
	}
	c := s.view[at+1]
	if decoded, ok := yamlEscapes[c]; ok {
		s.escape(decoded, at, at+2)
		return at + 2
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	next := min(at+2+digits, s.end)
	if code, err := strconv.ParseUint(s.view[at+2:next], 16, 32); err == nil {
		s.escape(string(rune(code)), at, next)
	}
	return next
}

// block decodes the lines of a block scalar whose header starts at an offset; value, the
// decoded text, tells how they are indented. It returns where the text begins and where
// its lines end.
func (s *yamlScalar) block(header int, value string, folded bool) (start, end int) {
	body := min(nextLine(s.view, header), s.end)
	b := blockScalar{yamlScalar: s, at: body, indent: s.indentation(body, value), folded: folded}
	for at := header + 1; at < body && strings.IndexByte("+-123456789", s.view[at]) >= 0; at++ {
		if c := s.view[at]; c < '0' {
			b.chomp = c
		}
	}
	b.read()
	if s.out.Len() == 0 {
		return body, body
	}
	return s.segs[0].Outer, b.end
}

// indentation returns how far the lines of a block from the offset body on are indented.
// Line ends before the first text are text themselves, so the text's first line that is
// not empty is that of the same number in the file.
func (s *yamlScalar) indentation(body int, value string) int {
	at, k, deepest := body, 0, 0
	for k < len(value) && breakLen(value, k) > 0 {
		k += breakLen(value, k)
		line := at
		for at < s.end && breakLen(s.view, at) == 0 {
			at++
		}
		deepest = max(deepest, at-line)
		at += breakLen(s.view, at)
	}
	own := leadingSpaces(value[k:])
	indent := leadingSpaces(s.view[min(at, s.end):s.end])
	if k == len(value) {
		return max(deepest, indent+1)
	}
	return max(indent-own, 1)
}

func leadingSpaces(text string) int { return len(text) - len(strings.TrimLeft(text, " ")) }

// blockScalar reads the lines of a block scalar.
type blockScalar struct {
	*yamlScalar
	at, end int // the reader's place, and the end of the last line with text
	indent  int
	folded  bool
	chomp   byte // '+', '-' or 0
}

// read copies the lines; line breaks are held back until it is clear what becomes of them.
func (b *blockScalar) read() {
	pending := b.breaks()
	var lead extent // the break after the last line
	first, more := true, false
	for b.at < b.yamlScalar.end && b.column() {
		blank := isBlank(b.view[b.at])
		leading, n := b.lineBreak(lead.start)
		switch {
		case first:
		case b.folded && !more && !blank && leading == "\n" && n > 0:
			if len(pending) == 0 {
				b.escape(" ", lead.start, b.at)
			}
		default:
			b.escape(leading, lead.start, lead.end)
		}
		b.emit(pending)
		first, more = false, blank
		eol := b.at
		for eol < b.yamlScalar.end && breakLen(b.view, eol) == 0 {
			eol++
		}
		b.line(b.at, eol)
		b.end = eol
		_, n = b.lineBreak(eol)
		lead = extent{eol, eol + n}
		b.at = eol + n
		pending = b.breaks()
	}
	if b.chomp == '-' {
		return
	}
	if !first && lead.end > lead.start {
		leading, _ := b.lineBreak(lead.start)
		b.escape(leading, lead.start, lead.end)
	}
	if b.chomp == '+' && len(pending) > 0 {
		b.emit(pending)
		b.end = pending[len(pending)-1].start
	}
}

// column reports whether the reader stands at the block's indentation, past blank lines.
func (b *blockScalar) column() bool {
	at := b.at
	for at > 0 && b.at-at < b.indent && b.view[at-1] == ' ' {
		at--
	}
	return b.at-at == b.indent
}

// breaks skips indentation and empty lines, and returns the latter's line breaks.
func (b *blockScalar) breaks() []extent {
	var found []extent
	for {
		at := b.at
		for at < b.yamlScalar.end && at-b.at < b.indent && b.view[at] == ' ' {
			at++
		}
		_, n := b.lineBreak(at)
		if n == 0 {
			b.at = at
			return found
		}
		found = append(found, extent{at, at + n})
		b.at = at + n
	}
}

func (b *blockScalar) emit(breaks []extent) {
	for _, x := range breaks {
		text, _ := b.lineBreak(x.start)
		b.escape(text, x.start, x.end)
	}
}

// line copies a line. One that a template action moved out of the indentation is not
// what the rendered file will hold: it stays blank.
func (b *blockScalar) line(from, to int) {
	if strings.TrimLeft(b.text[from-b.indent:from], " ") != "" {
		b.escape(strings.Repeat(" ", to-from), from, to)
		return
	}
	b.copy(from, to)
}
