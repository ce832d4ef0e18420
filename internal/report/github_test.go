package report

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// command is a workflow command as the runner reads it.
type command struct {
	name, data string
	properties map[string]string
}

// readCommand reads a line of a log by the rules of the runner's ActionCommand: blanks
// before it do not count, "::" begins and ends the name and the properties, and the
// escapes are undone one after another, the percent sign last.
func readCommand(line string) (command, bool) {
	head, data, ok := strings.Cut(strings.TrimPrefix(strings.TrimLeft(line, " \t"), "::"), "::")
	if !strings.HasPrefix(strings.TrimLeft(line, " \t"), "::") || !ok {
		return command{}, false
	}
	name, properties, _ := strings.Cut(head, " ")
	c := command{name: name, data: unescape(data), properties: make(map[string]string)}
	for property := range strings.SplitSeq(properties, ",") {
		if key, value, ok := strings.Cut(property, "="); ok {
			c.properties[key] = unescape(value)
		}
	}
	return c, true
}

func unescape(s string) string {
	for _, pair := range [][2]string{{"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}} {
		s = strings.ReplaceAll(s, pair[0], pair[1])
	}
	return s
}

func commands(log string) (all []command, rest []string) {
	for line := range strings.Lines(log) {
		if c, ok := readCommand(line); ok {
			c.data = strings.TrimSuffix(c.data, "\n")
			all = append(all, c)
		} else {
			rest = append(rest, strings.TrimSuffix(line, "\n"))
		}
	}
	return all, rest
}

func TestAnnotationsReadBack(t *testing.T) {
	d := odd()
	byPlace := make(map[string]string)
	for i := range d.Findings {
		f := &d.Findings[i]
		byPlace[fmt.Sprintf("%s %s %d", f.Rule, f.RepoFile, f.Start.Line)] += "|" + printableLines(f.Message) + "|"
	}
	found, rest := commands(run(t, "github", d))
	if len(found) != len(d.Findings) {
		t.Errorf("%d commands for %d findings", len(found), len(d.Findings))
	}
	for _, c := range found {
		rule, _, _ := strings.Cut(c.properties["title"], " ")
		line := 0
		fmt.Sscan(c.properties["line"], &line)
		if messages := byPlace[fmt.Sprintf("%s %s %d", rule, c.properties["file"], line)]; !strings.Contains(messages, "|"+c.data+"|") {
			t.Errorf("%+v is not among the findings: %q", c, messages)
		}
	}
	for _, line := range rest {
		if strings.Contains(line, "##[") {
			t.Errorf("the runner takes this line for a command: %q", line)
		}
	}
}

func TestAnnotationsAreSpread(t *testing.T) {
	var findings []finding.Finding
	add := func(file string, severity finding.Severity, n int) {
		for i := range n {
			l := ordersFiles.at("config/producer.properties", "acks")
			l.File, l.RepoFile, l.Start.Line, l.End.Line = file, file, i+1, i+1
			findings = append(findings, finding.Finding{Rule: "KP001", Severity: severity, Message: "m", Location: l})
		}
	}
	add("a", finding.Warning, 12)
	add("b", finding.Error, 20)
	add("c", finding.Error, 2)
	add("d", finding.Error, 1)
	log := run(t, "github", data(sources{}, findings))

	var got []string
	found, rest := commands(log)
	for _, c := range found {
		got = append(got, c.name[:1]+c.properties["file"]+c.properties["line"])
	}
	want := "eb1 ec1 ed1 eb2 ec2 eb3 eb4 eb5 eb6 eb7 wa1 wa2 wa3 wa4 wa5 wa6 wa7 wa8 wa9 wa10"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
	if len(rest) != len(findings)+3 {
		t.Errorf("%d plain lines, want all %d findings, the counts and a note", len(rest), len(findings))
	}
}

func summaryData(t *testing.T, d *Data, file string) *Data {
	t.Helper()
	env := map[string]string{"GITHUB_STEP_SUMMARY": file, "GITHUB_SERVER_URL": "https://github.com",
		"GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "0123abc"}
	d.Env = func(name string) string { return env[name] }
	return d
}

func TestStepSummary(t *testing.T) {
	for name, d := range map[string]*Data{"orders": orders(), "odd": odd(), "none": {}} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "summary.md")
			if err := os.WriteFile(file, []byte("earlier text\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			run(t, "github", summaryData(t, d, file))
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, ok := strings.CutPrefix(string(text), "earlier text\n")
			if !ok {
				t.Error("what was there is gone")
			}
			golden(t, name+"-summary.md", got)
			checkBytes(t, got, false)
		})
	}
}

func TestStepSummaryIsCut(t *testing.T) {
	var findings []finding.Finding
	for i := range 20_000 {
		l := ordersFiles.at("config/producer.properties", "acks")
		l.Start.Line, l.End.Line = i+1, i+1
		findings = append(findings, finding.Finding{Rule: "KP001", Severity: finding.Error, Message: strings.Repeat("long ", 20), Location: l})
	}
	d := data(ordersFiles, findings)
	for _, limit := range []int{summaryLimit, 10_000, 300} {
		text := stepSummary(d, limit)
		if len(text) > limit || len(text) < limit-300 {
			t.Errorf("%d bytes for a limit of %d", len(text), limit)
		}
		rows := strings.Count(text, "| error |")
		if !strings.Contains(text, fmt.Sprintf("\n%d more findings are in the log", len(findings)-rows)) {
			t.Errorf("limit %d: the note does not say that %d are missing", limit, len(findings)-rows)
		}
	}
	if text := stepSummary(d, 50); text != "" {
		t.Errorf("does not fit and is written: %q", text)
	}
}

func TestStepSummaryCannotBeWritten(t *testing.T) {
	d := summaryData(t, orders(), filepath.Join(t.TempDir(), "missing", "summary.md"))
	if err := GitHub(io.Discard, d); err == nil || !strings.Contains(err.Error(), "job summary") {
		t.Errorf("error is %v", err)
	}
}

func FuzzAnnotation(f *testing.F) {
	f.Add("a.properties", "message")
	f.Add("::error,file=%2C", "100%25\n::stop-commands::x\r##[add-mask]")
	f.Fuzz(func(t *testing.T, file, text string) {
		l := ordersFiles.at("config/producer.properties", "acks")
		l.RepoFile = file
		one := finding.Finding{Rule: "KP001", Name: "n", Severity: finding.Error, Message: text, Location: l}
		line := annotation(&one)
		if strings.ContainsAny(line, "\r\n\x1b") {
			t.Fatalf("more than one line: %q", line)
		}
		c, ok := readCommand(line)
		if !ok || c.name != "error" || c.data != printableLines(text) {
			t.Fatalf("%q reads back as %+v", line, c)
		}
		if c.properties["file"] != printableLines(file) || c.properties["title"] != "KP001 n" {
			t.Fatalf("%q reads back as %+v", line, c)
		}
		plain := logLine(oneLine(&one, file))
		if _, ok := readCommand(plain); ok || strings.Contains(plain, "##[") {
			t.Fatalf("the runner takes this line for a command: %q", plain)
		}
	})
}
