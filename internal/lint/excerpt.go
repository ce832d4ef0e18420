package lint

import (
	"regexp"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// looksSecret finds secrets in lines that did not become settings, or not all of them: a
// value behind a word that names one, and the credentials of a URL.
var looksSecret = []*regexp.Regexp{
	regexp.MustCompile(`(?i)((?:password|passwd|pwd|secret|token|credentials?|api[._-]?key|private[._-]?key|access[._-]?key|jaas[._-]?config)[\w.\-]*["'\]]*\s*[:=]\s*["']?)[^\s"',;&]+`),
	regexp.MustCompile(`(://)[^/@\s,'"]+@`),
}

// Excerpt returns a line of a file with every secret masked. It is false for a file
// that was not parsed and for a line that it does not have.
func (r *Result) Excerpt(file string, line int) (string, bool) {
	parsed := r.parsed[file]
	if parsed == nil || parsed.File == nil || line < 1 || line > parsed.File.Lines() {
		return "", false
	}
	text := parsed.File.Line(line)
	start := parsed.File.Offset(line, 1)
	hidden := make([]bool, len(text))
	for _, c := range parsed.Components {
		for i := range c.Settings {
			if s := &c.Settings[i]; s.Secret != nil && s.ValueSpan.File == file {
				hide(hidden, start, s.ValueSpan)
			}
		}
	}
	masked := keepWidth(text, hidden)
	for _, re := range looksSecret {
		masked = re.ReplaceAllStringFunc(masked, func(m string) string {
			prefix := re.FindStringSubmatch(m)[1]
			value := m[len(prefix):]
			if strings.HasPrefix(value, "$") || strings.HasPrefix(value, "{") || strings.Trim(value, "*") == "" {
				return m
			}
			end := ""
			if strings.HasSuffix(value, "@") {
				value, end = strings.TrimSuffix(value, "@"), "@"
			}
			return prefix + strings.Repeat("*", len([]rune(value))) + end
		})
	}
	return masked, true
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
