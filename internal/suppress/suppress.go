// Package suppress takes out the findings that a comment or an entry of the configuration
// says not to report, and reports the suppressions that are themselves wrong.
package suppress

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// File is a file that was linted; its comments may suppress findings.
type File struct {
	Source     *syntax.File // named as findings name it
	RepoFile   string       // relative to the repository root
	Components []*model.Component
	Comments   []syntax.Comment
}

// Ignore is an entry of the configuration that suppresses findings.
type Ignore struct {
	// Match reports whether the entry is about a file, named as findings name it.
	Match func(file string) bool
	// Key is the canonical or the written key of a finding; "" is any.
	Key string
	// Rule is the id, name or group of the rules.
	Rule   string
	Reason string
	At     finding.Location // in the configuration file
}

// Options says what is known of rules and what the configuration asks for.
type Options struct {
	// Resolve returns the ids of the rules that a name stands for: an id, a name, a former
	// name or a group. It returns none if nobody knows the name.
	Resolve func(name string) []string
	// Suggest returns the known name that is nearest to an unknown one, or "".
	Suggest func(name string) string
	// Severity returns the severity of a rule in a file; finding.Off if it did not run
	// there. It decides whether a suppression is unused, and how grave a wrong one is.
	Severity func(file, rule string) finding.Severity
	// RequireReason reports whether suppressions in a file need a reason; nil is never.
	RequireReason func(file string) bool
	Ignores       []Ignore
	// Complete says that every file was linted to which an ignore entry can apply, not
	// only some that were named. Only then is an entry that matched nothing unused.
	Complete bool
}

// Apply separates the findings that are reported from those that are suppressed, which
// get the reason and the place of their suppression. Findings about the suppressions
// (KL003, KL004, KL005) are added to either. The order of the findings is kept; those
// that are added come last.
func Apply(findings []finding.Finding, files []File, opts Options) (kept, suppressed []finding.Finding) {
	a := newApplier(files, opts)
	for _, all := range [][]finding.Finding{findings, a.complaints()} {
		for i := range all {
			kept, suppressed = a.sort(all[i], kept, suppressed)
		}
	}
	// What suppresses nothing is known only now.
	for _, f := range a.unused() {
		kept, suppressed = a.sort(f, kept, suppressed)
	}
	return kept, suppressed
}

// source is a file with the suppressions in it.
type source struct {
	*File
	places     *places
	directives []*directive
	problems   []problem
	index      index
	told       map[string]int // rule of this package -> findings so far
}

// ignore is an ignore entry and what became of it.
type ignore struct {
	*Ignore
	ids  []string
	used bool
}

type applier struct {
	opts    Options
	files   []File
	sources []*source
	byName  map[string]*source
	ignores []*ignore
	// What was asked before: a file may hold a hundred thousand suppressions.
	ids    map[string][]string
	levels map[[2]string]finding.Severity
}

func newApplier(files []File, opts Options) *applier {
	a := &applier{opts: opts, files: files, byName: make(map[string]*source),
		ids: make(map[string][]string), levels: make(map[[2]string]finding.Severity)}
	for i := range files {
		s := newSource(&files[i])
		if len(s.directives)+len(s.problems) == 0 {
			continue
		}
		for _, d := range s.directives {
			for n := range d.names {
				d.names[n].ids = a.resolve(d.names[n].text)
			}
		}
		s.index = newIndex(s)
		a.sources = append(a.sources, s)
		a.byName[s.Source.Name] = s
	}
	for i := range opts.Ignores {
		e := &ignore{Ignore: &opts.Ignores[i]}
		e.ids = opts.Resolve(e.Rule)
		a.ignores = append(a.ignores, e)
	}
	return a
}

// resolve is Options.Resolve, asked once a name.
func (a *applier) resolve(name string) []string {
	ids, ok := a.ids[name]
	if !ok {
		ids = a.opts.Resolve(name)
		a.ids[name] = ids
	}
	return ids
}

// severity is Options.Severity, asked once a file and rule.
func (a *applier) severity(file, rule string) finding.Severity {
	key := [2]string{file, rule}
	level, ok := a.levels[key]
	if !ok {
		level = a.opts.Severity(file, rule)
		a.levels[key] = level
	}
	return level
}

func newSource(f *File) *source {
	s := &source{File: f, told: make(map[string]int)}
	comments := slices.Clone(f.Comments)
	slices.SortStableFunc(comments, func(a, b syntax.Comment) int {
		return cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset)
	})
	// Documents within documents may share their comments.
	comments = slices.CompactFunc(comments, func(a, b syntax.Comment) bool { return a.Span == b.Span })
	for _, c := range comments {
		directives, problems := readComment(f.Source, c)
		s.directives = append(s.directives, directives...)
		s.problems = append(s.problems, problems...)
	}
	if len(s.directives) == 0 {
		return s
	}
	s.places = newPlaces(f.Source.Name, f.Components)
	for _, d := range s.directives {
		d.target = d.comment.Span.Start.Line
		if d.comment.OwnLine {
			d.target = s.places.next(d.comment.Span.End.Offset)
		}
	}
	return s
}

// sort puts a finding where it belongs.
func (a *applier) sort(f finding.Finding, kept, suppressed []finding.Finding) (k, s []finding.Finding) {
	if a.suppresses(&f) {
		return kept, append(suppressed, f)
	}
	return append(kept, f), suppressed
}

// suppresses reports whether a finding is suppressed, and notes in it by what: by the
// nearest comment, else one for the file, else the configuration. All that would
// suppress it count as used.
func (a *applier) suppresses(f *finding.Finding) bool {
	found := false
	note := func(reason string, at model.Span) {
		if !found {
			f.Suppression, f.SuppressedAt = reason, at
		}
		found = true
	}
	if s := a.byName[f.File]; s != nil && !f.IsZero() {
		if d := s.index.find(f, s.places.line(f.Start)); d != nil {
			note(d.reason, d.comment.Span)
		}
	}
	for _, e := range a.ignores {
		if slices.Contains(e.ids, f.Rule) && (e.Key == "" || e.Key == f.Key || e.Key == f.Written) && e.Match(f.File) {
			e.used = true
			note(e.Reason, e.At.Span)
		}
	}
	return found
}

// inForce reports whether the suppression stands where one of its form may stand: for a
// whole file, before everything that it could apply to.
func (s *source) inForce(d *directive) bool {
	first, ok := s.places.first()
	return !d.fileWide || !ok || d.comment.Span.Start.Offset < first
}

// complaints returns the findings about suppressions that cannot be understood, or give
// no reason.
func (a *applier) complaints() []finding.Finding {
	var out []finding.Finding
	for _, s := range a.sources {
		report := func(rule string, span model.Span, message string) {
			out = a.tell(out, s, rule, span, message)
		}
		for _, p := range s.problems {
			report(unknownSuppression, p.span, p.message)
		}
		for _, d := range s.directives {
			a.complain(s, d, report)
		}
	}
	for _, e := range a.ignores {
		if e.Reason == "" && a.requireReason(e.At.File) {
			out = a.append(out, missingReason, e.At, "the entry gives no reason; add one that says why the finding does not matter here")
		}
	}
	return out
}

func (a *applier) complain(s *source, d *directive, report func(rule string, span model.Span, message string)) {
	switch {
	case len(d.names) == 0:
		report(unknownSuppression, d.comment.Span, "the suppression names no rule, so it has no effect; write kcfglint:ignore RULE -- reason")
	case !s.inForce(d):
		report(unknownSuppression, d.word,
			"kcfglint:ignore-file has no effect here; put it before the first setting of the file")
	case d.stray != "":
		report(unknownSuppression, d.strayAt,
			fmt.Sprintf(`%s is neither a rule nor a reason; put a comma between rules and "--" before the reason`, quote(d.stray)))
	}
	for _, n := range d.names {
		if len(n.ids) > 0 {
			continue
		}
		if s.told[unknownSuppression] > maxTold {
			break
		}
		message := quote(n.text) + " is no rule, so this suppresses nothing"
		if suggestion := a.opts.Suggest(n.text); suggestion != "" {
			message += fmt.Sprintf("; did you mean %q?", suggestion)
		}
		report(unknownSuppression, n.span, message)
	}
	if d.reason == "" && a.requireReason(s.Source.Name) {
		report(missingReason, d.comment.Span, `the suppression gives no reason; add "--" and why the finding does not matter here`)
	}
}

func (a *applier) requireReason(file string) bool {
	return a.opts.RequireReason != nil && a.opts.RequireReason(file)
}

// unused returns a finding for every name that suppressed nothing although a rule it
// stands for ran.
func (a *applier) unused() []finding.Finding {
	var out []finding.Finding
	for _, s := range a.sources {
		for _, d := range s.directives {
			for _, n := range d.names {
				if n.used || !s.inForce(d) || !a.ran(s.Source.Name, n.ids) {
					continue
				}
				out = a.tell(out, s, unusedSuppression, n.span,
					quote(n.text)+" reports nothing here, so the suppression has no effect; remove it")
			}
		}
	}
	if !a.opts.Complete {
		return out
	}
	for _, e := range a.ignores {
		switch matched, ran := a.reached(e); {
		case e.used:
		case !matched:
			out = a.append(out, unusedSuppression, e.At, "the entry is about no file that was linted; remove it or mend its path")
		case ran:
			out = a.append(out, unusedSuppression, e.At, quote(e.Rule)+" reports nothing that the entry is about; remove it")
		}
	}
	return out
}

// reached reports whether an entry is about one of the files, and whether its rules ran
// in one of these.
func (a *applier) reached(e *ignore) (matched, ran bool) {
	for i := range a.files {
		if file := a.files[i].Source.Name; e.Match(file) {
			matched = true
			if a.ran(file, e.ids) {
				return true, true
			}
		}
	}
	return matched, false
}

// ran reports whether one of the rules ran in a file. That a suppression is unused can
// be suppressed, but that again is never unused.
func (a *applier) ran(file string, ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		return id != unusedSuppression && a.severity(file, id) != finding.Off
	})
}

// maxTold is how many findings of one rule of this package a file has at most.
const maxTold = 100

// tell adds a finding about a comment of a file, unless there are enough of its rule.
func (a *applier) tell(out []finding.Finding, s *source, rule string, span model.Span, message string) []finding.Finding {
	switch s.told[rule]++; {
	case s.told[rule] > maxTold+1:
		return out
	case s.told[rule] > maxTold:
		message = fmt.Sprintf("more than %d findings of %s in this file; those from here on are not told", maxTold, rule)
	}
	return a.append(out, rule, finding.Location{Span: span, RepoFile: s.RepoFile}, message)
}

// append adds a finding of one of the rules of this package if the rule is on.
func (a *applier) append(out []finding.Finding, id string, at finding.Location, message string) []finding.Finding {
	severity := a.severity(at.File, id)
	if severity == finding.Off {
		return out
	}
	rule := ruleOf(id)
	return append(out, finding.Finding{
		Rule: rule.ID, Name: rule.Name, Severity: severity, Confidence: rule.Confidence, Consequence: rule.Consequence,
		Message: message, Remediation: rule.Remediation, URL: rule.URL(), Location: at,
	})
}

// quote quotes what somebody wrote, cut to a length that fits a message.
func quote(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return strconv.Quote(text)
}
