package lint

import (
	"fmt"
	"slices"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/report"
	"github.com/kcfglint/kcfglint/internal/suppress"
	"github.com/kcfglint/kcfglint/rules"
)

// finish turns what the rules said into what the user is told.
func (r *run) finish() {
	r.fileFindings()
	r.place()
	r.findings = distinct(r.findings)
	r.levels()
	r.suppress()
	r.result.Findings = r.supersede(r.withSuppressed(r.result.Findings))
	finding.Sort(r.result.Findings)
	finding.Sort(r.result.Suppressed)
	number(r.result.Findings, r.result.Suppressed)
	r.fileReports()
	r.count()
	r.result.Rules = r.rules.reports()
}

// fileFindings adds what is wrong with files as such.
func (r *run) fileFindings() {
	for _, f := range r.files {
		if f.context {
			continue
		}
		if f.err != nil {
			at := model.Span{File: f.Name, Start: model.Position{Line: 1, Column: 1}, End: model.Position{Line: 1, Column: 1}}
			r.findings = append(r.findings, fileFinding(&unreadable, at, fmt.Sprintf("the file cannot be read: %v", f.err)))
		}
		for _, e := range f.result.Errors {
			r.findings = append(r.findings, fileFinding(&unparsable, e.Span, e.Message))
		}
	}
}

func fileFinding(rule *rules.Rule, at model.Span, message string) finding.Finding {
	return finding.Finding{
		Rule: rule.ID, Name: rule.Name, Severity: rule.Severity(), Confidence: rule.Confidence, Consequence: rule.Consequence,
		Message: message, Remediation: rule.Remediation, URL: rule.URL(), Location: finding.Location{Span: at},
	}
}

// place fills in where files are in the repository and drops findings in files that were
// read only as context.
func (r *run) place() {
	context := make(map[string]bool)
	repo := make(map[string]string)
	for _, f := range r.files {
		context[f.Name], repo[f.Name] = f.context, f.Repo
	}
	r.findings = slices.DeleteFunc(r.findings, func(f finding.Finding) bool { return context[f.File] })
	for i := range r.findings {
		f := &r.findings[i]
		f.RepoFile = repo[f.File]
		for j := range f.Related {
			f.Related[j].RepoFile = repo[f.Related[j].File]
		}
	}
}

// spot identifies what a finding is about: components that share a line are told once.
type spot struct {
	rule, file, key string
	start, end      int
	line            int
}

func spotOf(f *finding.Finding) spot {
	return spot{f.Rule, f.File, f.Key, f.Start.Offset, f.End.Offset, f.Start.Line}
}

// distinct keeps one finding a rule and place: the gravest, of those the first.
func distinct(findings []finding.Finding) []finding.Finding {
	finding.Sort(findings)
	kept := make([]finding.Finding, 0, len(findings))
	at := make(map[spot]int)
	for _, f := range findings {
		s := spotOf(&f)
		if i, ok := at[s]; ok {
			if f.Severity > kept[i].Severity {
				kept[i] = f
			}
			continue
		}
		at[s] = len(kept)
		kept = append(kept, f)
	}
	return kept
}

// supersede makes a finding that another one at the same place supersedes a related one
// of that: one line, one finding a consequence.
func (r *run) supersede(findings []finding.Finding) []finding.Finding {
	drop := make(map[int]bool)
	at := bySpan(findings)
	for i := range findings {
		f := &findings[i]
		if rule := r.rules.byID[f.Rule]; rule == nil || len(rule.Supersedes) == 0 {
			continue
		}
		for _, j := range at[f.Span] {
			if i != j && !drop[i] && !drop[j] && r.takesIn(f, &findings[j]) {
				drop[j] = true
				f.Related = append(f.Related, takenIn(&findings[j]))
			}
		}
	}
	kept := make([]finding.Finding, 0, len(findings))
	for i, f := range findings {
		if !drop[i] {
			kept = append(kept, f)
		}
	}
	return kept
}

// levels drops what is off for its path and sets the severities that the user chose. What
// a rule itself calls hygiene is said only when asked for, and then what it takes in goes
// with it.
func (r *run) levels() {
	var kept, hygiene []finding.Finding
	for _, f := range r.findings {
		on, replace, asked := r.rules.level(r.rules.byID[f.Rule], f.Workloads, f.RepoFile)
		switch {
		case !on:
			continue
		case f.Severity == finding.Info && f.Lowered == "" && !asked:
			hygiene = append(hygiene, f)
			continue
		case replace != finding.Off:
			f.Severity, f.Lowered = replace, ""
		}
		kept = append(kept, f)
	}
	at := bySpan(hygiene)
	r.findings = slices.DeleteFunc(kept, func(f finding.Finding) bool {
		return slices.ContainsFunc(at[f.Span], func(i int) bool { return r.takesIn(&hygiene[i], &f) })
	})
}

// bySpan indexes findings by their places.
func bySpan(findings []finding.Finding) map[model.Span][]int {
	at := make(map[model.Span][]int)
	for i := range findings {
		at[findings[i].Span] = append(at[findings[i].Span], i)
	}
	return at
}

// takesIn reports whether a finding supersedes another one at its place.
func (r *run) takesIn(f, other *finding.Finding) bool {
	rule := r.rules.byID[f.Rule]
	return f.Span == other.Span && rule != nil && slices.Contains(rule.Supersedes, other.Rule)
}

// suppress moves what comments and the config suppress out of the findings, and adds
// what is wrong with the suppressions themselves.
func (r *run) suppress() {
	if r.NoSuppress {
		r.result.Findings = r.findings
		return
	}
	var files []suppress.File
	complete := true
	for _, f := range r.files {
		if f.context {
			complete = false
			continue
		}
		if f.result.File != nil {
			files = append(files, suppress.File{
				Source: f.result.File, RepoFile: f.Repo, Components: f.result.Components, Comments: f.result.Comments,
			})
		}
	}
	r.result.Findings, r.result.Suppressed = suppress.Apply(r.findings, files, suppress.Options{
		Resolve: r.rules.resolve,
		Suggest: func(name string) string { suggestion, _ := Known(name); return suggestion },
		Severity: func(file, rule string) finding.Severity {
			if r.Upgrade != nil {
				return finding.Off // what a suppression is for may be there before and after
			}
			return r.rules.severity(rule, r.repoFile(file))
		},
		RequireReason: func(file string) bool { return r.config.For(r.repoFile(file)).RequireReason },
		Ignores:       r.ignores(),
		Complete:      complete && len(r.Paths) == 0 && (r.repoFile(".") == "." || r.repoFile(".") == r.config.Folder()),
	})
}

// withSuppressed takes out what a suppressed finding takes in: the user saw it as one.
func (r *run) withSuppressed(kept []finding.Finding) []finding.Finding {
	at := bySpan(r.result.Suppressed)
	return slices.DeleteFunc(kept, func(f finding.Finding) bool {
		for _, i := range at[f.Span] {
			s := &r.result.Suppressed[i]
			if r.takesIn(s, &f) {
				s.Related = append(s.Related, takenIn(&f))
				return true
			}
		}
		return false
	})
}

// takenIn is how a finding is told as a part of another one.
func takenIn(f *finding.Finding) finding.Related {
	return finding.Related{Location: f.Location, Message: f.Rule + ": " + f.Message}
}

// number gives all findings of a run, suppressed or not, fingerprints of their own.
func number(kept, suppressed []finding.Finding) {
	all := slices.Concat(kept, suppressed)
	finding.Sort(all)
	finding.Number(all)
	occurrence := make(map[spot]int, len(all))
	for i := range all {
		occurrence[spotOf(&all[i])] = all[i].Occurrence
	}
	for _, list := range [][]finding.Finding{kept, suppressed} {
		for i := range list {
			list[i].Occurrence = occurrence[spotOf(&list[i])]
		}
	}
}

// fileReports says what became of every file.
func (r *run) fileReports() {
	for _, f := range r.files {
		if f.context {
			continue
		}
		out := report.File{Path: f.Name, RepoFile: f.Repo, Format: f.result.Format, Components: len(f.result.Components)}
		switch {
		case f.err != nil:
			out.Status, out.Reason = report.StatusFailed, f.err.Error()
		case len(f.result.Errors) > 0 && len(f.result.Components) == 0:
			out.Status, out.Reason = report.StatusFailed, f.result.Errors[0].Error()
		case len(f.result.Components) > 0:
			out.Status = report.StatusLinted
		default:
			out.Status, out.Reason = report.StatusSkipped, f.result.Reason
		}
		r.result.Files = append(r.result.Files, out)
	}
}

// count fills in the summary.
func (r *run) count() {
	s := &r.result.Summary
	for _, f := range r.result.Files {
		s.Components += f.Components
		switch f.Status {
		case report.StatusLinted:
			s.Linted++
		case report.StatusSkipped:
			s.Skipped++
		case report.StatusFailed:
			s.Failed++
		}
	}
	for _, f := range r.files {
		if f.context {
			continue
		}
		type occurrence struct{ offset, end int }
		seen := make(map[occurrence]bool)
		for _, c := range f.result.Components {
			for i := range c.Settings {
				set := &c.Settings[i]
				o := occurrence{set.KeySpan.Start.Offset, set.KeySpan.End.Offset}
				if set.IsFact() || set.KeySpan.IsZero() || set.KeySpan.File != c.File || seen[o] {
					continue
				}
				seen[o] = true
				s.Settings++
				if set.State == model.Unknown && set.Secret == nil {
					s.NotEvaluated++
				}
			}
		}
	}
	for _, f := range r.result.Findings {
		switch f.Severity {
		case finding.Error:
			s.Errors++
		case finding.Warning:
			s.Warnings++
		case finding.Info:
			s.Infos++
		}
	}
	s.Suppressed = len(r.result.Suppressed)
}
