// Package chain joins producers, topics, Flink tables and jobs, connectors and the systems
// behind them to the paths that records take, and says of each hop what it gives. The
// verdicts are those of package guarantee. What is not in the files is a hop of its own that
// is not known; nothing is joined by guess.
package chain

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/guarantee"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
)

// Layer is the place of a hop between the service that sends a record and where it ends up.
type Layer string

// The layers, in the order in which a record passes them. Behind a topic, it goes on to any
// of them.
const (
	Outside  Layer = "outside"  // another system that records come from
	Producer Layer = "producer" // what writes to Kafka: a client, a source connector
	Topic    Layer = "topic"
	Source   Layer = "source" // a table that a Flink job reads
	Job      Layer = "job"    // a Flink job, a Streams application, a mirror
	Sink     Layer = "sink"   // a table that a Flink job writes, a sink connector
	Reader   Layer = "reader" // a consumer, where what is known of a record ends
	Target   Layer = "target" // an index, a table or another thing outside of Kafka
)

// Hop is one stop of records. ID, Delivery and what else the guarantee has is that of
// package guarantee; a topic and another system have no guarantee of their own, which
// is "not-applicable".
type Hop struct {
	guarantee.Client
	Layer Layer `json:"layer"`
	// Known is false for a hop that must be there, and is not in the files.
	Known bool `json:"known"`
	// System is where a topic, an index or a table is: bootstrap servers, hosts; "" if that
	// is not known. It holds no credentials.
	System string `json:"system,omitempty"`
	// Note says what is not known.
	Note string `json:"note,omitempty"`

	component *model.Component
	parts     []*model.Component // clients that it owns
}

// Path is one way of a record, from where it is first seen to where it ends up.
type Path struct {
	Hops []int `json:"hops"` // numbers of hops of the report
	// Delivery is what is left of the guarantee over all hops, in the words of
	// guarantee.Client, Durable likewise.
	Delivery string `json:"delivery"`
	Durable  string `json:"durable"`
	// Weakest is the place in Hops of the weakest link, -1 if there is none.
	Weakest int `json:"weakest"`
	// Cycle: the last hop leads back to one before it.
	Cycle bool `json:"cycle,omitempty"`
}

// Report is all paths.
type Report struct {
	Hops  []Hop
	Paths []Path
	// Omitted is how many paths there are besides those in Paths. More: there are even more,
	// which were not counted.
	Omitted int
	More    bool
	// From and To are what was asked for. Apart: no path leads from one to the other, and
	// Paths are those of either end.
	From, To string
	Apart    bool
	// Errors are failures of the linter itself, Missing the arguments that do not exist or
	// cannot be opened.
	Errors  []error
	Missing error
}

// Options say which paths are asked for.
type Options struct {
	From, To string // names of hops; "" is any
}

// NameError says that no hop has a name.
type NameError struct {
	Name  string
	Names []string // those that there are
}

// Error implements error.
func (e *NameError) Error() string {
	if len(e.Names) == 0 {
		return fmt.Sprintf("nothing is named %q in these files", e.Name)
	}
	names := e.Names
	more := ""
	if len(names) > maxNames {
		names, more = names[:maxNames], fmt.Sprintf(" and %d more", len(e.Names)-maxNames)
	}
	return fmt.Sprintf("nothing is named %q in these files; there are %s%s", e.Name, strings.Join(names, ", "), more)
}

const maxNames = 30

// Run finds the paths in the files of a run. A *NameError says that From or To names
// nothing; any other error makes the whole run impossible.
func Run(ctx context.Context, opts lint.Options, asked Options) (*Report, error) {
	examined, err := lint.Examine(ctx, opts)
	if err != nil {
		return nil, err
	}
	given, err := guarantee.All(ctx, examined)
	if err != nil {
		return nil, err
	}
	g := build(examined.All, given.Clients, examined.Findings)
	out := &Report{Errors: given.Errors, Missing: given.Missing, From: asked.From, To: asked.To}
	for _, name := range []string{asked.From, asked.To} {
		if name != "" && !g.has(name) {
			return out, &NameError{Name: name, Names: g.names()}
		}
	}
	out.fill(g, asked)
	return out, ctx.Err()
}

// fill puts in the paths that were asked for, or those of both ends if none connects them.
func (r *Report) fill(g *graph, asked Options) {
	w := g.walk(asked)
	if len(w.paths) == 0 && asked.From != "" && asked.To != "" {
		r.Apart = true
		from, to := g.walk(Options{From: asked.From}), g.walk(Options{To: asked.To})
		w.paths = append(from.paths, to.paths...)
		w.omitted, w.more = from.omitted+to.omitted, from.more || to.more
	}
	// What is known furthest comes first.
	slices.SortStableFunc(w.paths, func(a, b way) int {
		return cmp.Or(b.known()-a.known(), len(a.nodes)-len(b.nodes))
	})
	if left := len(w.paths) - maxPaths; left > 0 {
		w.paths = w.paths[:maxPaths]
		w.omitted += left
	}
	r.Omitted, r.More = w.omitted, w.more
	numbers := make(map[string]int)
	for _, found := range w.paths {
		p := Path{Cycle: found.cycle}
		for _, n := range found.nodes {
			i, ok := numbers[n.key]
			if !ok {
				i = len(r.Hops)
				numbers[n.key] = i
				r.Hops = append(r.Hops, n.Hop)
			}
			p.Hops = append(p.Hops, i)
		}
		r.judge(&p)
		r.Paths = append(r.Paths, p)
	}
}

// has reports whether a hop that is known has a name.
func (g *graph) has(name string) bool {
	return slices.ContainsFunc(g.nodes, func(n *node) bool { return n.named(name) })
}

func (g *graph) names() []string {
	var names []string
	for _, n := range g.nodes {
		if n.Known && n.Name != "" {
			names = append(names, n.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (n *node) named(name string) bool { return n.Known && n.Name == name }
