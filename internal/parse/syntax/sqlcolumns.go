package syntax

import "strings"

// columns reads the parenthesis with the columns of CREATE TABLE.
func (p *sqlParser) columns(s *Statement) {
	open := p.peek()
	p.i++
	for {
		t := p.peek()
		switch {
		case t.kind == sqlEnd || p.startsStatement(0):
			p.fail(open.start, open.end, "column list is not closed")
			return
		case p.sign(t, ')'):
			p.i++
			return
		case p.sign(t, ','):
			p.i++
			continue
		}
		from, to := p.i, p.itemEnd()
		p.column(s, from, to)
		p.i = to
	}
}

// itemEnd returns the index of the comma or parenthesis that ends a column.
func (p *sqlParser) itemEnd() int {
	depth, angle := 0, 0
	for i := p.i; ; i++ {
		t := &p.tokens[i]
		if t.kind == sqlEnd {
			return i
		}
		if t.kind != sqlPunct {
			continue
		}
		switch c := p.text[t.start]; {
		case c == '(':
			depth++
		case c == ')':
			if depth == 0 {
				return i
			}
			depth--
		case c == '<' && i > p.i && p.nested(&p.tokens[i-1]):
			angle++
		case c == '>' && angle > 0:
			angle--
		case c == ',' && depth == 0 && angle == 0:
			return i
		}
	}
}

// nested reports whether a token is a type that takes others in angle brackets.
func (p *sqlParser) nested(t *sqlToken) bool {
	if t.kind != sqlWord {
		return false
	}
	switch strings.ToUpper(p.text[t.start:t.end]) {
	case "ARRAY", "MAP", "MULTISET", "ROW", "STRUCTURED":
		return true
	}
	return false
}

// column reads one item of the list from the tokens.
func (p *sqlParser) column(s *Statement, from, to int) {
	p.i = from
	switch t := p.peek(); {
	case t.is("WATERMARK") && p.ahead(1).is("FOR"):
		p.watermark(s, to)
		return
	case t.is("CONSTRAINT"):
		p.i += 2
		if p.i < to && p.peek().is("PRIMARY") {
			p.primaryKey(s, to)
		}
		return
	case t.is("PRIMARY") && p.ahead(1).is("KEY"):
		p.primaryKey(s, to)
		return
	case t.is("UNIQUE"), !t.isName():
		return
	}
	c := Column{Name: p.word(p.peek())}
	p.i++
	if p.i < to && p.accept("AS") {
		c.Expr = p.text[p.tokens[p.i].start:max(p.tokens[p.i].start, p.tokens[to-1].end)]
		c.Epoch = p.epoch(to)
		s.Columns = append(s.Columns, c)
		return
	}
	typeFrom, typeTo := p.i, -1
	for ; p.i < to; p.i++ {
		t := p.peek()
		switch {
		case p.sign(t, '('), p.sign(t, '<'):
			p.bracket(to)
			continue
		case t.is("NOT") && p.ahead(1).is("NULL"):
			c.NotNull = true
		case t.is("METADATA"):
			c.Metadata = true
		case t.is("PRIMARY") && p.ahead(1).is("KEY"):
			s.PrimaryKey = &PrimaryKey{Columns: []Word{c.Name}, Span: p.span(p.i, p.i+2)}
		case t.is("NULL"), t.is("COMMENT"), t.is("CONSTRAINT"), t.is("UNIQUE"), t.is("DEFAULT"):
		default:
			continue
		}
		if typeTo < 0 {
			typeTo = p.i
		}
	}
	if typeTo < 0 {
		typeTo = to
	}
	if typeTo > typeFrom {
		c.Type = p.text[p.tokens[typeFrom].start:p.tokens[typeTo-1].end]
	}
	s.Columns = append(s.Columns, c)
}

// epoch finds the function that makes a time of the number in a column.
func (p *sqlParser) epoch(to int) *Epoch {
	for i := p.i; i+3 < to; i++ {
		t, column, next := &p.tokens[i], &p.tokens[i+2], &p.tokens[i+3]
		if t.kind != sqlWord || !p.sign(&p.tokens[i+1], '(') || !column.isName() {
			continue
		}
		e := &Epoch{Column: p.word(column)}
		switch name := p.text[t.start:t.end]; {
		case strings.EqualFold(name, "FROM_UNIXTIME") && (p.sign(next, ')') || p.sign(next, ',')):
			e.Span = p.span(i, i+4)
			return e
		case strings.EqualFold(name, "TO_TIMESTAMP_LTZ") && i+5 < to && p.sign(next, ',') && p.sign(&p.tokens[i+5], ')'):
			precision := &p.tokens[i+4]
			if digits := p.text[precision.start:precision.end]; digits == "0" || digits == "3" {
				e.Precision, e.Span = int(digits[0]-'0'), p.span(i, i+6)
				return e
			}
		}
	}
	return nil
}

// bracket goes to the bracket that closes the one at hand, or to the last token before to.
func (p *sqlParser) bracket(to int) {
	depth := 0
	for ; p.i < to; p.i++ {
		t := p.peek()
		if p.sign(t, '(') || p.sign(t, '<') {
			depth++
		} else if p.sign(t, ')') || p.sign(t, '>') {
			if depth--; depth == 0 {
				return
			}
		}
	}
	p.i = to - 1
}

// primaryKey reads PRIMARY KEY (columns).
func (p *sqlParser) primaryKey(s *Statement, to int) {
	k := &PrimaryKey{Span: p.span(p.i, p.i+2)}
	for p.i += 2; p.i < to && !p.sign(p.peek(), ')'); p.i++ {
		if t := p.peek(); t.isName() {
			k.Columns = append(k.Columns, p.word(t))
		}
	}
	s.PrimaryKey = k
}

// watermark reads WATERMARK FOR column AS expression.
func (p *sqlParser) watermark(s *Statement, to int) {
	p.i += 2
	name := p.name()
	if len(name) == 0 || !p.accept("AS") || p.i >= to {
		return
	}
	w := &Watermark{Column: name[len(name)-1], Expr: p.raw(p.i, to)}
	if len(name) > 1 { // of a field of a row
		w.Column = Word{Text: name.String(), Span: name.Span()}
	}
	from := p.i
	for to-from > 2 && p.sign(&p.tokens[from], '(') && p.sign(&p.tokens[to-1], ')') {
		from, to = from+1, to-1
	}
	w.Delay, w.Known = p.delay(name, from, to)
	s.Watermark = w
}

// delay reads the expression of a watermark: the column, or the column - INTERVAL 'n' UNIT.
func (p *sqlParser) delay(column Name, from, to int) (ms int64, known bool) {
	p.i = from
	if p.name().String() != column.String() {
		return 0, false
	}
	rest := p.tokens[p.i:to]
	if len(rest) == 0 {
		return 0, true
	}
	if len(rest) == 7 && p.sign(&rest[4], '(') && p.sign(&rest[6], ')') {
		rest = rest[:4] // SECOND(3)
	}
	if len(rest) != 4 || !p.sign(&rest[0], '-') || !rest[1].is("INTERVAL") || rest[2].kind != sqlString || rest[3].kind != sqlWord {
		return 0, false
	}
	return interval(p.decode(&rest[2]), p.text[rest[3].start:rest[3].end])
}
