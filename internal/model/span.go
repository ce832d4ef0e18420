// Package model holds what parsers produce and rules see: components, their
// settings, and where each of them stands. It imports nothing internal.
package model

import "fmt"

// Position is a place in a file.
type Position struct {
	Offset int `json:"offset"` // bytes from the start of the text in UTF-8, after a byte order mark, 0-based
	Line   int `json:"line"`   // 1-based
	Column int `json:"column"` // 1-based, in Unicode code points
}

// Span is a range of a file; End is exclusive.
type Span struct {
	File  string   `json:"file"` // slash-separated, as the file was named to the parser
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// IsZero reports whether the span names no place.
func (s Span) IsZero() bool { return s.Start.Line == 0 }

// Contains reports whether other lies within s.
func (s Span) Contains(other Span) bool {
	return s.File == other.File && s.Start.Offset <= other.Start.Offset && other.End.Offset <= s.End.Offset
}

// String returns file:line:column of the start.
func (s Span) String() string {
	return fmt.Sprintf("%s:%d:%d", s.File, s.Start.Line, s.Start.Column)
}
