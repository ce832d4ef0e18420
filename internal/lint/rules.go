package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/config"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/report"
	"github.com/kcfglint/kcfglint/internal/suppress"
	"github.com/kcfglint/kcfglint/rules"
)

// unreadable and unparsable are the rules of reading files; those of suppression are
// package suppress's.
var (
	unreadable = rules.Rule{
		ID: "KL001", Name: "unreadable-file", Group: "file", Title: "the file cannot be read",
		Description: "A file below one of the paths cannot be opened or read, so nothing in it is linted. Mend its permissions, or exclude it.",
		Severities:  []string{"error"}, Confidence: "certain", Consequence: "ignored",
		Remediation: "Make the file readable, or exclude it.",
	}
	unparsable = rules.Rule{
		ID: "KL002", Name: "syntax-error", Group: "file", Title: "the file does not parse",
		Description: "A file that holds Kafka or Flink configuration departs from its grammar. What reads it refuses it, or reads something else than is meant; what could be read of it is linted.",
		Severities:  []string{"error"}, Confidence: "certain", Consequence: "startup-failure",
		Remediation: "Mend the syntax at the place that is named.",
	}
	changedDefault = rules.Rule{
		ID: "KL006", Name: "default-changes-on-upgrade", Group: "file", Title: "the upgrade changes a default that the configuration relies on",
		Description: "With --from and --to, or --flink-from and --flink-to: a key that matters for the safety of the data is not " +
			"written, and the new release has another default for it than the old one, so that the same file means something else. " +
			"Write the value that is meant before the upgrade.",
		Severities: []string{"warning"}, Confidence: "certain", Consequence: "maintenance",
		Remediation: "Write the value that is meant.",
	}
)

// Rules returns the metadata of all rules, those that are not Rego included, by ID.
func Rules() ([]rules.Rule, error) {
	rego, err := rules.All()
	if err != nil {
		return nil, err
	}
	all := append([]rules.Rule{unreadable, unparsable, changedDefault}, suppress.Rules...)
	all = append(all, rego...)
	slices.SortFunc(all, func(a, b rules.Rule) int { return strings.Compare(a.ID, b.ID) })
	return all, nil
}

// Rule returns the rule of that id, name or alias.
func Rule(name string) (*rules.Rule, error) {
	all, err := Rules()
	if err != nil {
		return nil, err
	}
	for i := range all {
		if r := &all[i]; matches(r, name) && !strings.EqualFold(r.Group, name) {
			return r, nil
		}
	}
	suggestion, _ := Known(name)
	return nil, UnknownRule(name, suggestion)
}

// UnknownRule says that no rule or group has a name.
func UnknownRule(name, suggestion string) error {
	if suggestion != "" {
		return fmt.Errorf("no rule or group %q; did you mean %q", name, suggestion)
	}
	return fmt.Errorf("no rule or group %q; \"kcfglint rules\" lists them", name)
}

// names returns what a rule may be called, from the most to the least specific.
func names(r *rules.Rule) []string {
	return append(append([]string{r.ID, r.Name}, r.Aliases...), r.Group)
}

// matches reports whether a name is the rule's id, name, group or one of its aliases.
func matches(r *rules.Rule, name string) bool {
	return strings.EqualFold(r.ID, name) || r.Name == name || r.Group == name || slices.Contains(r.Aliases, name)
}

// Known reports whether a name is a rule's or a group's, and else the nearest one.
func Known(name string) (suggestion string, ok bool) {
	all, err := Rules()
	if err != nil {
		return "", false
	}
	var names []string
	for i := range all {
		if matches(&all[i], name) {
			return "", true
		}
		names = append(names, all[i].ID, all[i].Name, all[i].Group)
	}
	return config.Nearest(name, names), false
}

// ruleSet is the rules that a run selects and the levels it gives them.
type ruleSet struct {
	all     []rules.Rule
	rego    []rules.Rule // those of all that are on somewhere
	byID    map[string]*rules.Rule
	levels  map[string]finding.Severity // by id, from the command line
	config  *config.Config
	selects bool // --select was given: only what it names runs
	on      map[string]bool
}

func newRuleSet(opts Options, cfg *config.Config) (*ruleSet, error) {
	all, err := Rules()
	if err != nil {
		return nil, err
	}
	s := &ruleSet{all: all, byID: make(map[string]*rules.Rule), levels: make(map[string]finding.Severity), config: cfg,
		selects: len(opts.Select) > 0, on: make(map[string]bool)}
	each := func(names []string, do func(*rules.Rule)) error {
		for _, name := range names {
			found := false
			for i := range all {
				if name == "all" || matches(&all[i], name) {
					found = true
					do(&all[i])
				}
			}
			if !found {
				suggestion, _ := Known(name)
				return UnknownRule(name, suggestion)
			}
		}
		return nil
	}
	if err := each(opts.Select, func(r *rules.Rule) { s.on[r.ID] = true }); err != nil {
		return nil, err
	}
	for name, level := range opts.Severities {
		if err := each([]string{name}, func(r *rules.Rule) { s.levels[r.ID] = level }); err != nil {
			return nil, err
		}
	}
	if err := each(opts.Ignore, func(r *rules.Rule) { s.levels[r.ID] = finding.Off }); err != nil {
		return nil, err
	}
	for i := range all {
		r := &all[i]
		s.byID[r.ID] = r
		if r.Package != "" && s.maybe(r) {
			s.rego = append(s.rego, *r)
		}
	}
	return s, nil
}

// maybe reports whether a rule is on for any path.
func (s *ruleSet) maybe(r *rules.Rule) bool {
	if level, ok := s.levels[r.ID]; ok {
		return level != finding.Off
	}
	if s.selects {
		return s.on[r.ID]
	}
	if len(r.Workloads) > 0 && s.config.HasWorkload(r.Workloads) {
		return true
	}
	return r.Severity() > finding.Info && len(r.Workloads) == 0 || s.config.Mentions(names(r)...)
}

// level returns the level of a rule for a path: whether it is on, the severity that
// replaces its own, if one does, and whether the user asked for it. Advice that fits some
// workloads only is given under these, as if it was asked for.
func (s *ruleSet) level(r *rules.Rule, workloads []string, repoFile string) (on bool, replace finding.Severity, asked bool) {
	if level, ok := s.levels[r.ID]; ok {
		return level != finding.Off, level, true
	}
	if s.selects && (r.Package != "" || r.ID == changedDefault.ID) {
		return s.on[r.ID], finding.Off, true
	}
	if level, ok := s.config.For(repoFile).Level(names(r)...); ok {
		return level != finding.Off, level, true
	}
	if len(workloads) > 0 {
		fits := slices.Contains(workloads, s.config.For(repoFile).Workload)
		return fits, finding.Off, fits
	}
	return r.Severity() > finding.Info, finding.Off, false
}

// reports describes the rules that are on for the reporters.
func (s *ruleSet) reports() []report.Rule {
	var out []report.Rule
	for i := range s.all {
		r := &s.all[i]
		if r.Package != "" && !s.maybe(r) {
			continue
		}
		out = append(out, report.Rule{ID: r.ID, Name: r.Name, Title: r.Title, Description: r.Description,
			Remediation: r.Remediation, URL: r.URL(), Severity: r.Severities[0], Group: r.Group})
	}
	return out
}

// resolve returns the ids of the rules that a name stands for.
func (s *ruleSet) resolve(name string) (ids []string) {
	for i := range s.all {
		if matches(&s.all[i], name) {
			ids = append(ids, s.all[i].ID)
		}
	}
	return ids
}

// severity returns the severity that a rule has for a path; Off if it is off there.
func (s *ruleSet) severity(id, repoFile string) finding.Severity {
	r := s.byID[id]
	if r == nil {
		return finding.Off
	}
	on, replace, _ := s.level(r, r.Workloads, repoFile)
	switch {
	case !on:
		return finding.Off
	case replace != finding.Off:
		return replace
	}
	return r.Severity()
}
