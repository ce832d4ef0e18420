package chain

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/kcfglint/kcfglint/internal/report"
)

// Step is how to count what passes a hop.
type Step struct {
	Hop string `json:"hop"` // its kind and name
	// Counts says what is counted, Run with which command or query; what is in angle
	// brackets is not in the files.
	Counts string   `json:"counts"`
	Run    []string `json:"run"`
	Notes  []string `json:"notes,omitempty"`
}

// PlanFormats lists the names that WritePlan takes.
func PlanFormats() []string { return []string{"text", "json"} }

// WritePlan writes for each path how to compare the counts of its hops.
func WritePlan(w io.Writer, format string, r *Report) error {
	switch format {
	case "text":
		p := &printer{w: w}
		writePlanText(p, r)
		return p.err
	case "json":
		return writePlanJSON(w, r)
	}
	return fmt.Errorf("--format takes %s, not %q", strings.Join(PlanFormats(), ", "), format)
}

func writePlanJSON(w io.Writer, r *Report) error {
	type plan struct {
		Path  string `json:"path"`
		Steps []Step `json:"steps"`
	}
	plans := []plan{}
	for i := range r.Paths {
		plans = append(plans, plan{r.title(&r.Paths[i]), r.Steps(&r.Paths[i])})
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(struct {
		Schema  string `json:"schema"`
		Plans   []plan `json:"plans"`
		Omitted int    `json:"omitted"`
		More    bool   `json:"more,omitempty"`
	}{"kcfglint-reconcile/1", plans, r.Omitted, r.More})
}

const planPreface = `Compare counts over one window of time that is over for good: later than the longest delay
of a record, and within the retention of each topic. <FROM> and <TO> are its ends in UTC
(2026-01-31T00:00:00Z, the end exclusive), <FROM_SQL> and <TO_SQL> the same as SQL writes them
(2026-01-31 00:00:00), <FROM_MS> and <TO_MS> in milliseconds since 1970. What is in angle
brackets is not in these files. The first hop whose count differs from that of the hop before
it is where to look.
`

func writePlanText(p *printer, r *Report) {
	r.preface(p)
	p.printf("%s", planPreface)
	told := make(map[int]int)
	for i := range r.Paths {
		path := &r.Paths[i]
		p.printf("\npath %d: %s\n", i+1, r.title(path))
		for at, step := range r.Steps(path) {
			p.printf("\n  %d %s\n", at+1, step.Hop)
			if before, ok := told[path.Hops[at]]; ok {
				p.printf("      as in path %d\n", before+1)
				continue
			}
			told[path.Hops[at]] = i
			p.printf("      counts  %s\n", step.Counts)
			for _, line := range step.Run {
				p.printf("      %s %s\n", prompt(line), line)
			}
			for _, note := range step.Notes {
				p.printf("      note    %s\n", note)
			}
		}
	}
	if text := r.omission(); text != "" {
		p.printf("\n%s\n", text)
	}
}

// prompt tells SQL from commands of a shell.
func prompt(line string) string {
	if strings.HasSuffix(line, ";") {
		return ">"
	}
	return "$"
}

// Steps says for each hop of a path how to count what passes it.
func (r *Report) Steps(path *Path) []Step {
	var steps []Step
	for at, number := range path.Hops {
		h := &r.Hops[number]
		var before, after *Hop
		if at > 0 {
			before = &r.Hops[path.Hops[at-1]]
		}
		if at+1 < len(path.Hops) {
			after = &r.Hops[path.Hops[at+1]]
		}
		step := h.step(before, after)
		step.Hop = h.title()
		for i := range step.Run {
			step.Run[i] = report.Printable(step.Run[i])
		}
		steps = append(steps, step)
	}
	return steps
}

// step says how to count what passes a hop between two others, each nil if there is none.
func (h *Hop) step(before, after *Hop) Step {
	switch {
	case h.Layer == Topic:
		return h.topicStep(before)
	case h.Layer == Target, h.Layer == Outside:
		return h.systemStep(before)
	case !h.Known:
		return Step{Counts: "cannot be said: " + h.Note}
	case h.Layer == Job:
		return h.jobStep()
	case h.Layer == Source, h.Layer == Sink && h.Role != "":
		return h.tableStep(before)
	case h.Layer == Sink, h.Layer == Reader:
		return h.readerStep(before)
	}
	return h.producerStep()
}
