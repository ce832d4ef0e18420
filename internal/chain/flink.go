package chain

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// flink adds the ways through jobs: from each table that is read to the tables that its
// records are written to.
func (g *graph) flink(all []*model.Component) {
	read := make(map[string]bool)   // tables whose way on is known
	tables := make(map[string]bool) // jobs that have some
	for _, c := range all {
		if c.Kind != model.FlinkTable || g.clients[c.ID] == nil {
			continue
		}
		if job := g.job(c); job != nil && role(c) != "" {
			tables[job.ID] = true
		}
		if role(c) == "sink" || role(c) == "both" {
			g.flow(c, read)
		}
	}
	for _, c := range all {
		switch {
		case c.Kind == model.FlinkTable && g.clients[c.ID] != nil && !read[c.ID] && (role(c) == "source" || role(c) == "both") && !probed(c):
			job := g.jobOf(c, "behind "+c.ID)
			lead(g.source(c), job)
			lead(job, g.missing("behind "+c.ID, Sink, "flink sink", "where the job writes the rows of "+c.Name+" is not in these files"))
		case c.Kind == model.FlinkJob && g.clients[c.ID] != nil && !tables[c.ID] && !g.heirs[c.ID]:
			job := g.add(c, Job)
			lead(g.missing("before "+c.ID, Source, "flink source", "what the job reads is in its code"), job)
			lead(job, g.missing("behind "+c.ID, Sink, "flink sink", "what the job writes is in its code"))
		}
	}
}

// flow adds the ways into a table.
func (g *graph) flow(sink *model.Component, read map[string]bool) {
	job := g.jobOf(sink, "before "+sink.ID)
	var sources, probes []*model.Component
	for _, id := range sink.Links.From {
		switch from := g.byID[id]; {
		case from == nil || g.clients[id] == nil:
		case probed(from):
			probes = append(probes, from)
		default:
			sources = append(sources, from)
		}
	}
	if len(sources) == 0 {
		sources = probes
	}
	for _, source := range sources {
		read[source.ID] = true
		lead(g.source(source), job)
	}
	if len(sources) == 0 {
		lead(g.missing("before "+sink.ID, Source, "flink source", "what the job writes to "+sink.Name+" is not in these files"), job)
	}
	lead(job, g.sink(sink))
}

// source adds a table that is read, with where its rows come from.
func (g *graph) source(c *model.Component) *node {
	key := "source " + c.ID
	if n := g.unique[key]; n != nil {
		return n
	}
	n := g.add(c, Source)
	g.unique[key] = n
	if part := g.part(c, model.Consumer); part != nil {
		g.read(n, part, part.Links.Topics, part.Links.TopicPattern)
	} else if x := tableOf(c); !x.none {
		lead(g.system(c, Outside, x), n)
	}
	return n
}

// sink adds a table that is written, with where its rows go.
func (g *graph) sink(c *model.Component) *node {
	key := "sink " + c.ID
	if n := g.unique[key]; n != nil {
		return n
	}
	n := g.add(c, Sink)
	g.unique[key] = n
	if part := g.part(c, model.Producer); part != nil {
		g.write(n, part, part.Links.Topics)
	} else if x := tableOf(c); !x.none {
		lead(n, g.system(c, Target, x))
	}
	return n
}

// part returns the client of a kind that a table owns, nil if it has none.
func (g *graph) part(c *model.Component, kind model.Kind) *model.Component {
	for _, part := range g.parts[c.ID] {
		if part.Kind == kind {
			return part
		}
	}
	return nil
}

// jobOf adds the job of a table for one way through it.
func (g *graph) jobOf(table *model.Component, key string) *node {
	if job := g.job(table); job != nil {
		return g.add(job, Job)
	}
	return g.missing(key, Job, "flink job", "the job is not in these files")
}

// job returns the job that a table belongs to, nil if it is not in view.
func (g *graph) job(table *model.Component) *model.Component {
	c := table
	for range 16 { // inheritance is not deeper, and could be circular
		if c = g.byID[c.Parent]; c == nil || c.Kind == model.FlinkJob {
			return c
		}
	}
	return nil
}

func role(c *model.Component) string {
	is, _ := c.Value("@sql.role")
	return strings.TrimSuffix(is, "unknown")
}

// probed reports whether a table is only looked up: no record comes from it.
func probed(c *model.Component) bool {
	is, _ := c.Value("@sql.probed")
	return is == "true"
}
