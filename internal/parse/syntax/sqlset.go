package syntax

import "strings"

// rawSet reads what follows a SET whose key is not quoted: SET key = value, where the
// value ends with the line. Dots, slashes and blanks are parts of it, and where no blank is,
// the last = is the one that separates (SetOperationParseStrategy; the clients before Flink
// 1.13 took the rest of the line).
func (p *sqlParser) rawSet() {
	p.skipBlanks()
	rest := p.text[p.pos:p.lineEnd(p.pos)]
	eq := strings.IndexByte(rest, '=')
	if whole := strings.TrimRight(rest, "; \t\r"); eq > 0 && len(whole) > 0 && !strings.ContainsAny(whole, `; '"`+"\t") {
		eq = max(eq, strings.LastIndexByte(whole[:len(whole)-1], '='))
	}
	if eq <= 0 || strings.ContainsAny(rest[:eq], `'"`+"`;") {
		return
	}
	key := strings.TrimRight(rest[:eq], " \t")
	if strings.ContainsAny(key, " \t") {
		return
	}
	add := func(kind sqlTokenKind, from, to int) {
		p.tokens = append(p.tokens, sqlToken{kind: kind, start: p.pos + from, end: p.pos + to, innerStart: p.pos + from, inside: p.pos + to})
	}
	add(sqlWord, 0, len(key))
	add(sqlPunct, eq, eq+1)
	from := eq + 1
	for from < len(rest) && (rest[from] == ' ' || rest[from] == '\t') {
		from++
	}
	if from < len(rest) && (rest[from] == '\'' || rest[from] == '"') {
		p.pos += from
		return
	}
	to := from
	for to < len(rest) && rest[to] != ';' && !(strings.HasPrefix(rest[to:], "--") && (to == from || rest[to-1] == ' ' || rest[to-1] == '\t')) {
		to++
	}
	trimmed := from + len(strings.TrimRight(rest[from:to], " \t"))
	add(sqlWord, from, trimmed)
	p.pos += to
}

// setting reads SET 'key' = 'value'.
func (p *sqlParser) setting(s *Statement) {
	s.Kind = SetStatement
	p.i++
	if p.peek().kind == sqlEnd {
		return
	}
	key := p.i
	if pair, quoting, ok := p.option(); ok {
		s.Options, s.Quoting = []Pair{pair}, quoting
	} else {
		p.i = key
	}
	for p.peek().kind != sqlEnd && !p.startsStatement(0) {
		p.i++
	}
}

// reset reads RESET 'key'.
func (p *sqlParser) reset(s *Statement) {
	s.Kind = ResetStatement
	p.i++
	first := p.i
	for p.peek().kind != sqlEnd && !p.startsStatement(0) {
		if t := p.peek(); t.kind == sqlString {
			s.Keys = append(s.Keys, p.word(t))
		}
		p.i++
	}
	if len(s.Keys) == 0 && p.i > first {
		s.Keys = []Word{p.raw(first, p.i)}
	}
}
