package syntax

import (
	"regexp"
	"strings"
)

// BlankTemplates replaces the actions of template engines (Go and Helm, Jinja: {{ }},
// {% %}, {# #}) so that the rest of the text parses; every byte keeps its place, and line
// ends stay. Comments, and actions that have lines to themselves, become blanks. An
// action beside other text becomes a word of the letter x: whoever reads the result finds
// the action in the original at the same offset. It reports whether there were any.
//
// An action inside a YAML block scalar whose line is not indented (what it yields is) is
// moved into the block, because it would end it.
func BlankTemplates(text string) (blanked string, found bool) {
	if !strings.Contains(text, "{{") && !strings.Contains(text, "{%") && !strings.Contains(text, "{#") {
		return text, false
	}
	b := &blanker{text: text, out: []byte(text)}
	actions := templateActions(text)
	if len(actions) == 0 {
		return text, false
	}
	for from := 0; from < len(actions); {
		to := from + 1
		for to < len(actions) && !strings.ContainsAny(text[actions[to-1].end:actions[to].start], "\r\n") {
			to++
		}
		b.line(actions[from:to])
		from = to
	}
	b.blocks()
	return string(b.out), true
}

// blankFiltered makes words of the letter x of the values that Maven fills in before
// Spring reads a file: @name@, with which no YAML value can begin.
func blankFiltered(text string) string {
	if !strings.Contains(text, "@") {
		return text
	}
	out := []byte(text)
	for _, m := range filtered.FindAllStringSubmatchIndex(text, -1) {
		for i := m[2]; i < m[3]; i++ {
			out[i] = 'x'
		}
	}
	return string(out)
}

var filtered = regexp.MustCompile(`(?m)(?:^|[ \t\[{,])(@[A-Za-z_][\w.\-]*@)`)

// maxAction is the length in bytes up to which braces are taken for one action.
const maxAction = 8 << 10

// templateActions returns all actions.
func templateActions(text string) []extent {
	var found []extent
	marks := map[byte]string{'{': "}}", '%': "%}", '#': "#}"}
	nearest := map[byte]int{} // where the next mark stands, to look for each only once
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '{')
		if i < 0 || at+i+1 >= len(text) {
			return found
		}
		at += i
		kind := text[at+1]
		mark := marks[kind]
		if mark == "" || kind == '#' && at > 0 && text[at-1] == '$' { // ${#name} is a shell's
			continue
		}
		if n, ok := nearest[kind]; !ok || n < at+2 {
			n = strings.Index(text[at+2:], mark)
			if n < 0 {
				n = len(text)
			}
			nearest[kind] = n + at + 2
		}
		if n := nearest[kind]; n < len(text) && n-at < maxAction {
			x := extent{at, actionEnd(text[:min(at+maxAction, len(text))], at+2, n, mark)}
			found = append(found, x)
			at = x.end - 1
		}
	}
}

// actionEnd returns the offset after the mark that ends an action: that at nearest, or
// one behind it if that stands in a comment or in quotes.
func actionEnd(text string, at, nearest int, mark string) int {
	rest := text[at:]
	if mark == "#}" {
		return nearest + len(mark)
	}
	if body := strings.TrimLeft(rest, "- \t\r\n"); strings.HasPrefix(body, "/*") {
		if n := strings.Index(body, "*/"); n >= 0 {
			from := at + len(rest) - len(body) + n
			if n = strings.Index(text[from:], mark); n >= 0 {
				return from + n + len(mark)
			}
		}
	}
	var quote byte
	for i := 0; i < len(rest) && (quote == 0 || rest[i] != '\n'); i++ {
		switch c := rest[i]; {
		case c == '\\' && quote != '`': // in a YAML or JSON string, quotes of the action are escaped
			i++
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
		case c == '"' || c == '`':
			quote = c
		case strings.HasPrefix(rest[i:], mark):
			return at + i + len(mark)
		}
	}
	return nearest + len(mark) // the quote was no quote
}

// blanker holds a text whose actions are being blanked.
type blanker struct {
	text string
	out  []byte
	// alone are the actions that have their lines to themselves.
	alone []extent
}

// line blanks the actions that stand on one line or run on from one to the next.
func (b *blanker) line(actions []extent) {
	start := strings.LastIndexAny(b.text[:actions[0].start], "\r\n") + 1
	end := actions[len(actions)-1].end
	if n := strings.IndexAny(b.text[end:], "\r\n"); n >= 0 {
		end += n
	} else {
		end = len(b.text)
	}
	beside := func(from, to int) bool { return strings.Trim(b.text[from:to], " \t") != "" }
	alone := !beside(start, actions[0].start)
	for i, x := range actions {
		next := end
		if i+1 < len(actions) {
			next = actions[i+1].start
		}
		alone = alone && !beside(x.end, next)
	}
	if alone {
		b.alone = append(b.alone, extent{start, end})
		b.fill(start, end, ' ')
		return
	}
	leading := !beside(start, actions[0].start)
	for i, x := range actions {
		switch {
		case isTemplateComment(b.text[x.start:x.end]):
			b.fill(x.start, x.end, ' ')
			continue
		case leading && isControl(b.text[x.start:x.end]):
			b.fill(x.start, x.end, ' ')
		default:
			b.fill(x.start, x.end, 'x')
		}
		leading = leading && i+1 < len(actions) && !beside(x.end, actions[i+1].start)
	}
}

// fill overwrites a range. Of one that has several lines, only the first can be text.
func (b *blanker) fill(from, to int, c byte) {
	for i := from; i < to; i++ {
		switch b.out[i] {
		case '\n', '\r':
			c = ' '
		default:
			b.out[i] = c
		}
	}
}

var (
	templateComment = regexp.MustCompile(`^\{#|^\{\{-?\s*/\*`)
	control         = regexp.MustCompile(`^\{%|^\{\{-?\s*(?:(?:if|else|end|range|with|define|block|template|break|continue)\b|\$\w+\s*:?=)`)
)

func isTemplateComment(action string) bool { return templateComment.MatchString(action) }

// isControl reports whether an action yields no text itself.
func isControl(action string) bool { return control.MatchString(action) }

// blockHeader is the end of a line that opens a YAML block scalar.
var blockHeader = regexp.MustCompile(`(?:^|[:\-][ \t]|[ \t][!&]\S+[ \t])[ \t]*[|>][-+1-9]{0,2}[ \t]*(?:#.*)?$`)

// blocks moves the actions into the block scalars that they belong to.
func (b *blanker) blocks() {
	limit := -1          // lines indented deeper are in a block
	inner := 0           // the indentation of the block's text, 0 if not known yet
	var waiting []extent // actions since the block's last line of text
	next := 0
	flush := func(ended bool) {
		for _, x := range waiting {
			if own := b.indentation(x); !ended || inner == 0 || own >= inner {
				b.indent(x, own, max(inner, limit+1))
			}
		}
		waiting = nil
	}
	for at := 0; at < len(b.out); at++ {
		end := lineEnd(b.out, at)
		line := string(b.out[at:end])
		indent := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case next < len(b.alone) && b.alone[next].start == at:
			end = b.alone[next].end
			if limit >= 0 {
				waiting = append(waiting, b.alone[next])
			}
			next++
		case strings.TrimSpace(line) == "":
		case limit >= 0 && indent > limit:
			if inner == 0 {
				inner = indent
			}
			flush(false)
		default:
			flush(true)
			if limit, inner = -1, 0; blockHeader.MatchString(line) {
				limit = blockParent(line)
			}
		}
		at = end
	}
	flush(true)
}

// indentation returns how many blanks stand before an action.
func (b *blanker) indentation(x extent) int {
	return len(b.text[x.start:x.end]) - len(strings.TrimLeft(b.text[x.start:x.end], " "))
}

// indent makes the first line of an action a line of a block with that indentation.
func (b *blanker) indent(x extent, own, indent int) {
	end := min(lineEnd(b.text, x.start), x.end)
	if own >= indent {
		copy(b.out[x.start:end], b.text[x.start:end])
		return
	}
	for i := x.start + indent; i < end; i++ {
		b.out[i] = 'x'
	}
}

// blockParent returns the column of the node that a block scalar belongs to: its lines
// are indented deeper.
func blockParent(line string) int {
	at := len(line) - len(strings.TrimLeft(line, " "))
	for strings.HasPrefix(line[at:], "- ") {
		rest := strings.TrimLeft(line[at+1:], " ")
		if strings.HasPrefix(rest, "|") || strings.HasPrefix(rest, ">") {
			return at
		}
		at = len(line) - len(rest)
	}
	if strings.HasPrefix(line[at:], "|") || strings.HasPrefix(line[at:], ">") {
		return max(at-1, 0)
	}
	return at
}

// lineEnd returns the offset of the line end after an offset.
func lineEnd[T string | []byte](text T, at int) int {
	for at < len(text) && text[at] != '\n' && text[at] != '\r' {
		at++
	}
	return at
}
