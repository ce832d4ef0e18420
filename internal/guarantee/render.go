package guarantee

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/kcfglint/kcfglint/internal/report"
)

// Formats lists the names that Write takes.
func Formats() []string { return []string{"text", "json", "markdown"} }

// Write writes a report in one of the Formats.
func Write(w io.Writer, format string, r *Report) error {
	switch format {
	case "json":
		return writeJSON(w, r)
	case "markdown":
		return writeMarkdown(w, r)
	case "text":
		return writeText(w, r)
	}
	return fmt.Errorf("--format takes %s, not %q", strings.Join(Formats(), ", "), format)
}

func writeJSON(w io.Writer, r *Report) error {
	clients := r.Clients
	if clients == nil {
		clients = []Client{}
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(struct {
		Schema  string   `json:"schema"`
		Clients []Client `json:"clients"`
	}{"kcfglint-guarantee/1", clients})
}

func writeText(w io.Writer, r *Report) error {
	p := &printer{w: w}
	table := tabwriter.NewWriter(p, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, strings.Join(columns, "\t"))
	for i := range r.Clients {
		fmt.Fprintln(table, strings.Join(r.Clients[i].row(), "\t"))
	}
	table.Flush()
	for i := range r.Clients {
		c := &r.Clients[i]
		p.printf("\n%s %s, %s:%d, %s\n", c.kind(), c.name(), report.Printable(c.File), c.Line, report.Printable(c.Software))
		for j, point := range c.points() {
			p.printf("  %-13s %s\n", point.label(j), point.sentence(c))
		}
		if c.Scope != "" {
			p.printf("  %-13s %s\n", "holds", c.Scope)
		}
		if len(c.Settings) > 0 {
			p.printf("  %-13s %s\n", "decided by", strings.Join(c.settings(plain), ", "))
		}
	}
	return p.err
}

func writeMarkdown(w io.Writer, r *Report) error {
	p := &printer{w: w}
	p.printf("| %s |\n|%s\n", strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
	for i := range r.Clients {
		row := r.Clients[i].row()
		for j := range row {
			row[j] = escape(row[j])
		}
		p.printf("| %s |\n", strings.Join(row, " | "))
	}
	for i := range r.Clients {
		c := &r.Clients[i]
		p.printf("\n### %s %s\n\n%s, %s\n\n", c.kind(), escape(c.name()), code(fmt.Sprintf("%s:%d", c.File, c.Line)), escape(c.Software))
		for j, point := range c.points() {
			p.printf("- **%s**: %s\n", point.label(j), escape(point.sentence(c)))
		}
		if c.Scope != "" {
			p.printf("- **holds**: %s\n", c.Scope)
		}
		if len(c.Settings) > 0 {
			p.printf("- **decided by**: %s\n", strings.Join(c.settings(code), ", "))
		}
	}
	return p.err
}

var columns = []string{"Client", "Kind", "Delivery", "Order", "One broker fails"}

func (c *Client) row() []string {
	return []string{c.name(), c.kind(), deliveries[c.Delivery], orders[c.Ordered], survivals[c.Durable]}
}

var (
	deliveries = map[string]string{
		"exactly-once": "exactly once", "at-least-once": "at least once", "at-most-once": "at most once",
		"none": "can lose and duplicate", "unknown": "unknown",
		"nothing": "does not start",
	}
	orders    = map[string]string{"yes": "kept", "no": "not kept", "unknown": "unknown", "not-applicable": "-"}
	survivals = map[string]string{"yes": "nothing is lost", "no": "can lose", "unknown": "unknown", "not-applicable": "-"}
)

// Delivered says in words what a value of Client.Delivery means.
func Delivered(delivery string) string { return deliveries[delivery] }

// Points are the places at which the guarantee fails, the weakest first: each with a label
// and a sentence that names the setting and its place, and says what to set.
func (c *Client) Points() [][2]string {
	var out [][2]string
	for i, point := range c.points() {
		out = append(out, [2]string{point.label(i), point.sentence(c)})
	}
	return out
}

// Decided are the settings that decide, with their values and where these come from.
func (c *Client) Decided() []string { return c.settings(plain) }

func (c *Client) kind() string {
	switch {
	case c.Role == "both":
		return "flink source and sink"
	case c.Role != "":
		return "flink " + c.Role
	}
	return strings.ReplaceAll(c.Kind, "-", " ")
}

func (c *Client) name() string { return report.Printable(c.Name) }

// point is what the links of one place come to, the gravest first.
type point struct {
	*Link
	of []string
}

// points are the links by the place where they are mended.
func (c *Client) points() []point {
	type place struct {
		key, file, message string
		line               int
	}
	var all []point
	at := make(map[place]int)
	for i := range c.Links {
		l := &c.Links[i]
		p := place{key: l.At.Key, file: l.At.File, line: l.At.Line}
		if p.line == 0 {
			p.message = l.Message
		}
		n, ok := at[p]
		if !ok {
			n, at[p] = len(all), len(all)
			all = append(all, point{Link: l})
		}
		if what := harms[l.Of]; !slices.Contains(all[n].of, what) {
			all[n].of = append(all[n].of, what)
		}
	}
	return all
}

var harms = map[string]string{"loss": "loss", "duplication": "duplicates", "reordering": "order", "durability": "one broker",
	"start": "does not start"}

// label says what a point is to its client: the first one is the weakest link.
func (p *point) label(i int) string {
	switch {
	case i == 0:
		return "weakest link"
	case !p.Certain:
		return "not known"
	case p.Set == "":
		return "by design"
	}
	return "then"
}

// sentence tells a point: what it harms, the setting with its value and place, why, and
// what to set. The message of a rule has most of it.
func (p *point) sentence(c *Client) string {
	text := p.Message
	switch name := p.At.written(c); {
	case p.Rule != "" && p.At.File == "":
		text += " (" + p.Rule + ")"
	case p.Rule != "":
		text += fmt.Sprintf(" (%s, %s)", p.Rule, c.place(p.At.File, p.At.Line))
	case name != "":
		text = name + ": " + text
	}
	if p.Rule == "" && p.Set != "" {
		text += "; set " + p.Set
	}
	return report.Printable(fmt.Sprintf("%s: %s", strings.Join(p.of, ", "), text))
}

// place names a line, with its file unless that is the client's own.
func (c *Client) place(file string, line int) string {
	if file == c.File {
		return fmt.Sprintf("line %d", line)
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// written is a setting of a client with its value and where that comes from.
func (s *Setting) written(c *Client) string {
	if s.Key == "" || strings.HasPrefix(s.Key, "@") {
		return ""
	}
	text := s.Key
	if s.Value != "" {
		text += fmt.Sprintf("=%q", s.Value)
	}
	switch {
	case s.File != "" && s.State == "unknown":
		text += " (" + c.place(s.File, s.Line) + ", not known)"
	case s.File != "":
		text += " (" + c.place(s.File, s.Line) + ")"
	case s.Origin == "default of "+c.Software:
		text += " (default)"
	case s.Origin != "":
		text += " (" + s.Origin + ")"
	case s.State == "unknown":
		text += " (not known)"
	case s.State == "absent":
		text += " (not set)"
	}
	return text
}

// settings are those that decide, each as quote writes it.
func (c *Client) settings(quote func(string) string) []string {
	var out []string
	for i := range c.Settings {
		if text := c.Settings[i].written(c); text != "" {
			out = append(out, quote(text))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func plain(s string) string { return report.Printable(s) }

// escape writes a text so that Markdown shows it as it is.
func escape(s string) string { return markdown.Replace(report.Printable(s)) }

var markdown = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "|", `\|`, "<", "&lt;", "[", `\[`, "]", `\]`)

// code writes a text as code, which in a table cell may hold no bar.
func code(s string) string {
	return "`" + strings.NewReplacer("`", "'", "|", "¦").Replace(report.Printable(s)) + "`"
}

// printer keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

// Write implements io.Writer.
func (p *printer) Write(b []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	var n int
	n, p.err = p.w.Write(b)
	return n, p.err
}

func (p *printer) printf(format string, args ...any) { fmt.Fprintf(p, format, args...) }
