package suppress

import (
	"slices"
	"strings"

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
	word     model.Span // kcfglint:ignore
	fileWide bool
	names    []name
	// stray is a text that follows a rule without a comma, "" if there is none.
	stray   string
	strayAt model.Span
	reason  string
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
	places := finder{file: f, comment: c.Span, at: c.Span.Start.Offset}
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
		at := places.find(marker + word)
		switch {
		case word == lineWord, word == fileWord:
			d := newDirective(&places, c, rest)
			d.word, d.fileWide = at, word == fileWord
			found = append(found, d)
		case strings.HasPrefix(word, "data-class="):
			if class := strings.TrimPrefix(word, "data-class="); !slices.Contains(model.DataClasses(), class) {
				problems = append(problems, problem{at,
					quote(class) + " is no data class, so it has no effect; write " + strings.Join(model.DataClasses(), ", ")})
			}
		default:
			problems = append(problems, problem{at,
				quote(marker+word) + " is no suppression, so it has no effect; write kcfglint:ignore RULE -- reason"})
		}
	}
	return found, problems
}

// newDirective reads what follows the word: rules, and behind two hyphens the reason.
func newDirective(places *finder, c syntax.Comment, text string) *directive {
	d := &directive{comment: c}
	rules, reason := cutReason(text)
	d.reason = reason
	for item := range strings.SplitSeq(rules, ",") {
		rule, stray := cutWord(strings.TrimSpace(item))
		if rule == "" {
			continue
		}
		d.names = append(d.names, name{text: rule, span: places.find(rule)})
		if d.stray == "" && stray != "" {
			d.stray, d.strayAt = stray, places.find(stray)
		}
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

// finder looks for the words of a comment where it stands in the file, one behind the other.
type finder struct {
	file    *syntax.File
	comment model.Span
	at      int // offset from which on the next word stands
	lost    bool
}

// find returns where the next word stands, or the whole comment if it is not there as
// such, because an outer grammar escapes it. Then no more words are looked for.
func (w *finder) find(word string) model.Span {
	end := w.comment.End.Offset
	if w.lost || w.at > end || end > len(w.file.Text) {
		return w.comment
	}
	i := indexWord(w.file.Text[w.at:end], word)
	if w.lost = i < 0; w.lost {
		return w.comment
	}
	start := w.at + i
	w.at = start + len(word)
	return model.Span{File: w.comment.File, Start: w.file.Position(start), End: w.file.Position(w.at)}
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
