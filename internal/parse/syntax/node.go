package syntax

import (
	"sort"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// NodeKind is the kind of a tree node.
type NodeKind int

// The node kinds. An alias is replaced by what it stands for.
const (
	ScalarNode NodeKind = iota
	MapNode
	SeqNode
)

// Tag is the kind of a scalar that the grammar itself tells apart.
type Tag int

// The tags. Plain YAML scalars are Plain whatever they look like: what a plain
// scalar means (a number, a boolean) is for the dialect's reader to say.
const (
	Plain  Tag = iota // YAML scalar without quotes; JSON number, true, false
	String            // quoted, in a block, or tagged !!str
	Null              // JSON null; YAML null, ~ or nothing at all
)

// Node is a node of a tree: of YAML, JSON, HOCON, or the body of an HCL block.
type Node struct {
	Kind NodeKind
	Tag  Tag
	// Text of a scalar, decoded. Template actions stand in it as they are written.
	Text string
	// Span of a scalar is the text within its quotes, or the lines of its block from the
	// first content on without the last line end; of anything else the whole node.
	Span    model.Span
	Entries []Entry // of a map, in order, duplicates kept; merged ones last and marked
	Items   []*Node // of a sequence
	// Alias is where an alias stood that was replaced by this node; zero elsewhere.
	Alias model.Span
	// Open: something that is not in view, such as an included file, may replace the value.
	// Only HOCON has such nodes.
	Open bool
	// Bases are the paths of the substitutions that a map of HOCON is made of, beside what
	// stands in its own braces; of a scalar, those that may yet make a map of it.
	Bases []string

	src      *Source
	segments []Segment // of Text within src.Text
}

// Entry is one key and value of a map.
type Entry struct {
	Key   *Node
	Value *Node
	// Merged marks an entry that came in through a YAML merge key.
	Merged bool
	// Duplicate marks a key that stood before in the same map.
	Duplicate bool
}

// Source returns the decoded text of a scalar as a source, for grammars within it. That
// of a map or sequence is empty.
func (n *Node) Source() *Source {
	if n.src == nil {
		return NewSource(NewFile(n.Span.File, n.Text))
	}
	return n.src.Sub(n.Text, n.src.refine(n.segments, len(n.Text)))
}

// refine splits the segments of a text of the given length that was decoded from s.Text
// where the segments of s itself begin, so that a text within a text within a file still
// maps byte for byte, and gives escapes the width they have in the file.
func (s *Source) refine(segments []Segment, length int) []Segment {
	if len(s.segments) <= 1 {
		return segments
	}
	var refined []Segment
	for i, g := range segments {
		if g.Width > 0 {
			last := g.Outer + g.Width - 1
			g.Width = max(s.outer(last)+s.width(last)-s.outer(g.Outer), 1)
			refined = append(refined, g)
			continue
		}
		end := length
		if i+1 < len(segments) {
			end = segments[i+1].Inner
		}
		k := sort.Search(len(s.segments), func(k int) bool { return s.segments[k].Inner > g.Outer }) - 1
		for k = max(k, 0); k < len(s.segments); k++ {
			at := max(s.segments[k].Inner, g.Outer)
			inner := g.Inner + at - g.Outer
			if inner >= end && inner > g.Inner {
				break
			}
			refined = append(refined, Segment{Inner: inner, Outer: at, Width: s.segments[k].Width})
		}
	}
	return refined
}

// Get returns the value of the last entry with that key that was not merged, else of a
// merged one, else nil. It may be called on nil and on nodes that are no map.
func (n *Node) Get(key string) *Node {
	if e := n.Entry(key); e != nil {
		return e.Value
	}
	return nil
}

// Entry is like Get and returns the entry.
func (n *Node) Entry(key string) *Entry {
	if n == nil || n.Kind != MapNode {
		return nil
	}
	var found *Entry
	for i := range n.Entries {
		e := &n.Entries[i]
		if e.Key.Text == key && (found == nil || found.Merged || !e.Merged) {
			found = e
		}
	}
	return found
}

// Effective returns the entries of a map that count, in order: of those with the same key
// the last one that was not merged.
func (n *Node) Effective() []*Entry {
	entries := make([]*Entry, 0, len(n.Entries))
	var last map[string]int // where in n.Entries the one that counts stands, if some do not
	for i := range n.Entries {
		if n.Entries[i].Duplicate && last == nil {
			last = make(map[string]int, len(n.Entries))
			for k, e := range n.Entries {
				if at, ok := last[e.Key.Text]; !ok || n.Entries[at].Merged || !e.Merged {
					last[e.Key.Text] = k
				}
			}
		}
	}
	for i := range n.Entries {
		if e := &n.Entries[i]; last == nil || last[e.Key.Text] == i {
			entries = append(entries, e)
		}
	}
	return entries
}

// At follows a path of map keys.
func (n *Node) At(path ...string) *Node {
	for _, key := range path {
		n = n.Get(key)
	}
	return n
}

// IsMap may be called on nil, like IsSeq and IsScalar.
func (n *Node) IsMap() bool { return n != nil && n.Kind == MapNode }

// IsSeq reports whether the node is a sequence.
func (n *Node) IsSeq() bool { return n != nil && n.Kind == SeqNode }

// IsScalar reports whether the node is a scalar.
func (n *Node) IsScalar() bool { return n != nil && n.Kind == ScalarNode }

// Str returns the text of a scalar and "" for everything else.
func (n *Node) Str() string {
	if n.IsScalar() {
		return n.Text
	}
	return ""
}

// decoded builds the text of a scalar from a text that it is copied from.
type decoded struct {
	text string
	out  strings.Builder
	segs []Segment
	run  int // where in text the last segment ends; -1 after an escape
}

// copy appends bytes that mean themselves.
func (d *decoded) copy(from, to int) {
	if from == to {
		return
	}
	if len(d.segs) == 0 || d.run != from {
		d.segs = append(d.segs, Segment{Inner: d.out.Len(), Outer: from})
	}
	d.out.WriteString(d.text[from:to])
	d.run = to
}

// escape appends a text that stands for the bytes between two offsets.
func (d *decoded) escape(text string, from, to int) {
	switch text {
	case "":
	case d.text[from:to]:
		d.copy(from, to)
	default:
		d.segs = append(d.segs, Segment{Inner: d.out.Len(), Outer: from, Width: to - from})
		d.out.WriteString(text)
		d.run = -1
	}
}

// segments returns the segments of the text; that of an empty one begins at start.
func (d *decoded) segments(start int) []Segment {
	if len(d.segs) == 0 {
		return []Segment{{Outer: start}}
	}
	return d.segs
}
