package compare

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Trial is one comparison: one release of the software.
type Trial struct {
	Name     string // the release
	Render   func(Case) []byte
	Real     Judge
	Kcfglint Judge
	Reasons  []Reason
}

// batchSize is the number of files that one run of kcfglint gets.
const batchSize = 1000

// maxReduced bounds the cases of one trial that are reduced; more of them would only
// show the same causes again.
const maxReduced = 1500

// Run judges all cases and reduces those on which the judges disagree.
func (t *Trial) Run(cases []Case) (*Result, error) {
	outcomes, err := t.judge(cases)
	if err != nil {
		return nil, err
	}
	r := &Result{Name: t.Name, table: map[string]*counts{}}
	var open []Outcome
	for _, o := range outcomes {
		c := r.table[o.Case.Kind]
		if c == nil {
			c = &counts{}
			r.table[o.Case.Kind] = c
		}
		if c.add(o, t.Reasons); !o.Agree() && excuse(t.Reasons, o) == "" {
			open = append(open, o)
		}
	}
	r.unreduced = max(0, len(open)-maxReduced)
	open, err = t.reduce(open[:len(open)-r.unreduced])
	if err != nil {
		return nil, err
	}
	r.groups = group(open)
	return r, nil
}

func (t *Trial) judge(cases []Case) ([]Outcome, error) {
	var outcomes []Outcome
	for batch := range slices.Chunk(cases, batchSize) {
		got, err := t.judgeBatch(batch)
		if err != nil {
			return nil, err
		}
		outcomes = append(outcomes, got...)
	}
	return outcomes, nil
}

func (t *Trial) judgeBatch(cases []Case) ([]Outcome, error) {
	dir, err := os.MkdirTemp("", "oracle")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	for _, c := range cases {
		file := filepath.Join(dir, filepath.FromSlash(c.File))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(file, t.Render(c), 0o644); err != nil {
			return nil, err
		}
	}
	var (
		wg           sync.WaitGroup
		real, linted []Verdict
		err1, err2   error
	)
	wg.Go(func() { real, err1 = t.Real(dir, cases) })
	wg.Go(func() { linted, err2 = t.Kcfglint(dir, cases) })
	wg.Wait()
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	outcomes := make([]Outcome, len(cases))
	for i, c := range cases {
		outcomes[i] = Outcome{c, real[i], linted[i]}
	}
	return outcomes, nil
}

// reduce takes settings away from each case, one after the other, as long as the judges
// disagree in the same direction. All cases advance together, so that every step is one
// run of each judge.
func (t *Trial) reduce(open []Outcome) ([]Outcome, error) {
	next := make([]int, len(open)) // the setting to try to take away
	for i, o := range open {
		next[i] = len(o.Case.Settings) - 1
	}
	for {
		var tried []int
		var smaller []Case
		for i, o := range open {
			if next[i] >= o.Case.Keep {
				tried = append(tried, i)
				smaller = append(smaller, o.Case.without(next[i]))
			}
		}
		if len(tried) == 0 {
			return open, nil
		}
		outcomes, err := t.judge(smaller)
		if err != nil {
			return nil, err
		}
		for j, i := range tried {
			if o := outcomes[j]; !o.Agree() && o.same(open[i]) && excuse(t.Reasons, o) == "" {
				open[i] = o
			}
			next[i]--
		}
	}
}

// same reports whether two disagreements have the same direction and reason.
func (o Outcome) same(p Outcome) bool {
	return o.direction() == p.direction() && o.reason() == p.reason()
}
