package lint

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

// reach is how many code points of a line an excerpt has before and behind its column.
const reach = 1000

// maskedLine is the line of a file that was asked for last: a file of one line may have
// hundreds of findings.
type maskedLine struct {
	file string
	line int
	text []rune
}

// Excerpt returns the part of a line around a column (1-based, in code points) with every
// secret masked, and the column at which it begins. It is false for a file that was not
// parsed and for a line that it does not have. It must not be called concurrently.
func (r *Result) Excerpt(file string, line, column int) (text string, first int, ok bool) {
	parsed := r.parsed[file]
	if parsed == nil || parsed.File == nil || line < 1 || line > parsed.File.Lines() {
		return "", 0, false
	}
	if m := &r.masked; m.file != file || m.line != line || m.text == nil {
		*m = maskedLine{file, line, []rune(r.maskLine(file, line))}
	}
	all := r.masked.text
	from := min(max(column-1-reach, 0), len(all))
	to := min(max(column+reach, from), len(all))
	return string(all[from:to]), from + 1, true
}

// maskLine returns a line with every secret masked, as long as it was.
func (r *Result) maskLine(file string, line int) string {
	f := r.parsed[file].File
	text, start := f.Line(line), f.Offset(line, 1)
	if line > 1 && continues(f.Line(line-1), text) {
		return stars(text)
	}
	hidden := make([]bool, len(text))
	for _, s := range r.secretSpans(file) {
		hide(hidden, start, s)
	}
	return maskWords(keepWidth(text, hidden))
}

// secretSpans returns where the values of a file's secrets stand, without overlaps.
func (r *Result) secretSpans(file string) []model.Span {
	if spans, ok := r.secrets[file]; ok {
		return spans
	}
	var spans []model.Span
	for _, c := range r.parsed[file].Components {
		for i := range c.Settings {
			if s := &c.Settings[i]; s.Secret != nil && s.ValueSpan.File == file {
				spans = append(spans, s.ValueSpan)
			}
		}
	}
	slices.SortFunc(spans, func(a, b model.Span) int { return cmp.Compare(a.Start.Offset, b.Start.Offset) })
	apart := spans[:0]
	for _, s := range spans {
		if n := len(apart); n > 0 && s.Start.Offset <= apart[n-1].End.Offset {
			if s.End.Offset > apart[n-1].End.Offset {
				apart[n-1].End = s.End
			}
			continue
		}
		apart = append(apart, s)
	}
	if r.secrets == nil {
		r.secrets = make(map[string][]model.Span)
	}
	r.secrets[file] = apart
	return apart
}

// hide marks the part of a line, which starts at the file offset start, that a span covers.
func hide(hidden []bool, start int, span model.Span) {
	for i := max(span.Start.Offset-start, 0); i < min(span.End.Offset-start, len(hidden)); i++ {
		hidden[i] = true
	}
}

// keepWidth replaces every hidden character by a star, so that columns stay.
func keepWidth(text string, hidden []bool) string {
	var b strings.Builder
	for i, c := range text {
		if hidden[i] && c != ' ' && c != '\\' {
			b.WriteByte('*')
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// Lines that did not become settings, or not all of them, may hold secrets too: what is
// behind a word that names one, and the credentials of a URL.
const (
	secretName  = `(?:pass(?:word|wd|phrase)|pwd|secret|token|credentials?|user[._-]?info|api[._-]?key|private[._-]?key|access[._-]?key|keystore[._-]?key|jaas[._-]?config)[\w.\-]*["'\])]*`
	secretValue = `(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[^\s"'][^"'&]*)`
)

var (
	// A key at the start of a line: all that follows is its value.
	secretLine = lazyregexp.New(`(?i)^(\s*(?:- )?["'\[(]*[\w.\-/]*` + secretName + `\s*[:=]\s*)(\S.*)$`)
	secretPair = lazyregexp.New(`(?i)(` + secretName + `\s*[:=]+\s*)(` + secretValue + `)`)
	secretURL  = lazyregexp.New(`(://)([^/@\s,'"]+)@`)
	// A key whose value begins on the next line, and a line that begins with a key.
	secretAbove = lazyregexp.New(`(?i)` + secretName + `\s*[:=]\s*([|>][-+1-9]*|\\)?\s*$`)
	keyed       = lazyregexp.New(`^\s*(?:- )?["']?[\w.\-/]+["']?\s*(?::\s|:$|=[^=])`)
	// What may be shown instead of a secret: the name of the variable that holds it.
	reference = lazyregexp.New(`^["']?(?:\$\{[\w.\-]+\}|\$\(\w+\)|\$[A-Z_]+|\{\{[^{}"']*\}\})["']?[;,]?$`)
)

// continues reports whether a line is the value of a secret whose key stands on the line above.
func continues(above, line string) bool {
	m := secretAbove.FindStringSubmatch(above)
	return m != nil && (m[1] != "" || !keyed.MatchString(line))
}

// maskWords replaces what looks like a secret by stars.
func maskWords(line string) string {
	if m := secretLine.FindStringSubmatch(line); m != nil {
		return m[1] + unlessReference(m[2])
	}
	line = secretPair.ReplaceAllStringFunc(line, func(s string) string {
		m := secretPair.FindStringSubmatch(s)
		return m[1] + unlessReference(m[2])
	})
	return secretURL.ReplaceAllStringFunc(line, func(s string) string {
		m := secretURL.FindStringSubmatch(s)
		return m[1] + unlessReference(m[2]) + "@"
	})
}

func unlessReference(value string) string {
	if reference.MatchString(strings.TrimSpace(value)) {
		return value
	}
	return stars(value)
}

// stars hides a text; its quotes and blanks are left, so that its shape is still seen.
func stars(text string) string {
	var b strings.Builder
	b.Grow(utf8.RuneCountInString(text))
	for i, c := range text {
		switch {
		case c == ' ', c == '\t', c == '\\', (c == '"' || c == '\'') && (i == 0 || i == len(text)-1):
			b.WriteRune(c)
		default:
			b.WriteByte('*')
		}
	}
	return b.String()
}
