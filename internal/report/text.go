package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"github.com/kcfglint/kcfglint/internal/finding"
)

const (
	defaultWidth = 100 // where the terminal's is not known
	minWidth     = 40  // below this an excerpt tells nothing
)

// Text writes the report for people: an excerpt with a mark for each finding, and a
// footer with the counts. If quiet, it writes one line a finding and nothing else.
func Text(w io.Writer, d *Data) error {
	out := bufio.NewWriter(w)
	p := printer{Writer: out, data: d, width: max(d.Width, minWidth)}
	if d.Width <= 0 {
		p.width = defaultWidth
	}
	for i := range d.Findings {
		if f := &d.Findings[i]; d.Quiet {
			fmt.Fprintln(out, oneLine(f, f.File))
		} else {
			p.finding(f)
		}
	}
	if !d.Quiet {
		p.footer()
	}
	return out.Flush()
}

// oneLine tells a finding in one line, in the form that editors and compilers agree on.
func oneLine(f *finding.Finding, file string) string {
	return fmt.Sprintf("%s: %s: %s [%s]", place(f.Location, file), f.Severity, printable(f.Message), title(f))
}

// place returns file:line:column, or the file alone for what has no place in it.
func place(l finding.Location, file string) string {
	if l.IsZero() {
		return printable(file)
	}
	return fmt.Sprintf("%s:%d:%d", printable(file), l.Start.Line, l.Start.Column)
}

// title names the rule of a finding by id and name.
func title(f *finding.Finding) string { return printable(strings.TrimSpace(f.Rule + " " + f.Name)) }

// printer writes the text report; write errors surface when its writer is flushed.
type printer struct {
	*bufio.Writer
	data  *Data
	width int
}

// style is a sequence of SGR parameters of ECMA-48.
type style string

const (
	bold    style = "1"
	red     style = "1;31"
	yellow  style = "1;33"
	blue    style = "1;34"
	cyan    style = "1;36"
	noStyle style = ""
)

func severityStyle(s finding.Severity) style {
	switch s {
	case finding.Error:
		return red
	case finding.Warning:
		return yellow
	case finding.Info:
		return cyan
	}
	return noStyle
}

func (p *printer) paint(s style, text string) string {
	if !p.data.Color || s == noStyle || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

func (p *printer) finding(f *finding.Finding) {
	color := severityStyle(f.Severity)
	fmt.Fprintf(p, "%s%s\n", p.paint(color, f.Severity.String()+"["+title(f)+"]"),
		p.paint(bold, ": "+printable(f.Message)))

	number := ""
	if !f.IsZero() {
		number = strconv.Itoa(f.Start.Line)
	}
	indent := strings.Repeat(" ", len(number)+1)
	fmt.Fprintf(p, "%s%s %s\n", indent, p.paint(blue, "-->"), place(f.Location, f.File))

	advised := p.excerpt(f, number, indent)
	note := func(label, text string) {
		if text != "" {
			fmt.Fprintf(p, "%s %s %s: %s\n", indent, p.paint(blue, "="), p.paint(bold, label), text)
		}
	}
	for _, r := range f.Related {
		note("also", strings.Trim(elsewhere(f, r)+": "+printable(r.Message), ": "))
	}
	if !advised {
		note("help", advice(f.Remediation))
	}
	note("note", doubts(f))
	fmt.Fprintln(p)
}

// excerpt shows the line of a finding and marks its columns, with the advice beside the
// mark if there is room. It reports whether the advice was given.
func (p *printer) excerpt(f *finding.Finding, number, indent string) bool {
	if f.IsZero() || p.data.Excerpt == nil {
		return false
	}
	line, first, ok := p.data.Excerpt(f.File, f.Start.Line, f.Start.Column)
	if !ok {
		return false
	}
	end := f.End.Column
	if end -= first - 1; f.End.Line != f.Start.Line {
		end = 0
	}
	gutter := len(indent) + len(" | ")
	e := mark(line, f.Start.Column-first+1, end, p.width-gutter)
	bar := p.paint(blue, "|")
	fmt.Fprintf(p, " %s %s %s\n", p.paint(blue, number), bar, e.text)

	carets := strings.Repeat("^", e.mark)
	text := advice(f.Remediation)
	fits := gutter+e.indent+e.mark+1+displaywidth.String(text) <= p.width
	if fits && text != "" {
		carets += " " + text
	}
	fmt.Fprintf(p, "%s %s %s%s\n", indent, bar, strings.Repeat(" ", e.indent), p.paint(severityStyle(f.Severity), carets))
	return fits
}

// advice turns a sentence of a rule's metadata into a note: one line, lower case unless
// the first word is a name in capitals, no full stop.
func advice(sentence string) string {
	text := printable(strings.TrimSuffix(strings.Join(strings.Fields(sentence), " "), "."))
	first, size := utf8.DecodeRuneInString(text)
	if second, _ := utf8.DecodeRuneInString(text[size:]); unicode.IsUpper(first) && unicode.IsLower(second) {
		return string(unicode.ToLower(first)) + text[size:]
	}
	return text
}

// doubts says why a finding may matter less than its rule.
func doubts(f *finding.Finding) string {
	var parts []string
	if f.Confidence == "likely" {
		parts = append(parts, "likely, not certain")
	}
	if f.Lowered != "" {
		parts = append(parts, "lowered: "+printable(f.Lowered))
	}
	return strings.Join(parts, "; ")
}

func (p *printer) footer() {
	if p.data.Verbose {
		p.details()
	}
	color := severityStyle(p.data.worst())
	fmt.Fprintln(p, p.paint(color, p.data.verdict()))
	fmt.Fprintln(p, p.data.coverage())
}

// details names what was suppressed, skipped or not read, and why.
func (p *printer) details() {
	d := p.data
	for i := range d.Suppressed {
		f := &d.Suppressed[i]
		fmt.Fprintf(p, "suppressed: %s: %s", place(f.Location, f.File), title(f))
		if f.Suppression != "" {
			fmt.Fprintf(p, ": %s", printable(f.Suppression))
		}
		fmt.Fprintln(p)
	}
	for _, f := range d.Files {
		if f.Status != StatusLinted {
			fmt.Fprintf(p, "%s: %s: %s\n", f.Status, printable(f.Path), printable(f.Reason))
		}
	}
	if len(d.Suppressed) > 0 || d.Summary.Skipped+d.Summary.Failed > 0 {
		fmt.Fprintln(p)
	}
}

// elsewhere names a related place: by its line alone where it is in the finding's file, and
// not at all where it is the finding's own.
func elsewhere(f *finding.Finding, r finding.Related) string {
	switch {
	case r.IsZero():
		return printable(r.File)
	case r.File != f.File:
		return printable(r.File) + ":" + strconv.Itoa(r.Start.Line)
	case r.Start.Line != f.Start.Line:
		return "line " + strconv.Itoa(r.Start.Line)
	}
	return ""
}
