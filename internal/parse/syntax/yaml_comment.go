package syntax

import (
	"slices"
	"strings"
)

// comments returns the document's comments: a number sign outside of scalars. Where the
// document does not parse, only those that have a line of their own are certain.
func (r *yamlReader) comments() []Comment {
	var found []Comment
	next := 0
	for at := r.chunk.start; at < r.chunk.end && len(found) < r.budget.comments; {
		for next < len(r.scalars) && r.scalars[next].end <= at {
			next++
		}
		if next < len(r.scalars) && r.scalars[next].start <= at {
			at = r.scalars[next].end
			continue
		}
		if r.view[at] != '#' {
			at++
			continue
		}
		eol := at
		for eol < r.chunk.end && breakLen(r.view, eol) == 0 {
			eol++
		}
		own := r.ownLine(at)
		if own || r.parsed && !r.inToken(at) {
			found = append(found, Comment{
				Text: strings.Trim(r.src.Text[at+1:eol], " \t#"), Span: r.span(extent{at, eol}), OwnLine: own,
			})
		}
		at = eol
	}
	r.budget.comments -= len(found)
	return found
}

// ownLine reports whether nothing but blanks stands before an offset on its line.
func (r *yamlReader) ownLine(at int) bool {
	for at > r.chunk.start && isBlank(r.view[at-1]) {
		at--
	}
	return r.lineStart(at)
}

func (r *yamlReader) lineStart(at int) bool {
	_, found := slices.BinarySearch(r.lines, at)
	return found
}

// inToken reports whether an offset is within a tag or a directive.
func (r *yamlReader) inToken(at int) bool {
	for at > r.chunk.start && !isBlank(r.view[at-1]) && !r.lineStart(at) {
		at--
	}
	return r.view[at] == '!' || r.view[at] == '%'
}
