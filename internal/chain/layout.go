package chain

import (
	"cmp"
	"slices"

	"github.com/clipperhouse/displaywidth"
)

// The measures of the picture, in pixels.
const (
	margin     = 28
	columnGap  = 46
	rowGap     = 26
	boxHeight  = 70
	pillHeight = 58
	minWidth   = 132
	maxWidth   = 300
	headHeight = 56 // of the title above the boxes
	passHeight = 14 // of an edge that passes a column
	partGap    = 30 // between boxes that do not hang together
)

// maxBoxes bounds how many boxes are placed; from there on, edges go straight.
const maxBoxes = 20_000

// box is where a hop is drawn, or where an edge passes a column.
type box struct {
	column        int
	x, y          float64
	width, height float64
}

func (b *box) middle() float64 { return b.y + b.height/2 }

// layout places the hops in columns by layer, from left to right as records go.
type layout struct {
	boxes   []box // those of the hops, then those of edges that pass columns
	columns [][]int
	// routes are the boxes that edges go through, first and last of them hops.
	routes        [][]int
	joined        [2][][]int // by box, what is left of it and what is right of it
	width, height float64
}

func newLayout(r *Report) *layout {
	l := &layout{boxes: make([]box, len(r.Hops))}
	l.assign(r)
	l.measure(r)
	l.route(r.edges())
	l.height = headHeight
	for _, part := range l.parts() {
		l.arrange(part)
	}
	return l
}

// route leads edges over the columns between their ends, so that none goes behind a box.
func (l *layout) route(edges [][2]int) {
	for _, e := range edges {
		route := []int{e[0]}
		for c := l.boxes[e[0]].column + 1; c < l.boxes[e[1]].column && len(l.boxes) < maxBoxes; c++ {
			in := l.columns[c][0]
			route = append(route, len(l.boxes))
			l.columns[c] = append(l.columns[c], len(l.boxes))
			l.boxes = append(l.boxes, box{column: c, x: l.boxes[in].x, width: l.boxes[in].width, height: passHeight})
		}
		l.routes = append(l.routes, append(route, e[1]))
	}
	l.joined = [2][][]int{make([][]int, len(l.boxes)), make([][]int, len(l.boxes))}
	for _, route := range l.routes {
		for i := 1; i < len(route); i++ {
			l.joined[0][route[i]] = append(l.joined[0][route[i]], route[i-1])
			l.joined[1][route[i-1]] = append(l.joined[1][route[i-1]], route[i])
		}
	}
}

// parts are the boxes that hang together, by the first of each.
func (l *layout) parts() []map[int]bool {
	var parts []map[int]bool
	seen := make(map[int]bool)
	for i := range l.boxes {
		if seen[i] {
			continue
		}
		part := map[int]bool{i: true}
		for queue := []int{i}; len(queue) > 0; queue = queue[1:] {
			seen[queue[0]] = true
			for _, side := range l.joined {
				for _, next := range side[queue[0]] {
					if !part[next] {
						part[next] = true
						queue = append(queue, next)
					}
				}
			}
		}
		parts = append(parts, part)
	}
	return parts
}

// arrange places the boxes of a part below what is there already.
func (l *layout) arrange(part map[int]bool) {
	var columns [][]int
	for _, all := range l.columns {
		var column []int
		for _, i := range all {
			if part[i] {
				column = append(column, i)
			}
		}
		columns = append(columns, column)
	}
	for range 4 {
		l.sweep(columns, 0)
		slices.Reverse(columns)
		l.sweep(columns, 1)
		slices.Reverse(columns)
	}
	top, bottom := 0.0, 0.0
	first := true
	for i := range part {
		if b := &l.boxes[i]; first || b.y < top {
			top, first = b.y, false
		}
	}
	for i := range part {
		b := &l.boxes[i]
		b.y += l.height + partGap - top
		bottom = max(bottom, b.y+b.height)
	}
	l.height = bottom
}

// assign chooses columns. Behind a sink, topics begin the same series of layers again.
func (l *layout) assign(r *Report) {
	for i := range l.boxes {
		l.boxes[i].column = slot(-1, r.Hops[i].Layer)
	}
	for range 8 { // enough for what a person looks at; circles never come to rest
		moved := false
		for i := range r.Paths {
			hops := r.Paths[i].Hops
			for j := 1; j < len(hops); j++ {
				if c := slot(l.boxes[hops[j-1]].column, r.Hops[hops[j]].Layer); c > l.boxes[hops[j]].column && c < 4*len(r.Hops)+8 {
					l.boxes[hops[j]].column = c
					moved = true
				}
			}
		}
		if !moved {
			break
		}
	}
	var used []int
	for i := range l.boxes {
		used = append(used, l.boxes[i].column)
	}
	slices.Sort(used)
	used = slices.Compact(used)
	l.columns = make([][]int, len(used))
	for i := range l.boxes {
		c, _ := slices.BinarySearch(used, l.boxes[i].column)
		l.boxes[i].column = c
		l.columns[c] = append(l.columns[c], i)
	}
}

// slot is the first column for a layer to the right of another one: what is outside, what
// produces, then again and again topics, sources, jobs, sinks.
func slot(after int, layer Layer) int {
	first := map[Layer]int{Outside: 0, Producer: 1, Topic: 2, Source: 3, Reader: 3, Job: 4, Sink: 5, Target: 6}[layer]
	if layer == Outside || layer == Producer {
		return max(first, after+1)
	}
	for first <= after {
		first += 4
	}
	return first
}

// measure sets the size of the boxes: those of a column are as wide as its longest text.
func (l *layout) measure(r *Report) {
	x := float64(margin)
	for _, column := range l.columns {
		width := float64(minWidth)
		for _, i := range column {
			h := &r.Hops[i]
			width = max(width, textWidth(h.shown(), 7.7)+30, textWidth(h.verdict(), 6)+30, textWidth(h.what(), 5.8)+30)
		}
		width = min(width, maxWidth)
		for _, i := range column {
			b := &l.boxes[i]
			b.x, b.width, b.height = x, width, boxHeight
			if r.Hops[i].Layer == Topic {
				b.height = pillHeight
			}
		}
		x += width + columnGap
	}
	l.width = max(x-columnGap+margin, 760)
}

// textWidth estimates the width of a text, given that of a letter.
func textWidth(s string, letter float64) float64 { return float64(displaywidth.String(s)) * letter }

// sweep moves boxes to where those are that they are joined with: left of them, or right.
func (l *layout) sweep(columns [][]int, side int) {
	want := make(map[int]float64)
	for _, column := range columns {
		for _, i := range column {
			want[i] = l.boxes[i].middle()
			if joined := l.joined[side][i]; len(joined) > 0 {
				sum := 0.0
				for _, from := range joined {
					sum += l.boxes[from].middle()
				}
				want[i] = sum / float64(len(joined))
			}
		}
		slices.SortStableFunc(column, func(a, b int) int { return cmp.Compare(want[a], want[b]) })
		bottom, moved := 0.0, 0.0
		for n, i := range column {
			b := &l.boxes[i]
			b.y = want[i] - b.height/2
			if n > 0 {
				b.y = max(b.y, bottom)
			}
			moved += b.middle() - want[i]
			bottom = b.y + b.height + rowGap
		}
		for _, i := range column { // those that had to give way are no lower than the others are high
			l.boxes[i].y -= moved / float64(len(column))
		}
	}
}
