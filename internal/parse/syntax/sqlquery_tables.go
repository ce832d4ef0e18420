package syntax

// tableWord reads TABLE(function(...)) and TABLE name.
func (r *queryReader) tableWord(s *sqlScope) bool {
	r.i++
	if r.sign(r.peek(), '(') {
		if s.expectTable {
			s.expectTable = false
			s.inputs++
			r.i++
			r.push(sqlScope{function: true})
		}
		return true
	}
	if r.peek().isName() {
		window := s.window
		r.q.Opaque = r.q.Opaque || window == 0 && !s.expectTable
		if name, ok := r.readTable(s); ok && window > 0 {
			r.q.Windows[window-1].Table = name
		}
	}
	return true
}

// windowFunction reads the name of a window function: in FROM it gives a table, in GROUP
// BY it is a group window.
func (r *queryReader) windowFunction(s *sqlScope) bool {
	tvf := s.expectTable || s.function
	if !tvf && s.clause != groupClause {
		return false
	}
	w := Window{Function: r.word(r.peek()), TVF: tvf}
	r.q.Windows = append(r.q.Windows, w)
	n := len(r.q.Windows)
	if tvf {
		if s.expectTable {
			s.expectTable = false
			s.inputs++
		}
		r.i += 2
		r.push(sqlScope{function: true, window: n})
		return true
	}
	s.windowed = true
	s.groups = append(s.groups, n-1)
	r.i += 2
	r.push(sqlScope{window: n})
	if name := r.name(); len(name) > 0 && r.sign(r.peek(), ',') {
		r.q.Windows[n-1].Time = name[len(name)-1]
	}
	return true
}

// nameUse reads a name: a table if one is expected here.
func (r *queryReader) nameUse(s *sqlScope) {
	if !s.expectTable {
		r.over(s)
		r.i++
		return
	}
	s.inputs++
	s.expectTable = false
	r.readTable(s)
}

// readTable reads the name of a table. It is false if it is a function, or the name of a
// common table expression.
func (r *queryReader) readTable(s *sqlScope) (Name, bool) {
	name := r.name()
	if r.sign(r.peek(), '(') { // a table function, with tables among its arguments
		r.i++
		r.push(sqlScope{function: true})
		return nil, false
	}
	s.table = 0
	if len(name) == 1 && r.ctes[name[0].Text] {
		return nil, false
	}
	r.q.Tables = append(r.q.Tables, TableRef{Name: name})
	s.table = len(r.q.Tables)
	if s.inputs == 1 {
		s.first = s.table
	}
	return name, true
}

// hints reads a hint. Options are those of the table before it.
func (r *queryReader) hints(s *sqlScope) {
	options := r.hint()
	if s.table > 0 && len(options) > 0 {
		ref := &r.q.Tables[s.table-1]
		ref.Hints = append(ref.Hints, options...)
	}
}
