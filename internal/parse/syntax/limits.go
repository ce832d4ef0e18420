package syntax

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// What no configuration comes near. A text that goes beyond is read up to there, with an
// error, so that no text takes memory without bound.
const (
	// MaxErrors is how many errors of one text are told.
	MaxErrors = 100
	// maxNodes is how many nodes a document has, before aliases, and maxStream those of a
	// stream together.
	maxNodes  = 300_000
	maxStream = 450_000
	// maxMarks is how many signs that could begin a node a YAML document may have: looking
	// for them costs less than finding out that there are too many nodes.
	maxMarks = 900_000
	// maxDocuments is how many documents a stream has.
	maxDocuments = 20_000
	// maxComments is how many comments of a text are kept.
	maxComments = 200_000
	// maxReferred is how many bytes of text the substitutions of a text of HOCON put in.
	maxReferred = 4 << 20
	// maxStatements, maxTokens and maxScopes are how many statements a script has, how many
	// words and signs a statement, and how deep parentheses of a query lie within each other.
	maxStatements = 100_000
	maxTokens     = 600_000
	maxScopes     = 10_000
)

// Head returns a source of the first lines of s only, and whether there are more.
func (s *Source) Head(lines int) (head *Source, more bool) {
	at := 0
	for range lines {
		i := strings.IndexAny(s.Text[at:], "\r\n")
		if i < 0 {
			return s, false
		}
		if at += i + 1; s.Text[at-1] == '\r' && strings.HasPrefix(s.Text[at:], "\n") {
			at++
		}
	}
	if at == len(s.Text) {
		return s, false
	}
	return &Source{File: s.File, Text: s.Text[:at], segments: s.segments}, true
}

// addComment appends a comment, if there are not too many.
func addComment(comments []Comment, c Comment) []Comment {
	if len(comments) >= maxComments {
		return comments
	}
	return append(comments, c)
}

// addError appends an error, if there are not too many.
func addError(errs []*Error, e *Error) []*Error {
	if len(errs) >= MaxErrors {
		return errs
	}
	return append(errs, e)
}

// manyMarks reports whether a YAML document has more signs that could begin a node than
// can be read, and where there are too many. Lines of block scalars do not count.
func manyMarks(text string, x extent) (at int, many bool) {
	if x.end-x.start <= maxMarks {
		return 0, false
	}
	marks, block := 0, -1
	for at := x.start; at < x.end; {
		next := nextLine(text, at)
		line := text[at:next]
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if block >= 0 && (indent > block || strings.TrimSpace(line) == "") {
			at = next
			continue
		}
		block = -1
		if end := strings.TrimRight(line, " \t\r\n-+123456789"); strings.HasSuffix(end, "|") || strings.HasSuffix(end, ">") {
			block = blockParent(line)
		}
		for i := range len(line) {
			switch line[i] {
			case ',', ':', '-', '?', '[', '{', '\n', '\r':
				marks++
			}
		}
		if marks > maxMarks {
			return at, true
		}
		at = next
	}
	return 0, false
}

// excess counts the nodes of a document and returns the first one of too many, else nil.
func (r *yamlReader) excess(n *yaml.Node) *yaml.Node {
	r.budget.nodes--
	if r.nodes++; r.nodes > maxNodes || r.budget.nodes < 0 {
		return n
	}
	for _, c := range n.Content {
		if over := r.excess(c); over != nil {
			return over
		}
	}
	return nil
}
