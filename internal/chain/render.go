package chain

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/kcfglint/kcfglint/internal/guarantee"
	"github.com/kcfglint/kcfglint/internal/report"
)

// Formats lists the names that Write takes.
func Formats() []string { return []string{"text", "json", "mermaid", "dot", "svg", "html"} }

// Write writes a report in one of the Formats.
func Write(w io.Writer, format string, r *Report) error {
	p := &printer{w: w}
	switch format {
	case "text":
		writeText(p, r)
	case "json":
		return writeJSON(w, r)
	case "mermaid":
		writeMermaid(p, r)
	case "dot":
		writeDOT(p, r)
	case "svg":
		writeSVG(p, r)
	case "html":
		writeHTML(p, r)
	default:
		return fmt.Errorf("--format takes %s, not %q", strings.Join(Formats(), ", "), format)
	}
	return p.err
}

func writeJSON(w io.Writer, r *Report) error {
	hops, paths := r.Hops, r.Paths
	if hops == nil {
		hops, paths = []Hop{}, []Path{}
	}
	for i := range hops {
		if hops[i].Links == nil {
			hops[i].Links = []guarantee.Link{}
		}
		if hops[i].Settings == nil {
			hops[i].Settings = []guarantee.Setting{}
		}
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(struct {
		Schema  string `json:"schema"`
		From    string `json:"from,omitempty"`
		To      string `json:"to,omitempty"`
		Apart   bool   `json:"apart,omitempty"`
		Hops    []Hop  `json:"hops"`
		Paths   []Path `json:"paths"`
		Omitted int    `json:"omitted"`
		More    bool   `json:"more,omitempty"`
	}{"kcfglint-chain/1", r.From, r.To, r.Apart, hops, paths, r.Omitted, r.More})
}

func writeText(p *printer, r *Report) {
	r.preface(p)
	told := make(map[int]int) // the path in which a hop was described
	for i := range r.Paths {
		if i > 0 {
			p.printf("\n")
		}
		r.textPath(p, i, told)
	}
	if text := r.omission(); text != "" {
		p.printf("\n%s\n", text)
	}
}

// preface says if nothing leads from one end to the other.
func (r *Report) preface(p *printer) {
	if r.Apart {
		p.printf("no way from %s to %s is in these files; what is known of either end:\n\n", report.Printable(r.From), report.Printable(r.To))
	}
}

// omission says how many paths are left out, "" if none is.
func (r *Report) omission() string {
	switch {
	case r.More:
		return fmt.Sprintf("at least %d more paths are left out; --from and --to narrow them down", max(r.Omitted, 1))
	case r.Omitted > 0:
		return fmt.Sprintf("%d more paths are left out; --from and --to narrow them down", r.Omitted)
	}
	return ""
}

func (r *Report) textPath(p *printer, i int, told map[int]int) {
	path := &r.Paths[i]
	p.printf("path %d: %s\n", i+1, r.title(path))
	p.printf("  gives         %s\n", r.sum(path))
	if path.Weakest >= 0 {
		h := &r.Hops[path.Hops[path.Weakest]]
		p.printf("  weakest link  %s: %s\n", h.title(), h.weakness())
	}
	said := make(map[string]int) // the hop at which a sentence stands
	for at, number := range path.Hops {
		h := &r.Hops[number]
		p.printf("\n  %d %s, %s%s%s\n", at+1, h.title(), h.verdict(), h.where(), path.mark(at))
		if before, ok := told[number]; ok {
			if len(h.Links)+len(h.Settings) > 0 {
				p.printf("      as in path %d\n", before+1)
			}
			continue
		}
		told[number] = i
		h.details(p, at+1, said)
	}
	if path.Cycle {
		p.printf("\n  from there back to a hop before it\n")
	}
}

func (p *Path) mark(at int) string {
	if at == p.Weakest {
		return "  <- weakest link"
	}
	return ""
}

// beginning is how much of a sentence is said again.
const beginning = 72

// details are what the guarantee of a hop fails at, and what decides it. What was said of
// an earlier hop is said in short.
func (h *Hop) details(p *printer, number int, said map[string]int) {
	for _, point := range h.Points() {
		label, sentence := point[0], point[1]
		if before, ok := said[sentence]; ok {
			sentence = fmt.Sprintf("as at hop %d: %s ...", before, wrap(sentence, beginning)[0])
		} else {
			said[sentence] = number
		}
		p.printf("      %-13s %s\n", label, sentence)
	}
	if h.Note != "" {
		p.printf("      %-13s %s\n", "not known", report.Printable(h.Note))
	}
	if h.Scope != "" {
		p.printf("      %-13s %s\n", "holds", h.Scope)
	}
	if decided := h.Decided(); len(decided) > 0 {
		p.printf("      %-13s %s\n", "decided by", strings.Join(decided, ", "))
	}
}

// title names the hops of a path.
func (r *Report) title(path *Path) string {
	var names []string
	for _, i := range path.Hops {
		names = append(names, r.Hops[i].label())
	}
	return strings.Join(names, " -> ")
}

// sum is what is left of the guarantees along a path.
func (r *Report) sum(path *Path) string {
	text := guarantee.Delivered(path.Delivery)
	if path.Durable == "no" {
		text += "; what is acknowledged can be lost when one broker fails"
	}
	return text
}

// label is the name of a hop.
func (h *Hop) label() string {
	if !h.Known {
		return "?"
	}
	return report.Printable(h.Name)
}

// title is the kind and the name of a hop.
func (h *Hop) title() string {
	if !h.Known && h.Name == "" {
		return "unknown " + h.what()
	}
	return h.what() + " " + report.Printable(h.Name)
}

func (h *Hop) what() string {
	switch {
	case h.Role != "":
		return "flink " + h.Role
	case h.Kind == "source-connector", h.Kind == "sink-connector", h.Kind == "share-consumer", h.Kind == "flink-job":
		return strings.ReplaceAll(h.Kind, "-", " ")
	}
	return report.Printable(h.Kind)
}

// verdict is what a hop gives, in a few words.
func (h *Hop) verdict() string {
	switch {
	case !h.Known:
		return "unknown"
	case h.Layer == Topic:
		return h.survival()
	case h.Delivery == notApplicable:
		return "outside of Kafka"
	}
	return guarantee.Delivered(h.Delivery)
}

// survival is whether a topic keeps what it has.
func (h *Hop) survival() string {
	switch h.tone() {
	case good:
		return "survives one broker"
	case bad:
		return "can lose"
	}
	return "survival of one broker unknown"
}

func (h *Hop) where() string {
	switch {
	case h.File != "":
		return fmt.Sprintf(", %s:%d", report.Printable(h.File), h.Line)
	case h.System != "":
		return ", " + report.Printable(h.System)
	}
	return ""
}

// weakness says what is weakest about a hop.
func (h *Hop) weakness() string {
	if points := h.Points(); len(points) > 0 {
		return points[0][1]
	}
	return report.Printable(h.Note)
}

// tone is how good a hop is, for colours.
type tone int

const (
	neutral tone = iota // another system
	good                // exactly once; a topic that survives a broker
	fair                // at least once
	bad                 // loses records, or does not start
	dim                 // unknown
)

func (h *Hop) tone() tone {
	switch {
	case !h.Known:
		return dim
	case h.Layer == Topic && (h.Durable == "no" || len(h.Links) > 0 && h.Links[0].Certain && !h.Links[0].Note && (h.Links[0].Of == "loss" || h.Links[0].Of == "start")):
		return bad
	case h.Layer == Topic && h.Durable == "yes":
		return good
	case h.Layer == Topic:
		return dim
	}
	switch h.Delivery {
	case "exactly-once":
		return good
	case "at-least-once":
		return fair
	case "at-most-once", "none", "nothing":
		return bad
	case notApplicable:
		return neutral
	}
	return dim
}

// printer keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}
