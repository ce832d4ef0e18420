package report

import (
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
)

const (
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	sarifVersion = "2.1.0"
	projectURL   = "https://github.com/kcfglint/kcfglint"
	// sourceRoot names the repository root, to which all relative addresses refer.
	sourceRoot = "SRCROOT"
	// fingerprintName carries the version of the way fingerprints are made.
	fingerprintName = "kcfglint/v1"
)

// The objects of SARIF 2.1.0 (OASIS Standard, section 3) that the report needs.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool               sarifTool                `json:"tool"`
		Invocations        []sarifInvocation        `json:"invocations"`
		OriginalURIBaseIDs map[string]sarifArtifact `json:"originalUriBaseIds"`
		ColumnKind         string                   `json:"columnKind"`
		Results            []sarifResult            `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string             `json:"id"`
		Name             string             `json:"name,omitempty"`
		ShortDescription *sarifMessage      `json:"shortDescription,omitempty"`
		FullDescription  *sarifMessage      `json:"fullDescription,omitempty"`
		Help             *sarifMessage      `json:"help,omitempty"`
		HelpURI          string             `json:"helpUri,omitempty"`
		Configuration    sarifConfiguration `json:"defaultConfiguration"`
		Properties       map[string]any     `json:"properties,omitempty"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifInvocation struct {
		ExecutionSuccessful bool                `json:"executionSuccessful"`
		Notifications       []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string       `json:"level"`
		Message sarifMessage `json:"message"`
	}
	sarifResult struct {
		RuleID           string             `json:"ruleId"`
		RuleIndex        *int               `json:"ruleIndex,omitempty"`
		Level            string             `json:"level"`
		Message          sarifMessage       `json:"message"`
		Locations        []sarifLocation    `json:"locations"`
		RelatedLocations []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints     map[string]string  `json:"partialFingerprints"`
		Suppressions     []sarifSuppression `json:"suppressions"`
		Properties       map[string]any     `json:"properties,omitempty"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Logical  []sarifName   `json:"logicalLocations,omitempty"`
		Message  *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI         string        `json:"uri,omitempty"`
		URIBaseID   string        `json:"uriBaseId,omitempty"`
		Description *sarifMessage `json:"description,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
	sarifName struct {
		Name          string `json:"name,omitempty"`
		QualifiedName string `json:"fullyQualifiedName"`
	}
	sarifSuppression struct {
		Kind          string         `json:"kind"`
		Status        string         `json:"status"`
		Justification string         `json:"justification,omitempty"`
		Location      *sarifLocation `json:"location,omitempty"`
	}
)

// SARIF writes the report as a log of the Static Analysis Results Interchange Format.
func SARIF(w io.Writer, d *Data) error {
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "kcfglint", Version: d.Version, InformationURI: projectURL,
			Rules: make([]sarifRule, 0, len(d.Rules)),
		}},
		Invocations: []sarifInvocation{{ExecutionSuccessful: len(d.Errors) == 0}},
		OriginalURIBaseIDs: map[string]sarifArtifact{
			sourceRoot: {Description: &sarifMessage{Text: "the root of the repository"}},
		},
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, 0, len(d.Findings)+len(d.Suppressed)),
	}
	index := make(map[string]int, len(d.Rules))
	for i, r := range d.Rules {
		index[r.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, newSARIFRule(r))
	}
	for _, text := range d.Errors {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications,
			sarifNotification{Level: "error", Message: sarifMessage{Text: text}})
	}
	for _, findings := range [][]finding.Finding{d.Findings, d.Suppressed} {
		for i := range findings {
			run.Results = append(run.Results, newSARIFResult(&findings[i], index))
		}
	}
	return encode(w, sarifLog{Schema: sarifSchema, Version: sarifVersion, Runs: []sarifRun{run}})
}

func newSARIFRule(r Rule) sarifRule {
	severity, _ := finding.ParseSeverity(r.Severity)
	rule := sarifRule{
		ID: r.ID, Name: r.Name, HelpURI: uri(r.URL),
		ShortDescription: message(r.Title), FullDescription: message(r.Description),
		Configuration: sarifConfiguration{sarifLevel(severity)},
	}
	if rule.FullDescription == nil {
		rule.FullDescription = rule.ShortDescription
	}
	help := strings.TrimSpace(strings.TrimSpace(r.Description) + "\n\n" + strings.TrimSpace(r.Remediation))
	if help != "" {
		rule.Help = &sarifMessage{Text: help, Markdown: help}
		if rule.HelpURI != "" {
			rule.Help.Markdown += "\n\n[" + r.ID + "](" + rule.HelpURI + ")"
		}
	}
	if r.Group != "" {
		rule.Properties = map[string]any{"tags": []string{r.Group}}
	}
	return rule
}

func newSARIFResult(f *finding.Finding, index map[string]int) sarifResult {
	result := sarifResult{
		RuleID: f.Rule, Level: sarifLevel(f.Severity), Message: sarifMessage{Text: f.Message},
		Locations:    []sarifLocation{{Physical: physical(f.Location)}},
		Fingerprints: map[string]string{fingerprintName: f.Fingerprint()},
		Suppressions: []sarifSuppression{},
		Properties:   sarifProperties(f),
	}
	if i, ok := index[f.Rule]; ok {
		result.RuleIndex = &i
	}
	if f.Component.ID != "" {
		result.Locations[0].Logical = []sarifName{{f.Component.Name, f.Component.ID}}
	}
	for i, r := range f.Related {
		result.RelatedLocations = append(result.RelatedLocations,
			sarifLocation{ID: &i, Physical: physical(r.Location), Message: message(r.Message)})
	}
	if !f.SuppressedAt.IsZero() {
		result.Suppressions = append(result.Suppressions, newSARIFSuppression(f))
	}
	return result
}

// newSARIFSuppression tells a comment in the file from an entry of the configuration.
func newSARIFSuppression(f *finding.Finding) sarifSuppression {
	s := sarifSuppression{Kind: "external", Status: "accepted", Justification: f.Suppression}
	if f.SuppressedAt.File == f.File {
		s.Kind = "inSource"
		s.Location = &sarifLocation{Physical: physical(finding.Location{Span: f.SuppressedAt, RepoFile: f.RepoFile})}
	}
	return s
}

func sarifProperties(f *finding.Finding) map[string]any {
	properties := make(map[string]any)
	for name, value := range map[string]string{
		"confidence": f.Confidence, "consequence": f.Consequence, "lowered": f.Lowered,
		"key": f.Key, "componentKind": f.Component.Kind,
	} {
		if value != "" {
			properties[name] = value
		}
	}
	return properties
}

// sarifLevel maps a severity to the levels of section 3.27.10.
func sarifLevel(s finding.Severity) string {
	switch s {
	case finding.Error:
		return "error"
	case finding.Warning:
		return "warning"
	case finding.Info:
		return "note"
	}
	return "none"
}

// message returns nil for an empty text, which SARIF does not allow.
func message(text string) *sarifMessage {
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	return &sarifMessage{Text: text}
}

func physical(l finding.Location) sarifPhysical {
	p := sarifPhysical{Artifact: sarifArtifact{URI: pathURI(l.RepoFile), URIBaseID: sourceRoot}}
	if path.IsAbs(l.RepoFile) {
		p.Artifact = sarifArtifact{URI: (&url.URL{Scheme: "file", Path: l.RepoFile}).String()}
	}
	if !l.IsZero() {
		p.Region = region(l.Span)
	}
	return p
}

func region(s model.Span) *sarifRegion {
	r := &sarifRegion{s.Start.Line, max(s.Start.Column, 1), s.End.Line, s.End.Column}
	if r.EndLine < r.StartLine || r.EndLine == r.StartLine && r.EndColumn < r.StartColumn {
		r.EndLine, r.EndColumn = r.StartLine, r.StartColumn
	}
	return r
}

// pathURI returns a relative, slash-separated path as a relative URI reference.
func pathURI(name string) string { return (&url.URL{Path: name}).String() }

// uri returns an address with what must not stand in one percent-encoded, "" if it is
// no absolute address.
func uri(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || !u.IsAbs() {
		return ""
	}
	return strings.NewReplacer("(", "%28", ")", "%29").Replace(u.String())
}
