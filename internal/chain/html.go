package chain

import (
	"bytes"
	_ "embed"
	"html/template"
	"strings"

	"github.com/kcfglint/kcfglint/internal/report"
)

//go:embed page.html
var pageText string

var page = template.Must(template.New("page").Parse(pageText))

type htmlHop struct {
	Title, Verdict, Where, Class, Note, Scope string
	Weakest                                   bool
	Points                                    [][2]string
	Decided                                   []string
}

type htmlPath struct {
	Title, Sum, Weakest string
	Cycle               bool
	Hops                []htmlHop
}

// writeHTML writes the picture and below it each path hop by hop, as one page that needs
// nothing else.
func writeHTML(p *printer, r *Report) {
	var picture bytes.Buffer
	inner := &printer{w: &picture}
	writeSVG(inner, r)
	data := struct {
		Title, Omission string
		Picture         template.HTML // escaped by writeSVG
		Paths           []htmlPath
	}{r.heading(), r.omission(), template.HTML(picture.String()), nil}
	for i := range r.Paths {
		data.Paths = append(data.Paths, r.htmlPath(&r.Paths[i]))
	}
	var out bytes.Buffer
	if err := page.Execute(&out, data); err != nil {
		p.err = err
		return
	}
	p.printf("%s", out.String())
}

func (r *Report) htmlPath(path *Path) htmlPath {
	out := htmlPath{Title: r.title(path), Sum: r.sum(path), Cycle: path.Cycle}
	for at, number := range path.Hops {
		h := &r.Hops[number]
		if at == path.Weakest {
			out.Weakest = h.title() + ": " + h.weakness()
		}
		out.Hops = append(out.Hops, htmlHop{Title: h.title(), Verdict: h.verdict(), Where: strings.TrimPrefix(h.where(), ", "),
			Class: classes[h.tone()], Note: report.Printable(h.Note), Scope: h.Scope, Weakest: at == path.Weakest,
			Points: h.Points(), Decided: h.Decided()})
	}
	return out
}
