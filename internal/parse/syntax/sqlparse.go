package syntax

import (
	"fmt"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// ParseSQL reads the statements of a script in Flink's SQL (the grammar of Apache Calcite
// with Flink's statements) and skips what it does not know, so that the files of other
// systems can be told apart. Line comments begin with -- or //, which Calcite takes too.
// Placeholders (${x}, {{ x }}) are parts of names. It is linear in the length of the text
// and never fails: after an error it resumes at the next statement.
func ParseSQL(src *Source) (stmts []*Statement, comments []Comment, errs []*Error) {
	p := &sqlParser{sqlLexer: sqlLexer{src: src, text: src.Text, newLine: true, unclosed: make(map[string]bool)}}
	for p.fill() {
		if t := p.tokens[0]; len(p.stmts) >= maxStatements && t.kind != sqlEnd {
			p.fail(t.start, t.end, fmt.Sprintf("more than %d statements: those from here on are not read", maxStatements))
			break
		}
		for p.i = 0; p.peek().kind != sqlEnd; {
			before := p.i
			p.statement()
			if p.i == before {
				p.i++
			}
		}
	}
	return p.stmts, p.comments, p.errs
}

// sqlParser reads the statements from the tokens of one after the other.
type sqlParser struct {
	sqlLexer
	tokens  []sqlToken // of the statement at hand, with an sqlEnd behind them
	i       int        // the next one
	stmts   []*Statement
	sets    int // statement sets so far
	set     int // the one we are in
	explain bool
}

// fill reads the tokens up to the next semicolon. It is false at the end of the text.
func (p *sqlParser) fill() bool {
	p.tokens, p.failed = p.tokens[:0], false
	hint := -1
	for {
		t := p.next()
		switch t.kind {
		case sqlHintStart:
			hint = min(len(p.tokens), maxTokens-1)
		case sqlEnd, sqlSemicolon:
			if p.inHint {
				p.fail(p.tokens[hint].start, p.tokens[hint].end, "hint is not closed")
				p.inHint = false
			}
			if t.kind == sqlEnd && len(p.tokens) == 0 {
				return false
			}
			t.kind, t.keyword = sqlEnd, ""
			p.tokens = append(p.tokens, t)
			return true
		}
		if len(p.tokens) == maxTokens {
			p.fail(t.start, t.end, fmt.Sprintf("more than %d words and signs in one statement: the rest of it is not read", maxTokens))
			continue
		}
		p.tokens = append(p.tokens, t)
		if len(p.tokens) == 1 && t.is("SET") {
			p.rawSet()
		}
	}
}

// peek returns the next token; the one after n more.
func (p *sqlParser) peek() *sqlToken       { return &p.tokens[p.i] }
func (p *sqlParser) ahead(n int) *sqlToken { return &p.tokens[min(p.i+n, len(p.tokens)-1)] }

// skip goes over a token, but not over the end.
func (p *sqlParser) skip() {
	if p.peek().kind != sqlEnd {
		p.i++
	}
}

// accept goes over the keywords if they are next.
func (p *sqlParser) accept(keywords ...string) bool {
	for n, k := range keywords {
		if !p.ahead(n).is(k) {
			return false
		}
	}
	p.i += len(keywords)
	return true
}

// sign reports whether the token is that byte.
func (p *sqlParser) sign(t *sqlToken, c byte) bool {
	return t.kind == sqlPunct && p.text[t.start] == c
}

// is reports whether the n-th token from here is that word, which need not be a keyword.
func (p *sqlParser) is(n int, word string) bool {
	t := p.ahead(n)
	return t.kind == sqlWord && strings.EqualFold(p.text[t.start:t.end], word)
}

func (p *sqlParser) acceptSign(c byte) bool {
	if !p.sign(p.peek(), c) {
		return false
	}
	p.i++
	return true
}

// span returns the place of the tokens from and up to the one before to.
func (p *sqlParser) span(from, to int) model.Span {
	to = max(to, from+1)
	return p.src.Span(p.tokens[from].start, p.tokens[to-1].end)
}

// word decodes a token.
func (p *sqlParser) word(t *sqlToken) Word {
	return Word{Text: p.decode(t), Span: p.src.Span(t.innerStart, t.inside)}
}

// name reads a name of parts joined by dots.
func (p *sqlParser) name() Name {
	var n Name
	for p.peek().isName() {
		n = append(n, p.word(p.peek()))
		p.i++
		if !p.sign(p.peek(), '.') || !p.ahead(1).isName() {
			break
		}
		p.i++
	}
	return n
}

// skipParens goes over a parenthesis and what it holds.
func (p *sqlParser) skipParens() {
	depth := 0
	for ; p.peek().kind != sqlEnd; p.i++ {
		if t := p.peek(); p.sign(t, '(') {
			depth++
		} else if p.sign(t, ')') {
			if depth--; depth <= 0 {
				p.i++
				return
			}
		}
	}
}

// startsStatement reports whether a statement begins n tokens ahead, at the beginning of a
// line, that can stand in no other one.
func (p *sqlParser) startsStatement(n int) bool {
	t, second := p.ahead(n), p.ahead(n+1)
	if !t.newLine {
		return false
	}
	switch t.keyword {
	case "CREATE", "DROP":
		return second.keyword != "" && second.kind == sqlWord
	case "INSERT":
		return second.is("INTO") || second.is("OVERWRITE")
	case "ALTER":
		return second.is("TABLE") || second.is("VIEW")
	case "SET":
		return second.kind == sqlString && p.sign(p.ahead(n+2), '=')
	case "EXECUTE", "BEGIN":
		return second.is("STATEMENT")
	}
	return false
}

// rest goes to the end of the statement that began at a token. If another one begins before
// it, a semicolon or a parenthesis is missing, and the next one is read from there.
func (p *sqlParser) rest(start int) {
	for ; p.peek().kind != sqlEnd; p.i++ {
		if p.startsStatement(0) {
			t, missing := p.peek(), "a semicolon is missing before "
			if p.opened(start) {
				missing = "a parenthesis is not closed before "
			}
			p.fail(t.start, t.end, missing+t.keyword)
			return
		}
	}
}

// opened reports whether more parentheses are opened than closed from a token up to here.
func (p *sqlParser) opened(from int) bool {
	depth := 0
	for i := from; i < p.i; i++ {
		if t := &p.tokens[i]; p.sign(t, '(') {
			depth++
		} else if p.sign(t, ')') {
			depth--
		}
	}
	return depth > 0
}

// statement reads one statement.
func (p *sqlParser) statement() {
	start := p.i
	s := &Statement{StatementSet: p.set}
	switch t := p.peek(); t.keyword {
	case "SET":
		p.setting(s)
	case "RESET":
		p.reset(s)
	case "CREATE":
		p.create(s)
	case "ALTER":
		p.alter(s)
	case "DROP":
		p.drop(s)
	case "USE":
		s.Kind = UseStatement
		p.use(s)
	case "INSERT":
		p.insert(s)
	case "SELECT", "WITH", "VALUES":
		s.Kind = QueryStatement
		s.Query = p.query()
	case "EXECUTE", "BEGIN", "EXPLAIN", "COMPILE":
		p.wrapped(s)
	case "END":
		if p.set == 0 || p.ahead(1).kind != sqlEnd {
			p.unknown(s)
			break
		}
		s.Kind = EndSetStatement
		p.set, p.explain = 0, false
		p.i++
	case "":
		p.junk()
		return
	default:
		p.unknown(s)
	}
	if s.Verb.IsZero() {
		s.Verb = p.span(start, start+1)
	}
	if p.explain && (s.Kind == InsertStatement || s.Kind == QueryStatement) {
		s.Kind = ExplainStatement
	}
	p.stmts = append(p.stmts, s)
	if s.Kind != BeginSetStatement && s.Kind != OtherStatement {
		p.rest(start)
	}
	s.Span = p.span(start, p.i)
	switch s.Kind {
	case CreateTableStatement, CreateViewStatement, AlterTableStatement, InsertStatement, QueryStatement, ExplainStatement:
		p.balance(start)
	}
}

// unknown goes over a statement of which nothing is read.
func (p *sqlParser) unknown(s *Statement) {
	s.Kind = OtherStatement
	p.skip()
	for p.peek().kind != sqlEnd && !p.startsStatement(0) {
		p.i++
	}
}

// junk goes over what is no statement: a shell's line, a prompt, a template's placeholder.
func (p *sqlParser) junk() {
	for p.peek().kind != sqlEnd {
		p.i++
		t := p.peek()
		prompt := p.i > 1 && p.sign(&p.tokens[p.i-1], '>') && p.tokens[p.i-2].is("SQL")
		query := t.is("SELECT") || t.is("USE") || t.is("WITH") && p.ahead(2).is("AS")
		if t.newLine && query || p.startsStatement(0) || prompt && t.keyword != "" {
			return
		}
	}
}

// wrapped reads the statements that hold others: statement sets, EXPLAIN, compiled plans.
func (p *sqlParser) wrapped(s *Statement) {
	start := p.i
	first := p.peek().keyword
	runs := first == "EXECUTE" || first == "BEGIN"
	p.i++
	for limit := 0; limit < 12; limit++ { // EXPLAIN CHANGELOG_MODE, COMPILE AND EXECUTE PLAN 'file' FOR ...
		switch t := p.peek(); {
		case p.accept("STATEMENT", "SET"):
			p.accept("BEGIN")
			p.sets++
			s.Kind, p.set, p.explain = BeginSetStatement, p.sets, !runs
			s.StatementSet = p.set
			s.Verb = p.span(start, p.i)
			return
		case t.is("INSERT"):
			p.insert(s)
		case t.is("SELECT"), t.is("WITH"), t.is("VALUES"):
			s.Kind, s.Query = QueryStatement, p.query()
		case t.kind == sqlEnd:
			p.i = start
			p.unknown(s)
			return
		default:
			runs = runs || t.is("EXECUTE")
			p.i++
			continue
		}
		if !runs {
			s.Kind = ExplainStatement
		}
		s.Verb = p.span(start, start+1)
		return
	}
	p.i = start
	p.unknown(s)
}

// raw returns the text of several tokens as it stands there.
func (p *sqlParser) raw(from, to int) Word {
	start, end := p.tokens[from].start, p.tokens[to-1].end
	return Word{Text: p.text[start:end], Span: p.src.Span(start, end)}
}

// insert reads INSERT INTO name [PARTITION (...)] [(columns)] query.
func (p *sqlParser) insert(s *Statement) {
	start := p.i
	s.Kind = InsertStatement
	p.i++
	if p.peek().keyword != "INTO" && p.peek().keyword != "OVERWRITE" {
		p.unknown(s)
		return
	}
	p.i++
	p.accept("TABLE")
	s.Verb = p.span(start, p.i)
	s.Name = p.name()
	for {
		switch t := p.peek(); {
		case t.kind == sqlHintStart:
			s.Hints = append(s.Hints, p.hint()...)
		case t.is("PARTITION"):
			p.i++
		case p.sign(t, '(') && !p.ahead(1).is("SELECT") && !p.ahead(1).is("WITH") && !p.ahead(1).is("VALUES") && !p.sign(p.ahead(1), '('):
			p.skipParens()
		default:
			s.Query = p.query()
			return
		}
	}
}

// modifiers reads the words between CREATE or DROP and what is created.
func (p *sqlParser) modifiers(s *Statement) {
	for {
		switch p.peek().keyword {
		case "OR": // OR REPLACE, OR ALTER
			p.i++
		case "TEMPORARY", "TEMP":
			s.Temporary = true
		case "MATERIALIZED":
			s.Materialized = true
		case "REPLACE", "ALTER", "SYSTEM", "EXTERNAL":
		default:
			return
		}
		p.i++
	}
}

// object reads the word that says what is created, altered or dropped.
func (p *sqlParser) object() string {
	t := p.peek()
	if t.kind != sqlWord {
		return ""
	}
	p.i++
	return strings.ToUpper(p.text[t.start:t.end])
}
