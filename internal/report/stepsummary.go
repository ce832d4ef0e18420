package report

import (
	"cmp"
	"fmt"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// summaryLimit is the size in bytes that GitHub allows the summary of a step.
const summaryLimit = 1 << 20

// appendSummary adds a table of the findings to the file of the job summary.
func appendSummary(name string, d *Data) (err error) {
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("job summary: %w", err)
	}
	defer func() {
		if closed := file.Close(); err == nil && closed != nil {
			err = fmt.Errorf("job summary: %w", closed)
		}
	}()
	info, err := file.Stat()
	if err != nil {
		return fmt.Errorf("job summary: %w", err)
	}
	if _, err := file.WriteString(stepSummary(d, summaryLimit-int(info.Size()))); err != nil {
		return fmt.Errorf("job summary: %w", err)
	}
	return nil
}

// stepSummary returns the counts and the findings as Markdown of at most limit bytes;
// "" if not even the counts fit.
func stepSummary(d *Data, limit int) string {
	state := "passed"
	if d.failed() {
		state = "failed"
	}
	head := fmt.Sprintf("\n## kcfglint %s: %s\n\n%s\n", state, d.verdict(), d.coverage())
	const note = "\n%d more findings are in the log of the step: the summary is at its size limit.\n"
	limit -= len(head) + len(note) + 20
	if limit < 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(head)
	left := limit
	for i, f := range gravestFirst(d.Findings) {
		row := d.row(&f)
		if i == 0 {
			row = "\n| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n" + row
		}
		if left -= len(row); left < 0 {
			fmt.Fprintf(&b, note, len(d.Findings)-i)
			break
		}
		b.WriteString(row)
	}
	return b.String()
}

// gravestFirst returns the findings by severity, for a reader who sees only the first.
func gravestFirst(findings []finding.Finding) []finding.Finding {
	return slices.SortedStableFunc(slices.Values(findings), func(a, b finding.Finding) int {
		return cmp.Compare(b.Severity, a.Severity)
	})
}

// row tells one finding as a row of the table.
func (d *Data) row(f *finding.Finding) string {
	rule := markdown(title(f))
	if link := uri(f.URL); link != "" {
		rule = fmt.Sprintf("[%s](%s)", rule, link)
	}
	where := markdown(place(f.Location, f.RepoFile))
	if base := d.blobs(); base != "" && f.RepoFile != "" && !path.IsAbs(f.RepoFile) {
		link := base + (&url.URL{Path: f.RepoFile}).EscapedPath()
		if !f.IsZero() {
			link += fmt.Sprintf("#L%d", f.Start.Line)
		}
		where = fmt.Sprintf("[%s](%s)", where, link)
	}
	return fmt.Sprintf("| %s | %s | %s | %s |\n", f.Severity, rule, where, markdown(f.Message))
}

// blobs returns the address below which GitHub shows the files of the commit, "" if it
// is not known.
func (d *Data) blobs() string {
	server, repository, commit := d.env("GITHUB_SERVER_URL"), d.env("GITHUB_REPOSITORY"), d.env("GITHUB_SHA")
	if server == "" || repository == "" || commit == "" {
		return ""
	}
	return server + "/" + repository + "/blob/" + commit + "/"
}

// markdown escapes a text for a cell of a Markdown table.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range printable(s) {
		if strings.ContainsRune("\\`*_{}[]()<>#|~$&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
