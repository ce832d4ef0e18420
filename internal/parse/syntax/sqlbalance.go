package syntax

import "strings"

// balance reports the first sign of a statement that closes a parenthesis or a comment
// which is not open, or else the last parenthesis that stays open: Flink refuses both,
// wherever in the statement they stand. What a template puts in may bring the other half.
func (p *sqlParser) balance(start int) {
	var open []int
	for i := start; i < p.i; i++ {
		switch t := &p.tokens[i]; {
		case t.behindTag || p.placeholder(t):
			return
		case p.sign(t, '('):
			open = append(open, i)
		case p.sign(t, ')') && len(open) > 0:
			open = open[:len(open)-1]
		case p.sign(t, ')'):
			p.fail(t.start, t.end, "no parenthesis is open here")
			return
		case p.sign(t, '*') && strings.HasPrefix(p.text[t.end:], "/"):
			p.fail(t.start, t.end+1, "no comment is open here")
			return
		}
	}
	if len(open) > 0 {
		t := &p.tokens[open[len(open)-1]]
		p.fail(t.start, t.end, "parenthesis is not closed")
	}
}

// placeholder reports whether something else is put in the place of a token, or of a part
// of it.
func (p *sqlParser) placeholder(t *sqlToken) bool {
	text := p.text[t.start:t.end]
	return t.kind == sqlWord && (strings.Contains(text, "{{") || strings.Contains(text, "${"))
}
