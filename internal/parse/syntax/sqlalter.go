package syntax

// alter reads ALTER TABLE name SET (...) or RESET (...), what else it does to watermark, key
// and name, and ALTER VIEW name AS query.
func (p *sqlParser) alter(s *Statement) {
	start := p.i
	s.Kind = AlterOtherStatement
	p.i++
	p.modifiers(s)
	s.Object = p.object()
	if s.Object == "TABLE" {
		s.Kind = AlterTableStatement
	}
	s.Verb = p.span(start, p.i)
	p.accept("IF", "EXISTS")
	s.Name = p.name()
	switch {
	case p.peek().is("SET") && p.sign(p.ahead(1), '('):
		p.i++
		p.options(s)
	case p.peek().is("RESET") && p.sign(p.ahead(1), '('):
		for p.i += 2; p.peek().kind != sqlEnd && !p.sign(p.peek(), ')'); p.i++ {
			if t := p.peek(); t.kind == sqlString {
				s.Keys = append(s.Keys, p.word(t))
			}
		}
	case s.Object == "VIEW" && p.accept("AS"):
		s.Query = p.query()
	case p.is(0, "RENAME") && p.is(1, "TO"):
		p.i += 2
		s.NewName = p.name()
	case s.Object == "TABLE" && (p.is(0, "ADD") || p.is(0, "MODIFY")):
		p.i++
		p.added(s)
	case s.Object == "TABLE" && p.peek().is("DROP"):
		s.DropsWatermark = p.ahead(1).is("WATERMARK")
		s.DropsKey = p.ahead(1).is("PRIMARY") || p.ahead(1).is("CONSTRAINT")
	}
}

// added reads what ALTER TABLE ... ADD or MODIFY names: one item of a list of columns, or a
// list in parentheses.
func (p *sqlParser) added(s *Statement) {
	switch t := p.peek(); {
	case p.sign(t, '('):
		p.columns(s)
	case !t.is("PARTITION"):
		to := p.itemEnd()
		p.column(s, p.i, to)
		p.i = to
	}
}

// drop reads DROP [TEMPORARY] TABLE [IF EXISTS] name.
func (p *sqlParser) drop(s *Statement) {
	start := p.i
	s.Kind = DropStatement
	p.i++
	p.modifiers(s)
	s.Object = p.object()
	s.Verb = p.span(start, p.i)
	p.accept("IF", "EXISTS")
	s.Name = p.name()
}

// use reads USE CATALOG name, USE MODULES names and USE [catalog.]database.
func (p *sqlParser) use(s *Statement) {
	p.i++
	switch {
	case p.accept("CATALOG"):
		s.Object = "CATALOG"
	case p.is(0, "MODULES") && p.ahead(1).isName():
		s.Object = "MODULES"
		p.i++
	}
	s.Name = p.name()
}
