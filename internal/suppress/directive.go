package suppress

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

const (
	marker     = "kcfglint:"
	lineWord   = "ignore"
	fileWord   = "ignore-file"
	reasonMark = "--"
)

// directive is a suppression that stands in a comment.
type directive struct {
	comment  syntax.Comment
	fileWide bool
	names    []name
	// stray is a text that follows a rule without a comma, "" if there is none.
	stray  string
	reason string
	// target is the line of the settings it applies to; 0 if there are none.
	target int
}

// name is a rule, or several, as a suppression calls it.
type name struct {
	text string
	span model.Span
	ids  []string // empty if nobody knows the name
	used bool
}

// problem is something in a comment that is meant for the linter and not understood.
type problem struct {
	span    model.Span
	message string
}

// readComment returns the suppressions that a comment holds, one a line at most.
func readComment(f *syntax.File, c syntax.Comment) (found []*directive, problems []problem) {
	for line := range strings.Lines(c.Text) {
		text, ok := strings.CutPrefix(strings.TrimSpace(strings.TrimLeft(line, " \t*")), marker)
		if !ok {
			continue
		}
		// After a blank it may be prose ("kcfglint: see the README"), unless it is the
		// word itself: a blank too many must not make a suppression void unseen.
		if trimmed := strings.TrimLeft(text, " \t"); trimmed == text || strings.HasPrefix(trimmed, lineWord) {
			text = trimmed
		} else {
			continue
		}
		word, rest := cutWord(text)
		switch {
		case word == lineWord, word == fileWord:
			d := newDirective(f, c, rest)
			d.fileWide = word == fileWord
			found = append(found, d)
		case strings.HasPrefix(word, "data-class="):
			if class := strings.TrimPrefix(word, "data-class="); !slices.Contains(model.DataClasses(), class) {
				problems = append(problems, problem{within(f, c.Span, marker+word),
					quote(class) + " is no data class, so it has no effect; write " + strings.Join(model.DataClasses(), ", ")})
			}
		default:
			problems = append(problems, problem{within(f, c.Span, marker+word),
				quote(marker+word) + " is no suppression, so it has no effect; write kcfglint:ignore RULE -- reason"})
		}
	}
	return found, problems
}

// newDirective reads what follows the word: rules, and behind two hyphens the reason.
func newDirective(f *syntax.File, c syntax.Comment, text string) *directive {
	d := &directive{comment: c}
	rules, reason := cutReason(text)
	d.reason = reason
	for item := range strings.SplitSeq(rules, ",") {
		rule, stray := cutWord(strings.TrimSpace(item))
		if rule == "" {
			continue
		}
		if d.stray == "" {
			d.stray = stray
		}
		d.names = append(d.names, name{text: rule, span: within(f, c.Span, rule)})
	}
	return d
}

// cutReason separates the rules from the reason at the first "--" that stands for itself.
func cutReason(text string) (rules, reason string) {
	for at := 0; ; {
		i := strings.Index(text[at:], reasonMark)
		if i < 0 {
			return text, ""
		}
		i += at
		if i == 0 || strings.ContainsRune(" \t,", rune(text[i-1])) {
			return text[:i], strings.TrimSpace(strings.TrimLeft(text[i:], "-"))
		}
		at = i + len(reasonMark)
	}
}

// cutWord separates the first word from the rest.
func cutWord(text string) (word, rest string) {
	if i := strings.IndexAny(text, " \t"); i >= 0 {
		return text[:i], strings.TrimSpace(text[i:])
	}
	return text, ""
}

// within returns where a text stands in a comment, or the whole comment if it is not
// there as such, because an outer grammar escapes it.
func within(f *syntax.File, comment model.Span, text string) model.Span {
	start, end := comment.Start.Offset, comment.End.Offset
	if start > end || end > len(f.Text) {
		return comment
	}
	i := indexWord(f.Text[start:end], text)
	if i < 0 {
		return comment
	}
	return model.Span{File: comment.File, Start: f.Position(start + i), End: f.Position(start + i + len(text))}
}

// indexWord is strings.Index for a word that no other word goes on with.
func indexWord(text, word string) int {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return -1
		}
		i += at
		before, after := i == 0 || !isNameByte(text[i-1]), i+len(word) == len(text) || !isNameByte(text[i+len(word)])
		if before && after {
			return i
		}
		at = i + 1
	}
}

func isNameByte(c byte) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// covers reports whether the suppression applies to a finding whose place counts as line.
func (d *directive) covers(f *finding.Finding, line int) bool {
	if d.fileWide {
		return true
	}
	own := d.comment.Span
	return d.target > 0 && (line == d.target || f.Start.Line == d.target) ||
		own.Start.Line <= f.Start.Line && f.Start.Line <= own.End.Line
}
