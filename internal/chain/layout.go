package chain

import (
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
	headHeight = 70 // of the title above the boxes
)

// box is where a hop is drawn.
type box struct {
	column        int
	x, y          float64
	width, height float64
}

func (b *box) middle() float64 { return b.y + b.height/2 }

// layout places the hops in columns by layer, from left to right as records go.
type layout struct {
	boxes         []box
	columns       [][]int
	edges         [][2]int
	width, height float64
}

func newLayout(r *Report) *layout {
	l := &layout{boxes: make([]box, len(r.Hops)), edges: r.edges()}
	l.assign(r)
	l.measure(r)
	for range 3 {
		l.sweep(false)
		l.sweep(true)
	}
	l.sweep(false)
	l.settle()
	return l
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

// sweep moves boxes to where those are that they are joined with: before them, or behind.
func (l *layout) sweep(back bool) {
	want := make([]float64, len(l.boxes))
	count := make([]float64, len(l.boxes))
	columns := slices.Clone(l.columns)
	if back {
		slices.Reverse(columns)
	}
	joined := make([][]int, len(l.boxes))
	for _, e := range l.edges {
		from, to := e[0], e[1]
		if back {
			from, to = to, from
		}
		joined[to] = append(joined[to], from)
	}
	for _, column := range columns {
		for _, i := range column {
			for _, from := range joined[i] {
				want[i] += l.boxes[from].middle()
				count[i]++
			}
			if count[i] > 0 {
				want[i] /= count[i]
			} else {
				want[i] = l.boxes[i].middle()
			}
		}
		slices.SortStableFunc(column, func(a, b int) int {
			switch {
			case want[a] < want[b]:
				return -1
			case want[a] > want[b]:
				return 1
			}
			return 0
		})
		bottom := 0.0
		for n, i := range column {
			b := &l.boxes[i]
			b.y = want[i] - b.height/2
			if n > 0 {
				b.y = max(b.y, bottom)
			}
			bottom = b.y + b.height + rowGap
		}
	}
}

// settle moves all boxes below the title.
func (l *layout) settle() {
	if len(l.boxes) == 0 {
		l.height = headHeight
		return
	}
	top, bottom := l.boxes[0].y, 0.0
	for i := range l.boxes {
		top = min(top, l.boxes[i].y)
	}
	for i := range l.boxes {
		b := &l.boxes[i]
		b.y += headHeight + 14 - top
		bottom = max(bottom, b.y+b.height)
	}
	l.height = bottom
}
