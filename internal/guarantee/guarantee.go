// Package guarantee reports what each client gives: how often a record arrives, whether in
// order, and whether it survives the failure of one broker, with the settings that decide.
package guarantee

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/policy"
	"github.com/kcfglint/kcfglint/internal/report"
	"github.com/kcfglint/kcfglint/rules"
)

// Report is what a run found.
type Report struct {
	Clients []Client
	Files   []report.File
	// Errors are failures of the linter itself, Missing the arguments that do not exist or
	// cannot be opened.
	Errors  []error
	Missing error
}

// Client is one client, or one thing that owns clients, and what it gives.
type Client struct {
	ID       string    `json:"id"`
	Kind     string    `json:"kind"`
	Role     string    `json:"role,omitempty"` // of a table: source, sink, or both
	Name     string    `json:"name"`
	File     string    `json:"file"`
	Line     int       `json:"line"`
	Software string    `json:"software"` // whose defaults apply, with its version
	Delivery string    `json:"delivery"` // exactly-once, at-least-once, at-most-once, none, unknown, nothing
	Scope    string    `json:"scope,omitempty"`
	Ordered  string    `json:"ordered"`  // yes, no, unknown, not-applicable
	Durable  string    `json:"durable"`  // yes, no, unknown, not-applicable
	Links    []Link    `json:"links"`    // what keeps it from being better, the weakest first
	Settings []Setting `json:"settings"` // those that decide
}

// Link is something that a guarantee fails at.
type Link struct {
	Of      string  `json:"of"`      // start, loss, duplication, reordering, durability
	Certain bool    `json:"certain"` // false if it depends on what is not known
	Rule    string  `json:"rule,omitempty"`
	Message string  `json:"message"`
	Set     string  `json:"set,omitempty"`
	Note    bool    `json:"note,omitempty"` // what is worth a look, and decides nothing
	At      Setting `json:"at"`
}

// Setting is a setting that decides. A secret's value is never in it.
type Setting struct {
	Key    string `json:"key"`
	Value  string `json:"value,omitempty"` // "" if it is not known
	State  string `json:"state"`
	Origin string `json:"origin,omitempty"` // of what is not written
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
}

// Run derives the guarantees of all clients of a run. The error is for what makes the
// whole run impossible.
func Run(ctx context.Context, opts lint.Options) (*Report, error) {
	examined, err := lint.Examine(ctx, opts)
	if err != nil {
		return nil, err
	}
	return Of(ctx, examined)
}

// compiled is what derives guarantees. It is the same in every run.
var compiled = sync.OnceValues(func() (*policy.Guarantees, error) { return policy.NewGuarantees(context.Background()) })

// Of derives the guarantees of the components that were examined.
func Of(ctx context.Context, examined *lint.Result) (*Report, error) {
	return of(ctx, examined, (*project).stands)
}

// All derives the guarantees of all components that records go through: besides those of
// Of, the jobs whose tables are in view and the tables on other systems than Kafka.
func All(ctx context.Context, examined *lint.Result) (*Report, error) {
	return of(ctx, examined, (*project).passes)
}

func of(ctx context.Context, examined *lint.Result, chosen func(*project, *model.Component) bool) (*Report, error) {
	out := &Report{Files: examined.Files, Errors: examined.Errors, Missing: examined.Missing}
	if len(examined.Components) == 0 {
		return out, nil
	}
	engine, err := compiled()
	if err != nil {
		return nil, err
	}
	p, err := newProject(examined.All, examined.Findings)
	if err != nil {
		return nil, err
	}
	for _, c := range examined.Components {
		if !chosen(p, c) {
			continue
		}
		g, err := p.guarantee(ctx, engine, c)
		if err != nil {
			out.Errors = append(out.Errors, err)
			continue
		}
		out.Clients = append(out.Clients, p.client(c, g))
	}
	slices.SortStableFunc(out.Clients, func(a, b Client) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

// project is all components of a run, and how they hang together.
type project struct {
	byID     map[string]*model.Component
	parts    map[string][]*model.Component // by the owner's ID
	tables   map[string]bool               // jobs and clusters that have tables on Kafka
	topics   map[string][]*model.Component
	brokers  map[string][]*model.Component // by cluster
	workers  map[string][]*model.Component // by policy.ConnectCluster
	findings []finding.Finding
	about    map[string][]int // findings by their component
	kinds    map[string][]model.Kind
}

func newProject(all []*model.Component, findings []finding.Finding) (*project, error) {
	p := &project{
		byID: make(map[string]*model.Component), parts: make(map[string][]*model.Component), tables: make(map[string]bool),
		topics: make(map[string][]*model.Component), brokers: make(map[string][]*model.Component),
		workers: make(map[string][]*model.Component), findings: findings, about: make(map[string][]int), kinds: make(map[string][]model.Kind),
	}
	for _, c := range all {
		p.byID[c.ID] = c
	}
	for _, c := range all {
		if owner := p.byID[c.OwnerID]; owner != nil {
			p.parts[owner.ID] = append(p.parts[owner.ID], c)
			for _, above := range p.above(owner) {
				p.tables[above.ID] = true
			}
		}
		switch c.Kind {
		case model.Topic:
			p.topics[c.Name] = append(p.topics[c.Name], c)
		case model.Broker:
			if c.Links.Cluster != "" {
				p.brokers[c.Links.Cluster] = append(p.brokers[c.Links.Cluster], c)
			}
		case model.ConnectWorker:
			cluster := policy.ConnectCluster(c)
			p.workers[cluster] = append(p.workers[cluster], c)
		}
	}
	for i := range findings {
		f := &findings[i]
		switch f.Consequence {
		case "startup-failure", "loss", "corruption", "duplication", "reordering":
			p.about[f.Component.ID] = append(p.about[f.Component.ID], i)
		}
	}
	index, err := rules.All()
	for _, r := range index {
		p.kinds[r.ID] = r.Kinds
	}
	return p, err
}

// reported reports whether components of a kind are reported on, with what they own.
func reported(kind model.Kind) bool {
	switch kind {
	case model.Producer, model.Consumer, model.ShareConsumer, model.Streams, model.SourceConnector, model.SinkConnector,
		model.Mirror, model.FlinkTable, model.FlinkJob, model.FlinkCDC:
		return true
	}
	return false
}

// stands reports whether a component has a line of its own: it is not part of another one,
// a table is on Kafka, and of a job nothing else is to be seen.
func (p *project) stands(c *model.Component) bool {
	if !p.passes(c) {
		return false
	}
	switch c.Kind {
	case model.FlinkTable:
		return len(p.parts[c.ID]) > 0
	case model.FlinkJob:
		return !p.tables[c.ID]
	}
	return true
}

// passes reports whether records go through a component that is not part of another one.
func (p *project) passes(c *model.Component) bool {
	if !reported(c.Kind) {
		return false
	}
	owner := p.byID[c.OwnerID]
	return owner == nil || !reported(owner.Kind)
}

// above returns what a job or a table inherits from, the nearest first.
func (p *project) above(c *model.Component) []*model.Component {
	var chain []*model.Component
	for range 16 { // inheritance is not deeper, and could be circular
		if c = p.byID[c.Parent]; c == nil {
			break
		}
		chain = append(chain, c)
	}
	return chain
}

// guarantee derives that of a component after those of its parts.
func (p *project) guarantee(ctx context.Context, engine *policy.Guarantees, c *model.Component) (policy.Guarantee, error) {
	asked := policy.Asked{
		Input:    policy.Input{Component: c, Versions: c.Versions, Workload: "durability"},
		Findings: make(map[int]*finding.Finding), Topics: make(map[string][]*model.Component), Brokers: make(map[string][]*model.Component),
	}
	for _, part := range p.clients(c) {
		g, err := p.guarantee(ctx, engine, part)
		if err != nil {
			return g, err
		}
		asked.Parts = append(asked.Parts, policy.Part{Component: part, Guarantee: g})
	}
	p.take(&asked, c, c)
	switch c.Kind {
	case model.FlinkTable, model.FlinkJob:
		for _, above := range p.above(c) {
			p.take(&asked, c, above)
		}
	case model.SourceConnector:
		if worker := p.worker(c); worker != nil {
			asked.Workers = []*model.Component{worker}
			p.take(&asked, c, worker)
		}
	}
	for _, name := range c.Links.Topics {
		if topic := p.topic(name, c.Links.Cluster); topic != nil {
			asked.Topics[name] = []*model.Component{topic}
			asked.Brokers[topic.ID] = p.brokers[topic.Links.Cluster]
		}
	}
	return engine.Of(ctx, asked)
}

// clients returns those that a component owns. A source connector that says nothing of its
// producer has what the worker sets for all of them.
func (p *project) clients(c *model.Component) []*model.Component {
	own := p.parts[c.ID]
	if worker := p.worker(c); worker != nil && c.Kind == model.SourceConnector && len(own) == 0 {
		return slices.DeleteFunc(slices.Clone(p.parts[worker.ID]), func(part *model.Component) bool { return part.Kind != model.Producer })
	}
	return own
}

// worker returns what runs a connector, nil if it is not in view or several could be meant.
func (p *project) worker(c *model.Component) *model.Component {
	if workers := p.workers[policy.ConnectCluster(c)]; c.Kind != model.ConnectWorker && len(workers) == 1 {
		return workers[0]
	}
	return nil
}

// take takes over the findings about one thing for another one, c or what c is on. What
// the rules asked c's own kind, they know better there; and what c says itself of a key,
// counts, also where c is asked about the file of what it is on.
func (p *project) take(asked *policy.Asked, c, from *model.Component) {
	for _, i := range p.about[from.ID] {
		f := &p.findings[i]
		if c == from && f.File == c.File || !overrides(c, f) && (c == from || !slices.Contains(p.kinds[f.Rule], c.Kind)) {
			asked.Findings[i] = f
		}
	}
}

// overrides reports whether a component has a value of its own for a key that a finding
// in another file is about. A fact about a line has the key behind its name.
func overrides(c *model.Component, f *finding.Finding) bool {
	key := f.Key
	if rest, ok := strings.CutPrefix(key, "@conf."); ok {
		_, key, _ = strings.Cut(rest, ".")
	}
	s := c.Get(key)
	return s != nil && !s.KeySpan.IsZero() && s.KeySpan.File != f.File
}

// topic returns the topic of that name on a cluster, nil if there is none in view or
// several could be meant.
func (p *project) topic(name, cluster string) *model.Component {
	var same, maybe []*model.Component
	for _, t := range p.topics[name] {
		switch {
		case cluster != "" && t.Links.Cluster == cluster:
			same = append(same, t)
		case cluster == "" || t.Links.Cluster == "":
			maybe = append(maybe, t)
		}
	}
	switch {
	case len(same) == 1:
		return same[0]
	case len(same) == 0 && len(maybe) == 1:
		return maybe[0]
	}
	return nil
}
