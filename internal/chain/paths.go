package chain

// The bounds of a search. They are far above what a repository has that a person can look
// at; without them, a lattice of topics has more paths than there is time.
const (
	maxPaths = 200
	maxSteps = 200_000
	maxHops  = 100
)

// walk is a search for paths.
type walk struct {
	g       *graph
	to      string
	paths   []way
	omitted int
	more    bool
	steps   int
	now     []*node
	on      map[*node]bool
	reaches map[*node]bool // nil if any end will do
}

// way is a path as it was found.
type way struct {
	nodes []*node
	cycle bool
}

// walk finds the paths from one hop to another one. Without names, a path begins where
// nothing leads to and ends where nothing leads on.
func (g *graph) walk(asked Options) *walk {
	w := &walk{g: g, to: asked.To, on: make(map[*node]bool)}
	if asked.To != "" {
		w.reaches = g.before(asked.To)
	}
	seen := make(map[*node]bool)
	for _, n := range g.nodes {
		if asked.From != "" && n.named(asked.From) || asked.From == "" && len(n.in) == 0 {
			w.step(n)
			g.mark(n, seen)
		}
	}
	if asked.From != "" {
		return w
	}
	for _, n := range g.nodes { // what is left are circles
		if !seen[n] {
			w.step(n)
			g.mark(n, seen)
		}
	}
	return w
}

// step goes on to a node, which is not on the path yet.
func (w *walk) step(n *node) {
	if w.reaches != nil && !w.reaches[n] {
		return
	}
	if w.steps++; w.steps > maxSteps {
		w.more = true
		return
	}
	w.now = append(w.now, n)
	w.on[n] = true
	w.onward(n)
	w.on[n] = false
	w.now = w.now[:len(w.now)-1]
}

func (w *walk) onward(n *node) {
	if w.to != "" && n.named(w.to) {
		w.found(false)
		return
	}
	if len(n.out) == 0 || len(w.now) >= maxHops {
		w.more = w.more || len(n.out) > 0
		if w.to == "" {
			w.found(false)
		}
		return
	}
	cycle := false
	for _, next := range n.out {
		switch {
		case !w.on[next]:
			w.step(next)
		case !cycle && w.to == "":
			cycle = true
			w.found(true)
		}
	}
}

func (w *walk) found(cycle bool) {
	if len(w.paths) >= maxPaths {
		w.omitted++
		return
	}
	w.paths = append(w.paths, way{append([]*node(nil), w.now...), cycle})
}

// before is what leads to the hops of a name.
func (g *graph) before(name string) map[*node]bool {
	reaches := make(map[*node]bool)
	var queue []*node
	for _, n := range g.nodes {
		if n.named(name) {
			reaches[n] = true
			queue = append(queue, n)
		}
	}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, prev := range n.in {
			if !reaches[prev] {
				reaches[prev] = true
				queue = append(queue, prev)
			}
		}
	}
	return reaches
}

// mark notes what a node leads to.
func (g *graph) mark(n *node, seen map[*node]bool) {
	queue := []*node{n}
	seen[n] = true
	for len(queue) > 0 {
		n, queue = queue[0], queue[1:]
		for _, next := range n.out {
			if !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
}
