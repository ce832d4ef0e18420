package chain

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"github.com/kcfglint/kcfglint/internal/report"
)

// writeSVG draws the paths: a picture that needs nothing else, without scripts and links.
func writeSVG(p *printer, r *Report) {
	l := newLayout(r)
	notes := r.notes(int((l.width - 2*margin - 40) / 6.1))
	height := l.height + 84
	for _, n := range notes {
		height += float64(len(n)*17 + 8)
	}
	p.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" role="img" aria-label="%s">`+"\n",
		l.width, height, l.width, height, escape(r.heading()))
	p.printf(`<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="#7b8794"/></marker></defs>` + "\n")
	p.printf(`<rect width="100%%" height="100%%" rx="14" fill="#ffffff"/>` + "\n")
	p.printf(`<text x="%d" y="38" font-size="19" font-weight="650" fill="#1e293b">%s</text>`+"\n", margin, escape(r.heading()))
	p.printf(`<text x="%d" y="59" font-size="12.5" fill="#64748b">%s</text>`+"\n", margin, escape(r.subheading()))
	l.drawEdges(p, r)
	numbers := r.noteNumbers()
	for i := range r.Hops {
		drawHop(p, &r.Hops[i], &l.boxes[i], numbers[i])
	}
	y := drawLegend(p, l.height+36)
	for n, lines := range notes {
		y = drawNote(p, n+1, lines, y)
	}
	p.printf("</svg>\n")
}

// heading says what the picture shows.
func (r *Report) heading() string {
	switch {
	case r.Apart:
		return fmt.Sprintf("No way is known from %s to %s", shorten(clean(r.From), 40), shorten(clean(r.To), 40))
	case r.From != "" && r.To != "":
		return fmt.Sprintf("Where records can get lost from %s to %s", shorten(clean(r.From), 40), shorten(clean(r.To), 40))
	case r.From != "":
		return "Where records from " + shorten(clean(r.From), 40) + " can get lost"
	case r.To != "":
		return "Where records can get lost on their way to " + shorten(clean(r.To), 40)
	}
	return "Where records can get lost"
}

func (r *Report) subheading() string {
	text := fmt.Sprintf("%d paths, %d hops", len(r.Paths), len(r.Hops))
	if more := r.omission(); more != "" {
		text += "; " + more
	}
	return text
}

func (l *layout) drawEdges(p *printer, r *Report) {
	for _, route := range l.routes {
		last := len(route) - 1
		dash := ""
		if !r.Hops[route[0]].Known || !r.Hops[route[last]].Known {
			dash = ` stroke-dasharray="5 4"`
		}
		from := &l.boxes[route[0]]
		x, y := from.x+from.width, from.middle()
		p.printf(`<path d="M%.1f %.1f`, x, y)
		for _, i := range route[1:] {
			b := &l.boxes[i]
			to := b.x
			if i == route[last] {
				to -= 3 // the point of the arrow
			}
			bend := max((to-x)/2, 24)
			if to < x { // back to the left
				bend = 90
			}
			p.printf("C%.1f %.1f %.1f %.1f %.1f %.1f", x+bend, y, to-bend, b.middle(), to, b.middle())
			x, y = to, b.middle()
			if i != route[last] { // straight through the column
				x += b.width
				p.printf("H%.1f", x)
			}
		}
		p.printf(`" fill="none" stroke="#7b8794" stroke-width="1.6"%s marker-end="url(#arrow)"/>`+"\n", dash)
	}
}

// drawHop draws a box, a pill for a topic, with the number of the note on it.
func drawHop(p *printer, h *Hop, b *box, note int) {
	c := colors[h.tone()]
	radius, stroke, dash := 9.0, 1.4, ""
	switch h.Layer {
	case Topic:
		radius = b.height / 2
	case Target, Outside:
		radius = 2
	}
	if !h.Known {
		dash = ` stroke-dasharray="5 4"`
	}
	if note > 0 {
		stroke = 3
	}
	p.printf(`<g><title>%s</title><rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="%.1f" fill="%s" stroke="%s" stroke-width="%.1f"%s/>`,
		h.tooltip(), b.x, b.y, b.width, b.height, radius, c[0], c[1], stroke, dash)
	middle := b.x + b.width/2
	line := func(y, size float64, weight int, text string) {
		letters := int((b.width - 24) / (size * 0.565))
		p.printf(`<text x="%.1f" y="%.1f" font-size="%g" font-weight="%d" text-anchor="middle" fill="%s">%s</text>`, middle, y, size, weight, c[2], escape(shorten(clean(text), letters)))
	}
	at := b.middle()
	line(at-15, 10.5, 400, h.what())
	line(at+4, 13.5, 650, h.shown())
	line(at+21, 10.5, 400, h.verdict())
	if note > 0 {
		p.printf(`<circle cx="%.1f" cy="%.1f" r="11" fill="#c0261c" stroke="#ffffff" stroke-width="2"/>`, b.x+b.width-8, b.y+2)
		p.printf(`<text x="%.1f" y="%.1f" font-size="11.5" font-weight="700" text-anchor="middle" fill="#ffffff">%d</text>`, b.x+b.width-8, b.y+6, note)
	}
	p.printf("</g>\n")
}

// shown is the name in the box of a hop.
func (h *Hop) shown() string {
	switch {
	case h.Known:
		return clean(h.Name)
	case h.Name != "":
		return "? " + clean(h.Name)
	}
	return "?"
}

// tooltip is what a viewer shows of a hop when asked.
func (h *Hop) tooltip() string {
	lines := h.told()
	for i := range lines {
		lines[i] = escape(lines[i])
	}
	return strings.Join(lines, "\n")
}

// told is all that there is to say of a hop, a line each.
func (h *Hop) told() []string {
	out := []string{h.title() + ", " + h.verdict() + h.where()}
	for _, point := range h.Points() {
		out = append(out, point[0]+": "+point[1])
	}
	if h.Note != "" {
		out = append(out, "not known: "+h.Note)
	}
	return append(out, h.Decided()...)
}

func drawLegend(p *printer, y float64) float64 {
	x := float64(margin)
	for _, t := range tones {
		c := colors[t]
		dash := ""
		if t == dim {
			dash = ` stroke-dasharray="4 3"`
		}
		p.printf(`<rect x="%.1f" y="%.1f" width="18" height="13" rx="3" fill="%s" stroke="%s"%s/>`, x, y-11, c[0], c[1], dash)
		p.printf(`<text x="%.1f" y="%.1f" font-size="11.5" fill="#475569">%s</text>`+"\n", x+24, y, meanings[t])
		x += 44 + textWidth(meanings[t], 6.1)
	}
	return y + 34
}

// maxNotes is how many weakest links are written below the picture.
const maxNotes = 12

// noteNumbers numbers the hops that are the weakest of a path.
func (r *Report) noteNumbers() map[int]int {
	numbers := make(map[int]int)
	for i := range r.Paths {
		p := &r.Paths[i]
		if p.Weakest < 0 || len(numbers) == maxNotes {
			continue
		}
		if hop := p.Hops[p.Weakest]; numbers[hop] == 0 {
			numbers[hop] = len(numbers) + 1
		}
	}
	return numbers
}

// notes are the weakest links in lines of at most so many letters.
func (r *Report) notes(letters int) [][]string {
	numbers := r.noteNumbers()
	notes := make([][]string, len(numbers))
	for hop, n := range numbers {
		h := &r.Hops[hop]
		notes[n-1] = wrap(clean("weakest link: "+h.title()+": "+h.weakness()), letters)
	}
	return notes
}

func drawNote(p *printer, n int, lines []string, y float64) float64 {
	p.printf(`<circle cx="%d" cy="%.1f" r="10" fill="#c0261c"/>`, margin+10, y-4)
	p.printf(`<text x="%d" y="%.1f" font-size="11" font-weight="700" text-anchor="middle" fill="#ffffff">%d</text>`, margin+10, y, n)
	for _, line := range lines {
		p.printf(`<text x="%d" y="%.1f" font-size="12" fill="#334155">%s</text>`+"\n", margin+30, y, escape(line))
		y += 17
	}
	return y + 8
}

// wrap breaks a text into lines, at blanks where that is possible.
func wrap(s string, letters int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		word = shorten(word, letters)
		if line != "" && displaywidth.String(line)+1+displaywidth.String(word) > letters {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

// shorten cuts a text to so many columns, in its middle: names differ at their ends.
func shorten(s string, columns int) string {
	if displaywidth.String(s) <= columns {
		return s
	}
	var letters []string
	for all := displaywidth.StringGraphemes(s); all.Next(); {
		letters = append(letters, all.Value())
	}
	half := max((columns-1)/2, 1)
	head, tail := "", ""
	for i := 0; i < len(letters) && displaywidth.String(head+letters[i]) <= half; i++ {
		head += letters[i]
	}
	for i := len(letters) - 1; i >= 0 && displaywidth.String(letters[i]+tail) <= half; i-- {
		tail = letters[i] + tail
	}
	return head + "…" + tail
}

// clean leaves out what may not stand in XML, and what turns text around.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\ufffe' || r == '\uffff' {
			return utf8.RuneError
		}
		return r
	}, report.Printable(s))
}

// escape writes a text for XML and HTML.
func escape(s string) string { return html.EscapeString(clean(s)) }
