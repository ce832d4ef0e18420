// Package syntax holds the grammars: each turns text into keys and values and says
// where every one of them stands. What they mean is left to the dialects.
package syntax

import (
	"bytes"
	"fmt"
	"sort"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
)

// File is a file's text with an index of its lines.
type File struct {
	Name string // slash-separated
	Text string
	// lines holds the offset of the first byte of every line.
	lines []int
	ascii bool
	// marks hold how many code points stand before some places, so that a column is found
	// without counting from the start of a long line. An ASCII text needs none.
	marks []mark
}

// mark says how many code points begin before an offset, at which one begins.
type mark struct{ offset, runes int }

// stride is the distance in bytes from one mark to the next, at least.
const stride = 256

// NewFile indexes the lines of a text. A line ends at \n, \r\n or a lone \r.
func NewFile(name, text string) *File {
	f := &File{Name: name, Text: text, lines: []int{0}, ascii: true}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			f.ascii = false
		case c == '\n', c == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			f.lines = append(f.lines, i+1)
		}
	}
	if !f.ascii {
		n := 0
		for i := range text {
			if i >= len(f.marks)*stride {
				f.marks = append(f.marks, mark{i, n})
			}
			n++
		}
	}
	return f
}

// runes returns the number of code points before an offset.
func (f *File) runes(offset int) int {
	i := min(offset/stride, len(f.marks)-1)
	for f.marks[i].offset > offset {
		i--
	}
	return f.marks[i].runes + utf8.RuneCountInString(f.Text[f.marks[i].offset:offset])
}

// Position returns the line and column of a byte offset, which is clamped to the file.
func (f *File) Position(offset int) model.Position {
	offset = min(max(offset, 0), len(f.Text))
	line := sort.SearchInts(f.lines, offset+1) - 1
	start := f.lines[line]
	column := offset - start
	if !f.ascii {
		column = f.runes(offset) - f.runes(start)
	}
	return model.Position{Offset: offset, Line: line + 1, Column: column + 1}
}

// Offset returns the byte offset of a 1-based line and column in code points, clamped to the line.
func (f *File) Offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(f.lines) {
		return len(f.Text)
	}
	start, end := f.lines[line-1], len(f.Text)
	if line < len(f.lines) {
		end = f.lines[line]
	}
	for i := 1; i < column && start < end; i++ {
		_, size := utf8.DecodeRuneInString(f.Text[start:end])
		start += size
	}
	return start
}

// Line returns the text of a 1-based line without its line end.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	end := len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	return string(bytes.TrimRight([]byte(f.Text[f.lines[n-1]:end]), "\r\n"))
}

// Lines returns the number of lines.
func (f *File) Lines() int { return len(f.lines) }

// Source is the text of one document: a file, or a part of a file after decoding,
// such as a properties file in a block scalar of a ConfigMap.
type Source struct {
	File *File
	Text string
	// segments map offsets of Text to offsets of the file, ascending in both; between
	// the start of one and the next, both run on in step unless the segment is folded.
	segments []Segment
}

// Segment says that from the offset Inner of a decoded text on, its bytes are those of
// the encoding text from the offset Outer on, up to the next segment.
type Segment struct {
	Inner, Outer int
	// Width is the number of bytes that one decoded byte sequence takes outside, if it
	// is an escape; 0 where the bytes are the same.
	Width int
}

// NewSource returns the whole file as a source.
func NewSource(f *File) *Source {
	return &Source{File: f, Text: f.Text, segments: []Segment{{}}}
}

// Sub returns a source for a text that was decoded from this one; the segments map its
// offsets to those of s.Text and begin with inner offset 0.
func (s *Source) Sub(text string, segments []Segment) *Source {
	mapped := make([]Segment, 0, len(segments))
	for _, g := range segments {
		mapped = append(mapped, Segment{Inner: g.Inner, Outer: s.outer(g.Outer), Width: g.Width})
	}
	if len(mapped) == 0 {
		mapped = []Segment{{}}
	}
	return &Source{File: s.File, Text: text, segments: mapped}
}

// outer returns the file offset of an offset of Text.
func (s *Source) outer(offset int) int {
	i := sort.Search(len(s.segments), func(i int) bool { return s.segments[i].Inner > offset }) - 1
	g := s.segments[max(i, 0)]
	d := offset - g.Inner
	if g.Width > 0 && d > 0 {
		return g.Outer + g.Width
	}
	return g.Outer + d
}

// Span returns where the bytes from start to end of Text stand in the file. The end is
// that of the last byte, so that a span never takes in what follows it in the file.
func (s *Source) Span(start, end int) model.Span {
	first := s.outer(start)
	last := first
	if end > start {
		last = s.outer(end-1) + s.width(end-1)
	}
	return model.Span{File: s.File.Name, Start: s.File.Position(first), End: s.File.Position(max(first, last))}
}

// width returns the number of file bytes that the byte at offset takes.
func (s *Source) width(offset int) int {
	i := sort.Search(len(s.segments), func(i int) bool { return s.segments[i].Inner > offset }) - 1
	g := s.segments[max(i, 0)]
	if g.Width > 0 {
		if offset == g.Inner {
			return g.Width
		}
		return 0
	}
	return 1
}

// Text of the file at a span, as it stands there.
func (s *Source) Raw(span model.Span) string {
	return s.File.Text[span.Start.Offset:span.End.Offset]
}

// Comment is a comment of a grammar that has them.
type Comment struct {
	Text    string     // without the comment sign and surrounding blanks
	Span    model.Span // with the comment sign
	OwnLine bool       // nothing but blanks stands before it on its line
}

// Pair is one key and value of a flat grammar: properties, env, flink-conf.
type Pair struct {
	Key, Value         string // decoded
	KeySpan, ValueSpan model.Span
	// RawValue is the value as it stands in the file.
	RawValue string
}

// Error is a place where a text departs from its grammar.
type Error struct {
	Span    model.Span
	Message string // lower case, no full stop, never quotes more than one token
}

// Error implements error.
func (e *Error) Error() string { return fmt.Sprintf("%s: %s", e.Span, e.Message) }
