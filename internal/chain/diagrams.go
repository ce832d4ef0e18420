package chain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/report"
)

// edges are the pairs of hops that paths go along, each once.
func (r *Report) edges() [][2]int {
	seen := make(map[[2]int]bool)
	var all [][2]int
	for i := range r.Paths {
		hops := r.Paths[i].Hops
		for j := 1; j < len(hops); j++ {
			if e := [2]int{hops[j-1], hops[j]}; !seen[e] {
				seen[e] = true
				all = append(all, e)
			}
		}
	}
	return all
}

// weakest are the hops that are the weakest of a path.
func (r *Report) weakest() map[int]bool {
	all := make(map[int]bool)
	for i := range r.Paths {
		if p := &r.Paths[i]; p.Weakest >= 0 {
			all[p.Hops[p.Weakest]] = true
		}
	}
	return all
}

// colors are those of a box by tone: its fill, its border, and its text.
var colors = map[tone][3]string{
	neutral: {"#eef1f5", "#64748b", "#1e293b"},
	good:    {"#dcf5e3", "#1a7f42", "#0f4a27"},
	fair:    {"#e0edff", "#2563b8", "#153a70"},
	bad:     {"#fde3e1", "#c0261c", "#7a130d"},
	dim:     {"#f6f6f4", "#8a8a83", "#4b4b46"},
}

var tones = []tone{good, fair, bad, dim, neutral}

// classes name the tones in diagrams, meanings say what they stand for.
var (
	classes  = map[tone]string{neutral: "outside", good: "exactlyOnce", fair: "atLeastOnce", bad: "canLose", dim: "unknown"}
	meanings = map[tone]string{neutral: "outside of Kafka", good: "exactly once; topic survives one broker", fair: "at least once",
		bad: "can lose, or does not start", dim: "not known from the files"}
)

func writeMermaid(p *printer, r *Report) {
	p.printf("flowchart LR\n")
	weakest := r.weakest()
	for i := range r.Hops {
		h := &r.Hops[i]
		open, shut := "[", "]"
		switch h.Layer {
		case Topic:
			open, shut = "([", "])"
		case Target, Outside:
			open, shut = "[(", ")]"
		}
		lines := h.lines(weakest[i])
		for j := range lines {
			lines[j] = mermaidText(lines[j])
		}
		p.printf("  h%d%s\"%s\"%s:::%s\n", i, open, strings.Join(lines, "<br/>"), shut, classes[h.tone()])
	}
	for _, e := range r.edges() {
		p.printf("  h%d --> h%d\n", e[0], e[1])
	}
	for _, t := range tones {
		c := colors[t]
		dash := ""
		if t == dim {
			dash = ",stroke-dasharray:4 3"
		}
		p.printf("  classDef %s fill:%s,stroke:%s,color:%s%s\n", classes[t], c[0], c[1], c[2], dash)
	}
	for i := range r.Hops {
		if weakest[i] {
			p.printf("  style h%d stroke-width:4px\n", i)
		}
	}
	if text := r.omission(); text != "" {
		p.printf("  %%%% %s\n", text)
	}
}

// lines are what stands in the box of a hop.
func (h *Hop) lines(weakest bool) []string {
	name := report.Printable(h.Name)
	if !h.Known {
		name = strings.TrimSpace("? " + name)
	}
	out := []string{h.what(), name, h.verdict()}
	if weakest {
		out = append(out, "weakest link")
	}
	return out
}

// mermaidText writes a text so that Mermaid shows it as it is: what is not a letter, a
// digit or a harmless sign as a numbered entity.
func mermaidText(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', strings.ContainsRune(" .,-_/:?'=()", c), c > 0x7f:
			b.WriteRune(c)
		default:
			fmt.Fprintf(&b, "#%d;", c)
		}
	}
	return b.String()
}

func writeDOT(p *printer, r *Report) {
	p.printf("digraph chain {\n  rankdir=LR;\n  node [fontname=\"Helvetica\", fontsize=11, style=\"filled,rounded\", shape=box];\n")
	weakest := r.weakest()
	for i := range r.Hops {
		h := &r.Hops[i]
		c := colors[h.tone()]
		attributes := []string{fmt.Sprintf("fillcolor=%q", c[0]), fmt.Sprintf("color=%q", c[1]), fmt.Sprintf("fontcolor=%q", c[2])}
		switch {
		case h.Layer == Topic:
			attributes = append(attributes, "shape=oval", "style=filled")
		case h.Layer == Target || h.Layer == Outside:
			attributes = append(attributes, "shape=cylinder", "style=filled")
		}
		if !h.Known {
			attributes = append(slices.DeleteFunc(attributes, func(a string) bool { return a == "style=filled" }), `style="filled,dashed"`)
		}
		if weakest[i] {
			attributes = append(attributes, "penwidth=3")
		}
		p.printf("  h%d [label=%s, %s];\n", i, dotText(strings.Join(h.lines(weakest[i]), "\n")), strings.Join(attributes, ", "))
	}
	for _, e := range r.edges() {
		p.printf("  h%d -> h%d;\n", e[0], e[1])
	}
	if text := r.omission(); text != "" {
		p.printf("  label=%s;\n", dotText(text))
	}
	p.printf("}\n")
}

// dotText quotes a text for DOT, where a backslash begins escapes such as \N.
func dotText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}
