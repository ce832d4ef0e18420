package parse

import (
	"fmt"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// What no configuration comes near. A file that goes beyond is read up to there, with an
// error at the place, so that no file takes time or memory without bound.
const (
	// maxComponents and maxSettings are how many of each a file has, what components take
	// over from one another included.
	maxComponents = 2_000
	maxSettings   = 200_000
	// maxLines is how many lines a text of the flat grammars has.
	maxLines = 150_000
	// maxEmbedded is how many bytes the texts within a file have together.
	maxEmbedded = 2 * MaxSize
	// maxValue is how many bytes of a value are kept; rules see nothing of a longer one.
	maxValue = 16 << 10
	// maxName is how many bytes a name of a component and each part of its anchor has.
	maxName = 256
)

// count is what a file has so far.
type count struct {
	settings int // of all components but the last one
	embedded int
	errors   int // those that are not told included
	full     bool
}

// full reports whether no more of a file is read.
func (o *Output) full() bool { return o.result.count.full }

// stop ends the reading of a file, with an error at the place from which on it is not read.
func (o *Output) stop(span model.Span, format string, limit int) {
	if !o.result.count.full {
		o.result.count.full = true
		o.fail(&syntax.Error{Span: span, Message: fmt.Sprintf(format, limit) + ": what follows is not linted; split the file"})
	}
}

// admit counts a component that begins. It is false if the file has too many.
func (o *Output) admit(span model.Span) bool {
	r := o.result
	if n := len(r.Components); n > 0 {
		r.count.settings += len(r.Components[n-1].Settings)
	}
	switch {
	case len(r.Components) >= maxComponents:
		o.stop(span, "more than %d components in one file", maxComponents)
	case r.count.settings > maxSettings:
		o.stop(span, "more than %d settings in one file", maxSettings)
	}
	return !r.count.full
}

// fail adds errors to the result, as far as there are not too many.
func (o *Output) fail(errs ...*syntax.Error) {
	r := o.result
	for _, e := range errs {
		switch r.count.errors++; {
		case r.count.errors <= syntax.MaxErrors:
			r.Errors = append(r.Errors, e)
		case r.count.errors == syntax.MaxErrors+1:
			message := fmt.Sprintf("more than %d errors: those from here on are not told", syntax.MaxErrors)
			r.Errors = append(r.Errors, &syntax.Error{Span: e.Span, Message: message})
		}
	}
}

// shortened returns at most n bytes of a text.
func shortened(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// found is how much of a file was recognised so far.
func (r *Result) found() int { return len(r.Components) + r.count.errors }

// head returns the lines of a flat text that are read, and an error if there are more.
func head(src *syntax.Source) (*syntax.Source, *syntax.Error) {
	part, more := src.Head(maxLines)
	if !more {
		return src, nil
	}
	at := len(part.Text)
	return part, &syntax.Error{Span: src.Span(at, at), Message: fmt.Sprintf("more than %d lines: what follows is not read", maxLines)}
}
