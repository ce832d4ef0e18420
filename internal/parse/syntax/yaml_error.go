package syntax

import (
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

var (
	yamlErrorLine = regexp.MustCompile(`^line (\d+): `)
	yamlAnchor    = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)
)

// locate gives an error of the library its place: a whole line, because the library
// names no column.
func (r *yamlReader) locate(err error) *Error {
	line, problem := yamlProblem(err)
	if m := yamlAnchor.FindStringSubmatch(problem); m != nil {
		return &Error{Span: r.aliasNamed(m[1]), Message: "alias of an anchor that is not there"}
	}
	if strings.HasPrefix(problem, "did not find expected ") {
		switch strings.TrimPrefix(problem, "did not find expected ") {
		case "key", "'-' indicator", "node content":
			line = r.firstBroken(line, problem)
		case "',' or ']'", "',' or '}'", "<document start>":
			line++ // the library counts from 0 here
		}
	}
	line = min(max(line, 1), len(r.lines))
	if line == len(r.lines) && line > 1 && r.lines[line-1] >= r.chunk.end {
		line--
	}
	start := r.lines[line-1]
	end := start
	for end < r.chunk.end && breakLen(r.view, end) == 0 {
		end++
	}
	text := r.view[start:end]
	if strings.HasPrefix(strings.TrimLeft(text, " "), "\t") && strings.HasPrefix(problem, "found character that cannot") {
		problem = "found a tab in the indentation"
	}
	trimmed := strings.TrimLeft(text, " \t")
	start += len(text) - len(trimmed)
	return &Error{Span: r.span(extent{start, start + len(strings.TrimRight(trimmed, " \t"))}), Message: problem}
}

// yamlProblem takes an error of the library apart; the line is 0 if it names none.
func yamlProblem(err error) (line int, problem string) {
	problem = strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlErrorLine.FindStringSubmatch(problem); m != nil {
		line, _ = strconv.Atoi(m[1])
		problem = problem[len(m[0]):]
	}
	return line, problem
}

// maxSearch is the size in bytes up to which a broken document is read again and again to
// find the place.
const maxSearch = 256 << 10

// firstBroken returns the line with which a problem first appears. The library names the
// line on which the surrounding block begins, which may be far above.
func (r *yamlReader) firstBroken(named int, problem string) int {
	if r.chunk.end-r.chunk.start > maxSearch {
		return named
	}
	return 1 + sort.Search(len(r.lines)-1, func(i int) bool {
		part := *r
		part.chunk.end = r.lines[i+1]
		_, err := part.decode()
		if err == nil {
			return false
		}
		_, p := yamlProblem(err)
		return p == problem
	})
}

// aliasNamed returns where the first alias of that name stands.
func (r *yamlReader) aliasNamed(name string) model.Span {
	for at := r.chunk.start; ; {
		i := strings.Index(r.view[at:r.chunk.end], "*"+name)
		if i < 0 {
			return r.span(extent{r.chunk.start, r.chunk.start})
		}
		x := extent{at + i, at + i + 1 + len(name)}
		if x.end == r.chunk.end || !isAnchor(r.view[x.end]) {
			return r.span(x)
		}
		at = x.end
	}
}
