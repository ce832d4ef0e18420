package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// tabWidth is the distance of the tab stops in an excerpt.
const tabWidth = 4

// Printable replaces every character that a terminal or a log viewer would act on instead
// of showing it.
func Printable(s string) string { return printable(s) }

// printable replaces every character that a terminal or a log viewer would act on
// instead of showing it.
func printable(s string) string { return strings.Map(visible, s) }

// visible returns what is shown for a character: the Unicode control picture of a C0
// control, and the replacement character for other controls, for marks that turn the
// direction of the text around, and for line separators.
func visible(r rune) rune {
	switch {
	case r < ' ':
		return '\u2400' + r
	case r == '\x7f':
		return '\u2421'
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029':
		return utf8.RuneError
	}
	return r
}

// cell is what a terminal shows as one character.
type cell struct {
	text  string
	width int // in terminal columns, at least 1
	runes int // code points of the line that it stands for
}

// cells lays a line out, from the first column on. A character of no width would hide
// what is wrong with a value, so it gets a visible stand-in.
func cells(line string) []cell {
	var row []cell
	at := 0
	for clusters := displaywidth.StringGraphemes(line); clusters.Next(); {
		text := clusters.Value()
		c := cell{runes: utf8.RuneCountInString(text)}
		if text == "\t" {
			c.width = tabWidth - at%tabWidth
			c.text = strings.Repeat(" ", c.width)
		} else {
			c.text = printable(text)
			c.width = displaywidth.String(c.text)
		}
		if c.width == 0 {
			c.text, c.width = string(utf8.RuneError), 1
		}
		at += c.width
		row = append(row, c)
	}
	return row
}

// excerpt is a line with a mark below it, both cut to the width that there is.
type excerpt struct {
	text   string
	indent int // terminal columns before the mark
	mark   int // terminal columns of the mark, at least 1
}

// mark lays out a line with the columns from start to end (1-based, in code points,
// end exclusive) marked; end 0 is the end of the line.
func mark(line string, start, end, width int) excerpt {
	row := cells(line)
	column, at := 1, 0
	from, to := -1, 0
	for _, c := range row {
		column += c.runes
		if from < 0 && column > start {
			from = at
		}
		at += c.width
		if end == 0 || column-c.runes < end {
			to = at
		}
	}
	if from < 0 { // behind the last character
		from = at
	}
	to = max(to, from+1)
	return cut(row, max(at, to), from, to, width)
}

// cut leaves the part of a row around the mark that fits the width, with an ellipsis
// where something is left out.
func cut(row []cell, total, from, to, width int) excerpt {
	if total <= width {
		var text strings.Builder
		for _, c := range row {
			text.WriteString(c.text)
		}
		return excerpt{text: text.String(), indent: from, mark: to - from}
	}
	const ellipsis = "…"
	room := width - 2 // an ellipsis on either side
	first := 0
	if to > room {
		first = min(from-room/3, total-room)
	}
	first = max(first, 0)

	var text strings.Builder
	shift := first
	if first > 0 {
		text.WriteString(ellipsis)
		shift--
	}
	at, last := 0, first
	for _, c := range row {
		if at >= first && at+c.width <= first+room {
			if at > last { // half of a wide character was cut off
				text.WriteString(strings.Repeat(" ", at-last))
			}
			text.WriteString(c.text)
			last = at + c.width
		}
		at += c.width
	}
	if last < at {
		text.WriteString(ellipsis)
	}
	return excerpt{text: text.String(), indent: from - shift, mark: max(min(to, first+room)-from, 1)}
}
