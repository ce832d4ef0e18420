package suppress

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// known are the names of the rules that tests use.
var known = map[string][]string{
	"KP002": {"KP002"}, "producer-acks-one": {"KP002"}, "KP005": {"KP005"}, "KX006": {"KX006"},
	"FS001": {"FS001"}, "producer": {"KP002", "KP005"}, "KL003": {"KL003"}, "KL004": {"KL004"}, "KL005": {"KL005"},
	"off": {"KC001"},
}

func options() Options {
	return Options{
		Resolve: func(name string) []string { return known[name] },
		Suggest: func(name string) string {
			if strings.HasPrefix(name, "KP") {
				return "KP002"
			}
			return ""
		},
		Severity: func(_, rule string) finding.Severity {
			if rule == "KC001" {
				return finding.Off
			}
			return finding.Warning
		},
	}
}

// propertiesFile reads a properties file as one component.
func propertiesFile(name, text string) File {
	f := syntax.NewFile(name, text)
	pairs, comments, _ := syntax.ParseProperties(syntax.NewSource(f))
	c := &model.Component{ID: name, File: name}
	for i, p := range pairs {
		if i == 0 {
			c.Span = p.KeySpan
		}
		c.Add(model.Setting{Key: p.Key, Written: p.Key, Value: p.Value, KeySpan: p.KeySpan, ValueSpan: p.ValueSpan})
	}
	return File{Source: f, RepoFile: "repo/" + name, Components: []*model.Component{c}, Comments: comments}
}

// yamlFile reads a YAML file; every map that holds a scalar is a component.
func yamlFile(name, text string) File {
	f := syntax.NewFile(name, text)
	file := File{Source: f, RepoFile: "repo/" + name}
	docs, _ := syntax.ParseYAML(syntax.NewSource(f))
	var walk func(n *syntax.Node, at model.Span)
	walk = func(n *syntax.Node, at model.Span) {
		c := &model.Component{ID: name, File: name, Span: at}
		for _, e := range n.Entries {
			if e.Value.IsScalar() {
				c.Add(model.Setting{Key: e.Key.Text, KeySpan: e.Key.Span, ValueSpan: e.Value.Span})
			} else {
				walk(e.Value, e.Key.Span)
			}
		}
		if len(c.Settings) > 0 {
			file.Components = append(file.Components, c)
		}
	}
	for _, doc := range docs {
		file.Comments = append(file.Comments, doc.Comments...)
		walk(doc.Root, model.Span{})
	}
	return file
}

// sqlFile reads the comments of a SQL file and takes every line that begins with a
// quote for an option.
func sqlFile(name, text string) File {
	f := syntax.NewFile(name, text)
	_, comments, _ := syntax.ParseSQL(syntax.NewSource(f))
	c := &model.Component{ID: name, File: name}
	offset := 0
	for line := range strings.Lines(text) {
		if i := strings.Index(line, "'"); i >= 0 && !strings.HasPrefix(line, "--") {
			start, end := f.Position(offset+i), f.Position(offset+len(strings.TrimRight(line, "\n")))
			span := model.Span{File: name, Start: start, End: end}
			c.Add(model.Setting{Key: line, KeySpan: span, ValueSpan: span})
		}
		offset += len(line)
	}
	return File{Source: f, RepoFile: "repo/" + name, Components: []*model.Component{c}, Comments: comments}
}

func read(name, text string) File {
	switch path.Ext(name) {
	case ".yaml":
		return yamlFile(name, text)
	case ".sql":
		return sqlFile(name, text)
	}
	return propertiesFile(name, text)
}

// at returns a finding of a rule where a text stands. "@" is the place of the component.
func at(f File, rule, text string) finding.Finding {
	out := finding.Finding{Rule: rule, Severity: finding.Error, Message: "m"}
	if text == "@" {
		out.Location = finding.Location{Span: f.Components[0].Span}
		return out
	}
	i := strings.Index(f.Source.Text, text)
	if i < 0 {
		panic("no " + text)
	}
	out.Location = finding.Location{Span: model.Span{File: f.Source.Name, Start: f.Source.Position(i), End: f.Source.Position(i + len(text))}}
	out.Key = strings.TrimRight(text, "=:")
	return out
}

func TestComments(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		findings         []string // "RULE text"
		want             []string // what is suppressed: "RULE reason"
		own              []string // what is found about the suppressions: "RULE line:column-column message"
	}{
		{
			name: "the next setting", file: "a.properties",
			text:     "# kcfglint:ignore KP002 -- a cache\nacks=1\nretries=0\n",
			findings: []string{"KP002 acks", "KP002 retries", "KP005 acks"},
			want:     []string{"KP002 a cache"},
		},
		{
			name: "through comments and blank lines", file: "a.properties",
			text:     "#kcfglint:ignore producer-acks-one -- a cache\n\n! another comment\n\nacks=1\n",
			findings: []string{"KP002 acks"},
			want:     []string{"KP002 a cache"},
		},
		{
			name: "several rules, a group, spaces", file: "a.properties",
			text:     "#  kcfglint:ignore   KX006 ,producer  --  why --not\nacks=1\n",
			findings: []string{"KP002 acks", "KP005 acks", "KX006 1"},
			want:     []string{"KP002 why --not", "KP005 why --not", "KX006 why --not"},
		},
		{
			name: "a continued value", file: "a.properties",
			text:     "# kcfglint:ignore KX006 -- r\nsasl.jaas.config=a \\\n  required;\n",
			findings: []string{"KX006 required", "KX006 sasl"},
			want:     []string{"KX006 r", "KX006 r"},
		},
		{
			name: "an absent key", file: "a.properties",
			text:     "# kcfglint:ignore KP005 -- set in code\nclient.id=x\nacks=1\n",
			findings: []string{"KP005 @", "KP005 acks"},
			want:     []string{"KP005 set in code"},
			own:      nil,
		},
		{
			name: "the whole file", file: "a.properties",
			text:     "# About this file\n# kcfglint:ignore-file KP002, KP005 -- generated\n\nacks=1\nretries=0\n",
			findings: []string{"KP002 acks", "KP005 retries", "KX006 acks"},
			want:     []string{"KP002 generated", "KP005 generated"},
		},
		{
			name: "the nearest reason wins", file: "a.properties",
			text:     "# kcfglint:ignore-file KP002 -- far\n# kcfglint:ignore KP002 -- near\nacks=1\n",
			findings: []string{"KP002 acks"},
			want:     []string{"KP002 near"},
		},
		{
			name: "whole file, too late", file: "a.properties",
			text:     "acks=1\n# kcfglint:ignore-file KP002 -- late\nretries=0\n",
			findings: []string{"KP002 acks"},
			own:      []string{"KL003 2:3-23 kcfglint:ignore-file has no effect here; put it before the first setting of the file"},
		},
		{
			name: "the end of a YAML line", file: "a.yaml",
			text:     "producer:\n  acks: 1 # kcfglint:ignore KP002 -- r\n  retries: 0\n",
			findings: []string{"KP002 acks", "KP002 retries"},
			want:     []string{"KP002 r"},
		},
		{
			name: "a YAML block scalar", file: "a.yaml",
			text:     "producer:\n  # kcfglint:ignore KX006 -- r\n  jaas: |\n    first\n    second\n  acks: 1\n",
			findings: []string{"KX006 second", "KX006 acks"},
			want:     []string{"KX006 r"},
		},
		{
			name: "above a component", file: "a.yaml",
			text:     "# kcfglint:ignore KP005 -- r\nproducer:\n  acks: 1\n",
			findings: []string{"KP005 @", "KP005 acks"},
			want:     []string{"KP005 r"},
		},
		{
			name: "SQL", file: "a.sql",
			text: "CREATE TABLE t (a INT) WITH (\n  -- kcfglint:ignore FS001 -- dashes\n  'a' = '1',\n" +
				"  'b' = '2', -- kcfglint:ignore FS001 -- end of line\n  /* kcfglint:ignore FS001 -- block */ 'c' = '3',\n" +
				"  /*\n   * kcfglint:ignore FS001 -- star\n   */\n  'd' = '4',\n  'e' = '5'\n);\n",
			findings: []string{"FS001 'a'", "FS001 'b'", "FS001 'c'", "FS001 'd'", "FS001 'e'"},
			want:     []string{"FS001 dashes", "FS001 end of line", "FS001 block", "FS001 star"},
		},
		{
			name: "unknown rules", file: "a.properties",
			text:     "# kcfglint:ignore KP02, nonsense, KP002 -- r\nacks=1\n",
			findings: []string{"KP002 acks"},
			want:     []string{"KP002 r"},
			own: []string{
				`KL003 1:19-23 "KP02" is no rule, so this suppresses nothing; did you mean "KP002"?`,
				`KL003 1:25-33 "nonsense" is no rule, so this suppresses nothing`,
			},
		},
		{
			name: "a name within a name", file: "a.properties",
			text: "# kcfglint:ignore producer-acks-one, producer -- r\nacks=1\n",
			own: []string{
				`KL004 1:19-36 "producer-acks-one" reports nothing here, so the suppression has no effect; remove it`,
				`KL004 1:38-46 "producer" reports nothing here, so the suppression has no effect; remove it`,
			},
		},
		{
			name: "unused", file: "a.properties",
			text:     "# kcfglint:ignore KP002, KP005, off -- r\nacks=1\n# kcfglint:ignore KX006 -- r\n",
			findings: []string{"KP005 acks"},
			want:     []string{"KP005 r"},
			own: []string{
				`KL004 1:19-24 "KP002" reports nothing here, so the suppression has no effect; remove it`,
				`KL004 3:19-24 "KX006" reports nothing here, so the suppression has no effect; remove it`,
			},
		},
		{
			name: "unused, suppressed", file: "a.properties",
			text: "# kcfglint:ignore KP002, KL004 -- the same in all files\nacks=all\n",
			want: []string{"KL004 the same in all files"},
		},
		{
			name: "unused, suppressed for the file", file: "a.properties",
			text: "# kcfglint:ignore-file KL003, KL004 -- r\n# kcfglint:ignore KP002, KP9\nacks=all\n",
			want: []string{"KL003 r", "KL004 r"},
		},
		{
			name: "no comma", file: "a.properties",
			text:     "# kcfglint:ignore KP002 because it is a cache\nacks=1\n",
			findings: []string{"KP002 acks"},
			want:     []string{"KP002 "},
			own: []string{
				`KL003 1:25-46 "because it is a cache" is neither a rule nor a reason; put a comma between rules and "--" before the reason`,
			},
		},
		{
			name: "other words", file: "a.properties",
			text: "# kcfglint:ignore\n# kcfglint:disable KP002\n# kcfglint:ignore[KP002]\n# kcfglint:data-class=metrics\n" +
				"# kcfglint: see the README\n# about kcfglint:ignore KP002\n# kcfglint: ignore KP002 -- r\nacks=1\n",
			findings: []string{"KP002 acks"},
			want:     []string{"KP002 r"},
			own: []string{
				`KL003 2:3-19 "kcfglint:disable" is no suppression, so it has no effect; write kcfglint:ignore RULE -- reason`,
				`KL003 3:3-25 "kcfglint:ignore[KP002]" is no suppression, so it has no effect; write kcfglint:ignore RULE -- reason`,
				`KL003 1:1-18 the suppression names no rule, so it has no effect; write kcfglint:ignore RULE -- reason`,
			},
		},
		{
			name: "no reason", file: "strict.properties",
			text:     "# kcfglint:ignore KP002\nacks=1\n# kcfglint:ignore KP005 --\nretries=0\n",
			findings: []string{"KP002 acks", "KP005 retries"},
			want:     []string{"KP002 ", "KP005 "},
			own: []string{
				`KL005 1:1-24 the suppression gives no reason; add "--" and why the finding does not matter here`,
				`KL005 3:1-27 the suppression gives no reason; add "--" and why the finding does not matter here`,
			},
		},
		{
			name: "not in a value", file: "a.properties",
			text:     "acks=1 # kcfglint:ignore KP002 -- data\n",
			findings: []string{"KP002 acks"},
		},
		{
			name: "only comments", file: "a.properties",
			text: "# kcfglint:ignore-file KP002 -- r\n",
			own:  []string{`KL004 1:24-29 "KP002" reports nothing here, so the suppression has no effect; remove it`},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := read(test.file, test.text)
			var findings []finding.Finding
			for _, s := range test.findings {
				rule, text, _ := strings.Cut(s, " ")
				findings = append(findings, at(f, rule, text))
			}
			opts := options()
			opts.RequireReason = func(file string) bool { return strings.HasPrefix(file, "strict") }
			kept, suppressed := Apply(findings, []File{f}, opts)

			var got, own []string
			for _, s := range suppressed {
				got = append(got, s.Rule+" "+s.Suppression)
				if s.SuppressedAt.IsZero() || s.SuppressedAt.File != test.file {
					t.Errorf("%s is suppressed nowhere", s.Rule)
				}
			}
			reported := 0
			for _, k := range kept {
				if !strings.HasPrefix(k.Rule, "KL") {
					reported++
					continue
				}
				own = append(own, fmt.Sprintf("%s %d:%d-%d %s", k.Rule, k.Start.Line, k.Start.Column, k.End.Column, k.Message))
				if k.RepoFile != "repo/"+test.file || k.Name == "" || k.Remediation == "" {
					t.Errorf("incomplete: %+v", k)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("suppressed %q, want %q", got, test.want)
			}
			if !slices.Equal(own, test.own) {
				t.Errorf("own findings\n%s\nwant\n%s", strings.Join(own, "\n"), strings.Join(test.own, "\n"))
			}
			lost := len(findings) - reported
			for _, s := range suppressed {
				if !strings.HasPrefix(s.Rule, "KL") {
					lost--
				}
			}
			if lost != 0 {
				t.Errorf("%d findings are neither kept nor suppressed", lost)
			}
		})
	}
}

func TestIgnoreEntries(t *testing.T) {
	f := read("conf/a.properties", "acks=1\nretries=0\n")
	entry := func(line int, pattern, key, rule, reason string) Ignore {
		return Ignore{
			Match: func(file string) bool { ok, _ := path.Match(pattern, file); return ok },
			Key:   key, Rule: rule, Reason: reason,
			At: finding.Location{Span: model.Span{File: ".kcfglint.yaml", Start: model.Position{Line: line, Column: 3}}, RepoFile: ".kcfglint.yaml"},
		}
	}
	ignores := []Ignore{
		entry(1, "conf/*", "acks", "producer", "by key"),
		entry(2, "other/*", "", "KP002", "no such file"),
		entry(3, "conf/*", "", "off", "rule did not run"),
		entry(4, "conf/*", "acks", "KX006", ""),
	}
	for _, complete := range []bool{false, true} {
		opts := options()
		opts.Ignores, opts.Complete = ignores, complete
		opts.RequireReason = func(string) bool { return true }
		kept, suppressed := Apply([]finding.Finding{at(f, "KP002", "acks"), at(f, "KP002", "retries")}, []File{f}, opts)
		if len(suppressed) != 1 || suppressed[0].Suppression != "by key" || suppressed[0].SuppressedAt.File != ".kcfglint.yaml" {
			t.Errorf("suppressed: %+v", suppressed)
		}
		var got []string
		for _, k := range kept {
			got = append(got, fmt.Sprintf("%s %s:%d", k.Rule, k.File, k.Start.Line))
		}
		want := []string{"KP002 conf/a.properties:2", "KL005 .kcfglint.yaml:4"}
		if complete {
			want = append(want, "KL004 .kcfglint.yaml:2", "KL004 .kcfglint.yaml:4")
		}
		if !slices.Equal(got, want) {
			t.Errorf("complete=%v: kept %q, want %q", complete, got, want)
		}
	}
}

// TestOwnRulesCanBeOff: what nobody wants to hear is not reported.
func TestOwnRulesCanBeOff(t *testing.T) {
	opts := options()
	opts.Severity = func(_, rule string) finding.Severity {
		if strings.HasPrefix(rule, "KL") {
			return finding.Off
		}
		return finding.Error
	}
	f := read("a.properties", "# kcfglint:ignore KP002, what\nacks=all\n")
	if kept, suppressed := Apply(nil, []File{f}, opts); len(kept)+len(suppressed) > 0 {
		t.Errorf("kept %v, suppressed %v", kept, suppressed)
	}
}
