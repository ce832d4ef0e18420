package chain

// The bounds of a search. They are far above what a repository has that a person can look
// at; without them, a lattice of topics has more paths than there is time.
const (
	maxPaths = 200
	maxFound = 5000 // of which the longest are shown
	maxSteps = 200_000
	maxHops  = 100
)

// walk is a search for paths.
type walk struct {
	g       *graph
	to      map[*node]bool // nil if any end will do
	paths   []way
	omitted int
	more    bool
	steps   int
	now     []*node
	on      map[*node]bool
	reaches map[*node]bool // what leads to one of them
}

// way is a path as it was found.
type way struct {
	nodes []*node
	cycle bool
}

// known is how many of its hops are in the files.
func (w way) known() int {
	n := 0
	for _, hop := range w.nodes {
		if hop.Known {
			n++
		}
	}
	return n
}

// walk finds the paths from one hop to another one. Without names, a path begins where
// nothing leads to and ends where nothing leads on.
func (g *graph) walk(asked Options) *walk {
	w := &walk{g: g, on: make(map[*node]bool)}
	if asked.To != "" {
		w.to = make(map[*node]bool)
		ends := outermost(g.all(asked.To), onward)
		for _, n := range ends {
			w.to[n] = true
		}
		w.reaches = reach(ends, backward)
	}
	if asked.From != "" {
		for _, n := range outermost(g.all(asked.From), backward) {
			w.step(n)
		}
		return w
	}
	seen := make(map[*node]bool)
	for _, begins := range []func(*node) bool{
		func(n *node) bool { return len(n.in) == 0 },
		func(n *node) bool { return !seen[n] }, // what is left are circles
	} {
		for _, n := range g.nodes {
			if begins(n) {
				w.step(n)
				mark(seen, []*node{n}, onward)
			}
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
	w.goOn(n)
	w.on[n] = false
	w.now = w.now[:len(w.now)-1]
}

func (w *walk) goOn(n *node) {
	if w.to[n] {
		w.found(false)
		return
	}
	if len(n.out) == 0 || len(w.now) >= maxHops {
		w.more = w.more || len(n.out) > 0
		if w.to == nil {
			w.found(false)
		}
		return
	}
	cycle := false
	for _, next := range n.out {
		switch {
		case !w.on[next]:
			w.step(next)
		case !cycle && w.to == nil:
			cycle = true
			w.found(true)
		}
	}
}

func (w *walk) found(cycle bool) {
	if len(w.paths) >= maxFound {
		w.omitted++
		return
	}
	w.paths = append(w.paths, way{append([]*node(nil), w.now...), cycle})
}

// all are the hops that have a name.
func (g *graph) all(name string) []*node {
	var found []*node
	for _, n := range g.nodes {
		if n.named(name) {
			found = append(found, n)
		}
	}
	return found
}

func onward(n *node) []*node   { return n.out }
func backward(n *node) []*node { return n.in }

// maxOutermost is among how many hops of one name those that lie within are looked for.
const maxOutermost = 50

// outermost leaves out the hops from which others of them are reached: a table and what it
// stands for can have one name, and the way is to be shown as a whole.
func outermost(nodes []*node, next func(*node) []*node) []*node {
	if len(nodes) > maxOutermost {
		return nodes
	}
	reached := make([]map[*node]bool, len(nodes))
	for i, n := range nodes {
		reached[i] = reach(next(n), next)
	}
	var out []*node
	for i, n := range nodes {
		within := false
		for j, other := range nodes {
			within = within || i != j && reached[i][other] && !reached[j][n]
		}
		if !within {
			out = append(out, n)
		}
	}
	return out
}

// reach is what nodes lead to, with themselves.
func reach(nodes []*node, next func(*node) []*node) map[*node]bool {
	seen := make(map[*node]bool)
	mark(seen, nodes, next)
	return seen
}

// mark adds to what is seen what nodes lead to, with themselves.
func mark(seen map[*node]bool, nodes []*node, next func(*node) []*node) {
	queue := make([]*node, 0, len(nodes))
	for _, n := range nodes {
		if !seen[n] {
			seen[n] = true
			queue = append(queue, n)
		}
	}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, other := range next(n) {
			if !seen[other] {
				seen[other] = true
				queue = append(queue, other)
			}
		}
	}
}
