package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// golden compares a text with a file below testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (run the test with -update to accept)\n--- got\n%s\n--- want\n%s", name, got, want)
	}
}

// run writes a report into a string.
func run(t *testing.T, format string, d *Data) string {
	t.Helper()
	reporter, ok := Get(format)
	if !ok {
		t.Fatalf("no format %q", format)
	}
	var b bytes.Buffer
	if err := reporter(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sources are the files that findings of a test are about.
type sources map[string]string

// line shows lines from the column that is 500 before that of the finding, if there is one.
func (s sources) line(file string, n, column int) (string, int, bool) {
	text, ok := s[file]
	if !ok {
		return "", 0, false
	}
	line := []rune(syntax.NewFile(file, text).Line(n))
	first := min(max(column-500, 1), len(line)+1)
	return string(line[first-1:]), first, true
}

// at returns the place of the first occurrence of a text in a file.
func (s sources) at(file, text string) finding.Location {
	offset := strings.Index(s[file], text)
	if offset < 0 {
		panic(text + " is not in " + file)
	}
	f := syntax.NewFile(file, s[file])
	return finding.Location{
		Span:     model.Span{File: file, Start: f.Position(offset), End: f.Position(offset + len(text))},
		RepoFile: "repo/" + file,
	}
}

// before returns the empty place before a text.
func (s sources) before(file, text string) finding.Location {
	l := s.at(file, text)
	l.End = l.Start
	return l
}

// data completes a report: it sorts and numbers the findings and counts them.
func data(s sources, findings []finding.Finding) *Data {
	finding.Sort(findings)
	finding.Number(findings)
	d := &Data{Findings: findings, Excerpt: s.line, FailOn: finding.Warning, Version: "1.2.3"}
	for _, f := range findings {
		switch f.Severity {
		case finding.Error:
			d.Summary.Errors++
		case finding.Warning:
			d.Summary.Warnings++
		case finding.Info:
			d.Summary.Infos++
		}
	}
	for _, file := range slices.Sorted(func(yield func(string) bool) {
		for name := range s {
			if !yield(name) {
				return
			}
		}
	}) {
		d.Files = append(d.Files, File{Path: file, RepoFile: "repo/" + file, Format: "properties", Components: 1, Status: StatusLinted})
		d.Summary.Linted++
		d.Summary.Components++
	}
	return d
}

var ordersFiles = sources{
	"config/producer.properties": "bootstrap.servers=kafka-1:9092\nclient.id=orders\nacks=1\nretries=0\n",
	"config/consumer.properties": "group.id=orders\nenable.auto.commit=true\nauto.offset.reset=latest\n",
	"flink/job.yaml":             "spec:\n  flinkVersion: v1_19\n  flinkConfiguration:\n    state.backend.type: hashmap\n",
}

// orders is a run such as every user sees it.
func orders() *Data {
	s := ordersFiles
	d := data(s, []finding.Finding{
		{
			Rule: "KP002", Name: "producer-acks-one", Severity: finding.Error, Confidence: "certain", Consequence: "loss",
			Message:     `acks="1": the leader acknowledges before any follower has the record, so a leader failure loses it; set acks=all`,
			Remediation: "Set acks=all.", URL: "https://kafka.apache.org/documentation/#producerconfigs_acks",
			Location: movedEnd(s.at("config/producer.properties", "acks=1"), 5, 0), Key: "acks", Written: "acks", Value: "1",
			Component: finding.ComponentRef{ID: "config/producer.properties", Kind: "producer", Name: "orders", Client: "java", Version: "4.1"},
			Related: []finding.Related{{Location: s.at("config/producer.properties", "retries"),
				Message: `retries="0" gives up at the first error`}},
			Fixes: []finding.Fix{{Description: "set acks=all", Safe: true, Edits: []finding.Edit{
				{Key: "acks", Op: "set", Value: "all", Span: movedEnd(s.at("config/producer.properties", "acks=1"), 5, 0).Span}}}},
		},
		{
			Rule: "KC001", Name: "consumer-auto-commit", Severity: finding.Warning, Confidence: "likely", Consequence: "loss",
			Message:     `enable.auto.commit="true": offsets are committed in the background, so a crash loses what is not processed yet`,
			Remediation: "Commit after processing, or finish each poll's records before the next poll and say so in a suppression of this rule.",
			Location:    s.at("config/consumer.properties", "true"), Key: "enable.auto.commit", Written: "enable.auto.commit", Value: "true",
			Component: finding.ComponentRef{ID: "config/consumer.properties", Kind: "consumer", Name: "orders", Client: "java", Version: "4.1"},
		},
		{
			Rule: "FC001", Name: "flink-checkpointing-disabled", Severity: finding.Info, Confidence: "certain", Consequence: "loss",
			Lowered: "development file", Message: `execution.checkpointing.interval is not set: the job starts from scratch after a failure`,
			Location: s.at("flink/job.yaml", "flinkConfiguration"), Key: "execution.checkpointing.interval",
			Component: finding.ComponentRef{ID: "flink/job.yaml#FlinkDeployment", Anchor: "FlinkDeployment", Kind: "flink-job", Name: "", Client: "flink", Version: "1.19"},
		},
	})
	suppressed := finding.Finding{
		Rule: "KC005", Name: "consumer-latest", Severity: finding.Warning, Confidence: "certain", Consequence: "loss",
		Message: `auto.offset.reset="latest": skips what came before the first commit`, Suppression: "metrics only",
		SuppressedAt: s.at("config/consumer.properties", "group.id").Span,
		Location:     s.at("config/consumer.properties", "latest"), Key: "auto.offset.reset", Written: "auto.offset.reset", Value: "latest",
	}
	elsewhere := suppressed
	elsewhere.Rule, elsewhere.Name, elsewhere.Suppression = "KC006", "consumer-other", ""
	elsewhere.SuppressedAt = model.Span{File: ".kcfglint.yaml", Start: model.Position{Line: 4, Column: 5}}
	d.Suppressed = []finding.Finding{suppressed, elsewhere}
	d.Summary.Suppressed = 2
	d.Files = append(d.Files,
		File{Path: "README.md", RepoFile: "repo/README.md", Status: StatusSkipped, Reason: "no known kind of file"},
		File{Path: "flink/broken.yaml", RepoFile: "repo/flink/broken.yaml", Format: "yaml", Status: StatusFailed, Reason: "3:5: a tab where blanks are due"})
	d.Summary.Skipped, d.Summary.Failed = 1, 1
	d.Summary.Settings, d.Summary.NotEvaluated = 9, 1
	d.Rules = []Rule{
		{ID: "FC001", Name: "flink-checkpointing-disabled", Title: "no checkpoints are taken", Severity: "error", Group: "flink-checkpoint"},
		{ID: "KC001", Name: "consumer-auto-commit", Title: "offsets are committed before the records are processed", Severity: "warning", Group: "consumer"},
		{ID: "KP002", Name: "producer-acks-one", Title: "acks=1 acknowledges records that a leader failure loses",
			Description: "The leader answers before a follower has the record.\nIf it fails then, the record is gone.",
			Remediation: "Set acks=all.", URL: "https://kafka.apache.org/documentation/#producerconfigs_acks", Severity: "error", Group: "producer"},
	}
	return d
}

// movedEnd moves the start and end of a place on its line.
func movedEnd(l finding.Location, start, end int) finding.Location {
	l.Start.Offset, l.Start.Column = l.Start.Offset+start, l.Start.Column+start
	l.End.Offset, l.End.Column = l.End.Offset+end, l.End.Column+end
	return l
}

var oddFiles = sources{
	"wide.properties":      "# 日本語\nclient.id=注文サービス-é\u0301e\u0301-👩‍👩‍👧-x acks\n",
	"tabs.properties":      "\tacks\t=\t1\n",
	"crlf.properties":      "acks=1\r\nretries=0\r\n",
	"long.properties":      "bootstrap.servers=" + strings.Repeat("kafka.example.org:9092,", 40) + "PLAINTEXT" + strings.Repeat(",kafka.example.org:9093", 40) + "\n",
	"empty.properties":     "acks=\ngroup.id=\n",
	"lines.properties":     "topics=a,\\\n  b,\\\n  c\n",
	"control.properties":   "client.id=a\x1b[31mred\x00\x7f\u009b\u202eb\u200b\xffend\n",
	"a,b:c%d é.properties": "acks=1\n",
	"::error file=x.conf":  "acks=1\n",
}

// odd is a run over files that a careless reporter gets wrong.
func odd() *Data {
	s := oddFiles
	make := func(rule string, severity finding.Severity, message string, l finding.Location) finding.Finding {
		return finding.Finding{Rule: rule, Name: "odd", Severity: severity, Confidence: "certain", Consequence: "ignored",
			Message: message, Remediation: "Set acks=all.", Location: l}
	}
	unread := make("KL001", finding.Error, "cannot be read: permission denied",
		finding.Location{Span: model.Span{File: "secret.properties"}, RepoFile: "/abs/secret.properties"})
	unread.Remediation = ""
	rooted := make("KP009", finding.Warning, "a file of no name that a terminal likes", s.at("::error file=x.conf", "1"))
	rooted.RepoFile = "::error file=x.conf"
	injected := make("KP010", finding.Error, "100% of it\n::error::injected\r##[error]injected, \"a::b\" \x1b]0;title\x07 | `code` <b>",
		s.at("a,b:c%d é.properties", "1"))
	injected.Related = []finding.Related{{Location: s.at("crlf.properties", "retries"), Message: "see\x1b[2J"}}
	return data(s, []finding.Finding{
		make("KP001", finding.Error, "wide characters before the mark", s.at("wide.properties", "acks")),
		make("KP001", finding.Error, "wide characters under the mark", s.at("wide.properties", "注文")),
		make("KP002", finding.Error, "family of three", s.at("wide.properties", "👩‍👩‍👧")),
		make("KP003", finding.Error, "tabs", s.at("tabs.properties", "1")),
		make("KP003", finding.Error, "a tab itself", s.at("tabs.properties", "\t=")),
		make("KP004", finding.Warning, "carriage returns", s.at("crlf.properties", "1")),
		make("KP005", finding.Warning, "a long line", s.at("long.properties", "PLAINTEXT")),
		make("KP005", finding.Warning, "a long mark", s.at("long.properties", strings.TrimSpace(s["long.properties"]))),
		make("KP006", finding.Warning, "an empty value", s.before("empty.properties", "\ngroup.id")),
		make("KP006", finding.Warning, "the start of the file", s.before("empty.properties", "acks")),
		make("KP007", finding.Info, "several lines", s.at("lines.properties", "a,\\\n  b,\\\n  c")),
		make("KP008", finding.Error, "control characters", s.at("control.properties", "b\u200b\xff")),
		unread, rooted, injected,
	})
}

func TestFormats(t *testing.T) {
	if got, want := strings.Join(Formats(), " "), "github json sarif text"; got != want {
		t.Errorf("Formats() = %q, want %q", got, want)
	}
	if _, ok := Get("xml"); ok {
		t.Error("Get finds a format that does not exist")
	}
}

func TestGolden(t *testing.T) {
	changed := func(d *Data, change func(*Data)) *Data { change(d); return d }
	for _, test := range []struct {
		file, format string
		data         *Data
	}{
		{"orders.txt", "text", orders()},
		{"orders-quiet.txt", "text", changed(orders(), func(d *Data) { d.Quiet = true })},
		{"orders-verbose.txt", "text", changed(orders(), func(d *Data) { d.Verbose = true })},
		{"orders-color.txt", "text", changed(orders(), func(d *Data) { d.Color = true })},
		{"orders-wide.txt", "text", changed(orders(), func(d *Data) { d.Width = 200 })},
		{"orders.json", "json", orders()},
		{"orders.github", "github", orders()},
		{"orders.sarif", "sarif", orders()},
		{"odd.txt", "text", odd()},
		{"odd-narrow.txt", "text", changed(odd(), func(d *Data) { d.Width = 50 })},
		{"odd.json", "json", odd()},
		{"odd.github", "github", odd()},
		{"odd.sarif", "sarif", changed(odd(), func(d *Data) { d.Errors = []string{"rule KP002 failed: \x1b[1m division by zero"} })},
		{"none.txt", "text", &Data{}},
		{"none.json", "json", &Data{}},
		{"none.github", "github", &Data{}},
		{"none.sarif", "sarif", &Data{}},
	} {
		t.Run(test.file, func(t *testing.T) {
			got := run(t, test.format, test.data)
			golden(t, test.file, got)
			checkBytes(t, got, test.data.Color)
		})
	}
}

// checkBytes fails on control characters that come from the input.
func checkBytes(t *testing.T, text string, color bool) {
	t.Helper()
	if color {
		for _, s := range []style{bold, red, yellow, blue, cyan, "0"} {
			text = strings.ReplaceAll(text, "\x1b["+string(s)+"m", "")
		}
	}
	for i, r := range text {
		if r != '\n' && visible(r) != r {
			t.Errorf("control character %U at byte %d", r, i)
		}
	}
	if strings.ToValidUTF8(text, "") != text {
		t.Error("the output is not valid UTF-8")
	}
}
