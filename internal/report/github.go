package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// annotationLimit is how many annotations of each level GitHub keeps of one step
// (_maxCountPerIssueType of the runner's ExecutionContext); it only logs the others.
const annotationLimit = 10

// GitHub writes workflow commands that annotate a pull request, then all findings as
// plain lines of the log, and appends a table to the job summary.
func GitHub(w io.Writer, d *Data) error {
	out := bufio.NewWriter(w)
	for _, severity := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
		for _, f := range spread(d.Findings, severity, annotationLimit) {
			fmt.Fprintln(out, annotation(f))
		}
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		fmt.Fprintln(out, logLine(oneLine(f, f.RepoFile)))
	}
	fmt.Fprintln(out, d.verdict())
	fmt.Fprintln(out, d.coverage())
	if s := d.Summary; max(s.Errors, s.Warnings, s.Infos) > annotationLimit {
		fmt.Fprintf(out, "GitHub shows at most %d annotations of each level; the list above is complete\n", annotationLimit)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if path := d.env("GITHUB_STEP_SUMMARY"); path != "" {
		return appendSummary(path, d)
	}
	return nil
}

// spread returns at most limit findings of a severity, one a file in turn, so that a bad
// file does not hide all others.
func spread(findings []finding.Finding, severity finding.Severity, limit int) []*finding.Finding {
	var files []string
	byFile := make(map[string][]*finding.Finding)
	for i := range findings {
		f := &findings[i]
		if f.Severity != severity {
			continue
		}
		if byFile[f.RepoFile] == nil {
			files = append(files, f.RepoFile)
		}
		byFile[f.RepoFile] = append(byFile[f.RepoFile], f)
	}
	var chosen []*finding.Finding
	for len(files) > 0 && len(chosen) < limit {
		files = slices.DeleteFunc(files, func(file string) bool {
			chosen = append(chosen, byFile[file][0])
			byFile[file] = byFile[file][1:]
			return len(byFile[file]) == 0
		})
	}
	return chosen[:min(len(chosen), limit)]
}

// annotation returns the workflow command for a finding. GitHub takes columns only on
// one line, and its end column is that of the last character.
func annotation(f *finding.Finding) string {
	var properties []string
	add := func(name, value string) {
		if value != "" {
			properties = append(properties, name+"="+escapeProperty(value))
		}
	}
	add("file", f.RepoFile)
	if !f.IsZero() {
		add("line", fmt.Sprint(f.Start.Line))
		add("endLine", fmt.Sprint(max(f.Start.Line, f.End.Line)))
		if f.End.Line <= f.Start.Line {
			add("col", fmt.Sprint(f.Start.Column))
			add("endColumn", fmt.Sprint(max(f.Start.Column, f.End.Column-1)))
		}
	}
	add("title", title(f))
	return fmt.Sprintf("::%s %s::%s", annotationLevel(f.Severity), strings.Join(properties, ","), escapeData(f.Message))
}

func annotationLevel(s finding.Severity) string {
	if s == finding.Info {
		return "notice"
	}
	return s.String()
}

// The escapes of the runner's ActionCommand: data must not end the line, and a property
// must not end itself either.
var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeData(s string) string     { return dataEscapes.Replace(printableLines(s)) }
func escapeProperty(s string) string { return propertyEscapes.Replace(printableLines(s)) }

// printableLines is printable for a text that may have several lines.
func printableLines(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return r
		}
		return visible(r)
	}, s)
}

// logLine keeps the runner from taking a line of the log for a command: "::" at its
// start, or the older "##[" anywhere.
func logLine(s string) string {
	s = strings.ReplaceAll(s, "##[", "## [")
	if strings.HasPrefix(strings.TrimSpace(s), "::") {
		return "./" + s
	}
	return s
}
