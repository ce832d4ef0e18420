package syntax

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// create reads CREATE.
func (p *sqlParser) create(s *Statement) {
	start := p.i
	p.i++
	p.modifiers(s)
	s.Object = p.object()
	s.Verb = p.span(start, p.i)
	switch s.Object {
	case "TABLE":
		s.Kind = CreateTableStatement
	case "VIEW":
		s.Kind = CreateViewStatement
	case "CATALOG":
		s.Kind = CreateCatalogStatement
	default:
		s.Kind = CreateOtherStatement
	}
	s.IfNotExists = p.accept("IF", "NOT", "EXISTS")
	s.Name = p.name()
	if s.Kind == CreateTableStatement && p.sign(p.peek(), '(') {
		p.columns(s)
	}
	p.clauses(s)
}

// clauses reads what follows a name in CREATE, in any order.
func (p *sqlParser) clauses(s *Statement) {
	for p.peek().kind != sqlEnd && !p.startsStatement(0) {
		switch t := p.peek(); {
		case t.is("WITH") && p.sign(p.ahead(1), '('):
			p.i++
			p.options(s)
		case t.is("LIKE") && s.Kind == CreateTableStatement:
			p.like(s)
		case t.is("AS") && (s.Kind == CreateTableStatement || s.Kind == CreateViewStatement):
			p.i++
			s.Query = p.query()
			return
		case p.sign(t, '('):
			p.skipParens()
		default:
			p.i++
		}
	}
}

// options reads ('key' = 'value', ...).
func (p *sqlParser) options(s *Statement) {
	open := p.peek()
	p.i++
	for first := true; ; first = false {
		t := p.peek()
		switch {
		case t.kind == sqlEnd || p.startsStatement(0):
			p.fail(open.start, open.end, "option list is not closed")
			return
		case p.sign(t, ')'):
			if !first && p.sign(&p.tokens[p.i-1], ',') {
				p.fail(p.tokens[p.i-1].start, p.tokens[p.i-1].end, "no option follows the comma")
			}
			p.i++
			return
		case p.templated(t) && !p.sign(p.ahead(1), '='):
			s.Templated = true
			p.i++
			p.acceptSign(',')
			continue
		}
		pair, quoting, ok := p.option()
		if !ok {
			p.fail(t.start, t.end, "an option 'key' = 'value' is expected here")
			p.skipOption()
			continue
		}
		if len(s.Options) > 0 && quoting != s.Quoting {
			quoting = MixedQuotes
		}
		s.Options, s.Quoting = append(s.Options, pair), quoting
		if t = p.peek(); p.sign(t, ')') || p.acceptSign(',') || t.kind == sqlEnd {
			continue
		}
		if p.sign(p.ahead(1), '=') && (t.kind == sqlString || t.kind == sqlWord) {
			p.fail(t.start, t.end, "a comma is missing before this option")
			continue
		}
		if quoting == Quoted && !p.templated(t) {
			p.fail(t.start, t.end, "a comma or the end of the option list is expected here")
		}
		p.skipOption()
	}
}

// templated reports whether a token is a template's expression.
func (p *sqlParser) templated(t *sqlToken) bool {
	return t.kind == sqlWord && (strings.HasPrefix(p.text[t.start:t.end], "{{") || strings.HasPrefix(p.text[t.start:t.end], "${"))
}

// skipOption goes to the next comma or the end of the list.
func (p *sqlParser) skipOption() {
	for ; p.peek().kind != sqlEnd; p.i++ {
		switch t := p.peek(); {
		case p.sign(t, ','):
			p.i++
			return
		case p.sign(t, ')'), p.startsStatement(0):
			return
		case p.sign(t, '('):
			p.skipParens()
			p.i--
		}
	}
}

// option reads key = value. Keys without quotes are those of other dialects, or of SET.
func (p *sqlParser) option() (pair Pair, quoting Quoting, ok bool) {
	key, t := p.i, p.peek()
	var k Word
	switch t.kind {
	case sqlString:
		k = p.word(t)
		p.i++
	case sqlDoubleQuote, sqlQuotedName:
		k, quoting = p.word(t), MixedQuotes
		p.i++
	case sqlWord:
		quoting = Unquoted
		for p.peek().kind == sqlWord || p.sign(p.peek(), '.') || p.sign(p.peek(), '-') {
			p.i++
		}
		k = p.raw(key, p.i)
	default:
		return pair, quoting, false
	}
	if !p.acceptSign('=') {
		return pair, quoting, false
	}
	pair = Pair{Key: k.Text, KeySpan: k.Span}
	return pair, quoting, p.value(&pair)
}

// value reads an option's value: a string, or several one after the other, which are one
// in SQL; or what other dialects have, up to the next comma.
func (p *sqlParser) value(pair *Pair) bool {
	first, t := p.i, p.peek()
	if t.kind != sqlString && t.kind != sqlDoubleQuote {
		for p.peek().kind == sqlWord || p.sign(p.peek(), '.') || p.sign(p.peek(), '-') || p.sign(p.peek(), ':') {
			p.i++
		}
		if p.i == first {
			return false
		}
		w := p.raw(first, p.i)
		pair.Value, pair.ValueSpan, pair.RawValue = w.Text, w.Span, w.Text
		return true
	}
	var b strings.Builder
	for p.peek().kind == t.kind && !p.sign(p.ahead(1), '=') || p.i == first {
		b.WriteString(p.decode(p.peek()))
		p.i++
		if p.tokens[p.i-1].escapes == unicodeEscapes && p.peek().is("UESCAPE") && p.ahead(1).kind == sqlString {
			p.i += 2
		}
	}
	last := first
	for i := first; i < p.i; i++ {
		if p.tokens[i].kind == t.kind {
			last = i
		}
	}
	start, end := t.innerStart, p.tokens[last].inside
	pair.Value, pair.ValueSpan, pair.RawValue = b.String(), p.src.Span(start, end), p.text[start:end]
	return true
}

// hint reads /*+ OPTIONS('key'='value'), ... */ and returns the options.
func (p *sqlParser) hint() []Pair {
	var found Statement
	for p.i++; p.peek().kind != sqlEnd; p.i++ {
		switch t := p.peek(); {
		case t.kind == sqlHintEnd:
			p.i++
			return found.Options
		case t.is("OPTIONS") && p.sign(p.ahead(1), '('):
			p.i++
			p.options(&found)
			p.i--
		}
	}
	return found.Options
}

// like reads LIKE table [(INCLUDING | EXCLUDING | OVERWRITING feature ...)]. What is said of
// ALL holds for the features that are not named (MergeTableLikeUtil.computeMergingStrategies).
func (p *sqlParser) like(s *Statement) {
	p.i++
	l := &Like{Table: p.name()}
	s.Like = l
	open := p.peek()
	if !p.acceptSign('(') {
		return
	}
	if p.sign(p.peek(), ')') {
		p.fail(open.start, p.peek().end, "nothing stands between the parentheses")
	}
	features := map[string]*bool{"OPTIONS": &l.ExcludingOptions, "WATERMARKS": &l.ExcludingWatermarks,
		"CONSTRAINTS": &l.ExcludingConstraints, "GENERATED": &l.ExcludingGenerated, "METADATA": &l.ExcludingMetadata}
	named := make(map[string]bool)
	for ; p.peek().kind != sqlEnd && !p.sign(p.peek(), ')'); p.i++ {
		excluding := p.peek().is("EXCLUDING")
		if !excluding && !p.is(0, "INCLUDING") && !p.is(0, "OVERWRITING") {
			continue
		}
		feature := p.ahead(1)
		switch word := strings.ToUpper(p.text[feature.start:feature.end]); {
		case word == "ALL":
			for name, excluded := range features {
				if !named[name] {
					*excluded = excluding
				}
			}
		case features[word] != nil:
			*features[word], named[word] = excluding, true
		}
	}
	p.acceptSign(')')
}

// decode returns the text of a token without quotes and escapes.
func (p *sqlParser) decode(t *sqlToken) string {
	text := p.text[t.innerStart:t.inside]
	switch {
	case t.kind == sqlWord || t.innerStart == t.start:
		return text
	case t.escapes == cEscapes:
		return decodeC(text)
	case t.escapes == unicodeEscapes:
		return decodeUnicode(text, p.escapeSign(t))
	}
	quote := p.text[t.innerStart-1 : t.innerStart]
	return strings.ReplaceAll(text, quote+quote, quote)
}

// escapeSign returns the escape character of a U&” literal: backslash unless UESCAPE says so.
func (p *sqlParser) escapeSign(t *sqlToken) byte {
	rest := p.text[t.end:min(t.end+40, len(p.text))]
	if f := strings.Fields(rest); len(f) > 1 && strings.EqualFold(f[0], "UESCAPE") && len(f[1]) >= 3 && f[1][0] == '\'' {
		return f[1][1]
	}
	return '\\'
}

// decodeC decodes the literal E'...': the escapes of C, and doubled quotes.
func decodeC(text string) string {
	if !strings.ContainsAny(text, `\'`) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\'' {
			b.WriteByte(c)
			i++
			continue
		}
		if c != '\\' || i+1 == len(text) {
			b.WriteByte(c)
			continue
		}
		i++
		switch c = text[i]; c {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'x', 'u', 'U':
			width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
			i += codePoint(&b, text, i+1, width, 16)
		case '0', '1', '2', '3', '4', '5', '6', '7':
			i += codePoint(&b, text, i, 3, 8) - 1
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// codePoint writes the character whose number has up to width digits from i on, and
// returns how many there are.
func codePoint(b *strings.Builder, text string, i, width, base int) int {
	n := 0
	for n < width && i+n < len(text) {
		if _, err := strconv.ParseUint(text[i+n:i+n+1], base, 8); err != nil {
			break
		}
		n++
	}
	v, err := strconv.ParseUint(text[i:i+n], base, 32)
	if err != nil || v > utf8.MaxRune {
		v = utf8.RuneError
	}
	b.WriteRune(rune(v))
	return n
}

// decodeUnicode decodes the literal U&'...': \XXXX and \+XXXXXX, and doubled quotes.
func decodeUnicode(text string, escape byte) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\'':
			b.WriteByte(c)
			i++
		case c != escape || i+1 == len(text):
			b.WriteByte(c)
		case text[i+1] == escape:
			b.WriteByte(c)
			i++
		case text[i+1] == '+':
			i += 1 + codePoint(&b, text, i+2, 6, 16)
		default:
			i += codePoint(&b, text, i+1, 4, 16)
		}
	}
	return b.String()
}

// interval returns the milliseconds of INTERVAL 'n' UNIT.
func interval(number, unit string) (int64, bool) {
	ms := map[string]float64{"MILLISECOND": 1, "SECOND": 1e3, "MINUTE": 6e4, "HOUR": 36e5, "DAY": 864e5, "WEEK": 6048e5}
	n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	scale, ok := ms[strings.TrimSuffix(strings.ToUpper(unit), "S")]
	if err != nil || !ok || math.IsInf(n, 0) || math.IsNaN(n) || math.Abs(n*scale) > math.MaxInt64/2 {
		return 0, false
	}
	return int64(math.Round(n * scale)), true
}
