// Package finding defines what the linter reports. It imports only the model.
package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// Severity is how much a finding matters.
type Severity int

// The severities, in ascending order, so that they can be compared.
const (
	Off     Severity = iota // not reported
	Info                    // hygiene
	Warning                 // duplication, reordering or a stall under a common failure; rarer loss; a setting without effect
	Error                   // will not start, or can lose or corrupt data silently
)

var severityNames = [...]string{"off", "info", "warning", "error"}

// String returns the severity's name in lower case.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity returns the severity of that name, off included.
func ParseSeverity(name string) (Severity, bool) {
	i := slices.Index(severityNames[:], name)
	return Severity(max(i, 0)), i >= 0
}

// MarshalText implements encoding.TextMarshaler.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Location is a place in a file.
type Location struct {
	model.Span
	// RepoFile is the file relative to the repository root, slash-separated.
	RepoFile string
}

// Related is a second place that a finding speaks of.
type Related struct {
	Location
	Message string
}

// Edit is one change of a fix.
type Edit struct {
	Key   string     `json:"key"`
	Op    string     `json:"op"` // set, delete, add
	Value string     `json:"value,omitempty"`
	Span  model.Span `json:"span"`
}

// Fix is a change that mends a finding.
type Fix struct {
	Description string `json:"description"`
	Safe        bool   `json:"safe"` // does not change what works today
	Edits       []Edit `json:"edits"`
}

// Finding is one thing that is wrong at one place.
type Finding struct {
	Rule        string // KP002
	Name        string // producer-acks-one
	Severity    Severity
	Confidence  string // certain, likely
	Consequence string // startup-failure, ignored, loss, ...
	// Lowered says why the severity is below the one that it would have otherwise, or is empty.
	Lowered string
	// Doubtful: it may not hold, as a version, code or a cluster is not known.
	Doubtful    bool
	Message     string
	Remediation string
	URL         string
	Location
	Key       string // canonical key the finding is at; "" for the file or component as a whole
	Written   string
	Value     string // never a secret's
	Component ComponentRef
	Related   []Related
	Fixes     []Fix
	// Needs are the other keys that the finding rests on, written or not.
	Needs []string
	// Workloads are those that the advice fits; none is all of them.
	Workloads []string
	// Suppression is the reason that was given for not reporting the finding, and
	// SuppressedAt the place of the comment or configuration entry that says so; the
	// latter is zero for a finding that is reported.
	Suppression  string
	SuppressedAt model.Span
	// Occurrence numbers findings that are otherwise alike, from 0. Number sets it.
	Occurrence int
}

// ComponentRef names the component that a finding is about.
type ComponentRef struct {
	ID, Anchor, Kind, Name, Client, Version string
}

// Fingerprint identifies the finding over edits of the file: hex of the first 16 bytes
// of the SHA-256 of rule, repository path, component anchor, key and occurrence.
func (f *Finding) Fingerprint() string {
	sum := sha256.Sum256([]byte(strings.Join(
		[]string{f.Rule, f.RepoFile, f.Component.Anchor, f.Key, strconv.Itoa(f.Occurrence)}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// Sort brings findings into the total order of all output, by file, place, rule and message.
func Sort(findings []Finding) {
	slices.SortStableFunc(findings, compare)
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Start.Line, b.Start.Line),
		cmp.Compare(a.Start.Column, b.Start.Column),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Component.ID, b.Component.ID),
		cmp.Compare(a.Key, b.Key),
		cmp.Compare(a.End.Offset, b.End.Offset),
		cmp.Compare(a.Message, b.Message),
	)
}

// Number sets Occurrence on sorted findings, so that no two fingerprints are the same.
func Number(findings []Finding) {
	seen := make(map[string]int)
	for i := range findings {
		f := &findings[i]
		f.Occurrence = 0
		id := strings.Join([]string{f.Rule, f.RepoFile, f.Component.Anchor, f.Key}, "\x00")
		f.Occurrence = seen[id]
		seen[id]++
	}
}
