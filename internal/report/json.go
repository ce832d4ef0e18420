package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// schemaJSON names the format of the JSON report; it changes with every change that is
// not an addition.
const schemaJSON = "kcfglint/1"

type jsonReport struct {
	Schema     string        `json:"schema"`
	Findings   []jsonFinding `json:"findings"`
	Suppressed []jsonFinding `json:"suppressed"`
	Files      []jsonFile    `json:"files"`
	Summary    jsonSummary   `json:"summary"`
}

type jsonFinding struct {
	Rule        string           `json:"rule"`
	Name        string           `json:"name"`
	Severity    finding.Severity `json:"severity"`
	Confidence  string           `json:"confidence"`
	Consequence string           `json:"consequence"`
	Lowered     string           `json:"lowered"`
	Message     string           `json:"message"`
	File        string           `json:"file"`
	RepoFile    string           `json:"repoFile"`
	Line        int              `json:"line"`
	Column      int              `json:"column"`
	EndLine     int              `json:"endLine"`
	EndColumn   int              `json:"endColumn"`
	Key         string           `json:"key"`
	Written     string           `json:"written"`
	Value       string           `json:"value"`
	Component   jsonComponent    `json:"component"`
	Related     []jsonRelated    `json:"related"`
	Fixes       []finding.Fix    `json:"fixes"`
	URL         string           `json:"url"`
	Fingerprint string           `json:"fingerprint"`
	Suppression *jsonSuppression `json:"suppression,omitempty"`
}

type jsonComponent struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Name    string `json:"name"`
	Client  string `json:"client"`
	Version string `json:"version"`
}

type jsonRelated struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type jsonSuppression struct {
	Reason string `json:"reason"`
	File   string `json:"file"`
	Line   int    `json:"line"`
}

type jsonFile struct {
	Path       string `json:"path"`
	Format     string `json:"format"`
	Components int    `json:"components"`
	Status     string `json:"status"`
	Reason     string `json:"reason"`
}

type jsonSummary struct {
	Files        jsonFileCounts    `json:"files"`
	Components   int               `json:"components"`
	Settings     int               `json:"settings"`
	NotEvaluated int               `json:"notEvaluated"`
	Findings     jsonFindingCounts `json:"findings"`
	Suppressed   int               `json:"suppressed"`
}

type jsonFileCounts struct {
	Linted  int `json:"linted"`
	Skipped int `json:"skipped"`
	Failed  int `json:"failed"`
}

type jsonFindingCounts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// JSON writes the whole report as one JSON document.
func JSON(w io.Writer, d *Data) error {
	files := make([]jsonFile, 0, len(d.Files))
	for _, f := range d.Files {
		files = append(files, jsonFile{f.Path, f.Format, f.Components, f.Status, f.Reason})
	}
	s := d.Summary
	return encode(w, jsonReport{
		Schema:     schemaJSON,
		Findings:   jsonFindings(d.Findings),
		Suppressed: jsonFindings(d.Suppressed),
		Files:      files,
		Summary: jsonSummary{
			Files:      jsonFileCounts{s.Linted, s.Skipped, s.Failed},
			Components: s.Components, Settings: s.Settings, NotEvaluated: s.NotEvaluated,
			Findings:   jsonFindingCounts{s.Errors, s.Warnings, s.Infos},
			Suppressed: s.Suppressed,
		},
	})
}

func jsonFindings(findings []finding.Finding) []jsonFinding {
	all := make([]jsonFinding, 0, len(findings))
	for i := range findings {
		all = append(all, newJSONFinding(&findings[i]))
	}
	return all
}

func newJSONFinding(f *finding.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Name: f.Name, Severity: f.Severity, Confidence: f.Confidence,
		Consequence: f.Consequence, Lowered: f.Lowered, Message: f.Message,
		File: f.File, RepoFile: f.RepoFile,
		Line: f.Start.Line, Column: f.Start.Column, EndLine: f.End.Line, EndColumn: f.End.Column,
		Key: f.Key, Written: f.Written, Value: f.Value,
		Component: jsonComponent{f.Component.ID, f.Component.Kind, f.Component.Name,
			f.Component.Client, f.Component.Version},
		Related:     make([]jsonRelated, 0, len(f.Related)),
		Fixes:       make([]finding.Fix, 0, len(f.Fixes)),
		URL:         f.URL,
		Fingerprint: f.Fingerprint(),
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, jsonRelated{r.File, r.Start.Line, r.Start.Column, r.Message})
	}
	for _, fix := range f.Fixes {
		if fix.Edits == nil {
			fix.Edits = []finding.Edit{}
		}
		out.Fixes = append(out.Fixes, fix)
	}
	if at := f.SuppressedAt; !at.IsZero() {
		out.Suppression = &jsonSuppression{f.Suppression, at.File, at.Start.Line}
	}
	return out
}

// encode writes indented JSON in which no control character stands unescaped: JSON
// itself only asks it for those below the blank.
func encode(w io.Writer, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escapeControls(b.Bytes()))
	return err
}

// escapeControls writes the control characters above the ASCII range and those that
// change the direction of text as JSON escapes. They occur within strings only.
func escapeControls(text []byte) []byte {
	acts := func(r rune) bool {
		return r >= '\x7f' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
	}
	if bytes.IndexFunc(text, acts) < 0 {
		return text
	}
	out := make([]byte, 0, len(text)+64)
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if acts(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, text[:size]...)
		}
		text = text[size:]
	}
	return out
}
