package compare

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Result is what came of a trial.
type Result struct {
	Name      string
	table     map[string]*counts
	groups    []*cause
	unreduced int
}

// counts is a row of the table: what the real software does, and what kcfglint says.
type counts struct {
	failFail, startStart, failStart, startFail, excused, void int
}

func (c *counts) add(o Outcome, reasons []Reason) {
	switch {
	case !o.Agree() && excuse(reasons, o) != "":
		c.excused++
	case o.Real.Void != "" || o.Kcfglint.Void != "":
		c.void++
	case o.Real.Fails && o.Kcfglint.Fails:
		c.failFail++
	case o.Real.Fails:
		c.failStart++
	case o.Kcfglint.Fails:
		c.startFail++
	default:
		c.startStart++
	}
}

// cause is disagreements that look alike once they are reduced.
type cause struct {
	signature string
	outcomes  []Outcome
}

var (
	quoted  = regexp.MustCompile(`'[^']*'|"[^"]*"|\[[^\]]*\]`)
	numbers = regexp.MustCompile(`-?\d+`)
)

// signature is what disagreements of one cause share: the direction, the keys and the
// reason.
func (o Outcome) signature() string {
	var keys []string
	for _, s := range o.Case.Settings[o.Case.Keep:] {
		keys = append(keys, s.Key)
	}
	slices.Sort(keys)
	return fmt.Sprintf("%s: %s [%s] %s", o.Case.Kind, o.direction(), strings.Join(keys, " "), o.reason())
}

// reason is the exception without its particulars, or the rule.
func (o Outcome) reason() string {
	text := o.Real.Void + o.Kcfglint.Void
	switch {
	case text != "":
	case o.Real.Fails:
		text = o.Real.Why[len(o.Real.Why)-1] // the root of the matter
		text = numbers.ReplaceAllString(quoted.ReplaceAllString(text, "X"), "N")
		text, _, _ = strings.Cut(text, " for configuration ")
	case o.Kcfglint.Fails:
		text, _, _ = strings.Cut(o.Kcfglint.Why[0], " ")
	}
	return fmt.Sprintf("%.90s", text)
}

func (o Outcome) direction() string {
	switch {
	case o.Real.Void != "" || o.Kcfglint.Void != "":
		return "not judged"
	case o.Real.Fails:
		return "fails, kcfglint says it starts"
	}
	return "starts, kcfglint says it fails"
}

func group(open []Outcome) []*cause {
	by := map[string]*cause{}
	for _, o := range open {
		s := o.signature()
		if by[s] == nil {
			by[s] = &cause{signature: s}
		}
		by[s].outcomes = append(by[s].outcomes, o)
	}
	return slices.SortedFunc(maps.Values(by), func(a, b *cause) int {
		return cmp.Or(cmp.Compare(len(b.outcomes), len(a.outcomes)), strings.Compare(a.signature, b.signature))
	})
}

// Disagreements is the number of cases on which the judges disagree without a reason.
func (r *Result) Disagreements() int {
	n := 0
	for _, c := range r.table {
		n += c.failStart + c.startFail + c.void
	}
	return n
}

// Write prints the table and the disagreements by cause, each with an example; all says
// to print every one.
func (r *Result) Write(w io.Writer, all bool) {
	fmt.Fprintf(w, "%-32s %8s %8s %8s %8s %8s %8s\n", r.Name, "cases", "both ok", "both no", "missed", "false", "excused")
	total := &counts{}
	for _, kind := range slices.Sorted(maps.Keys(r.table)) {
		c := r.table[kind]
		c.write(w, kind)
		total.failFail += c.failFail
		total.startStart += c.startStart
		total.failStart += c.failStart
		total.startFail += c.startFail
		total.excused += c.excused
		total.void += c.void
	}
	total.write(w, "all")
	for _, g := range r.groups {
		fmt.Fprintf(w, "\n%d x %s: %s\n", len(g.outcomes), r.Name, g.signature)
		for i, o := range g.outcomes {
			if i > 0 && !all {
				break
			}
			o.write(w)
		}
	}
	if r.unreduced > 0 {
		fmt.Fprintf(w, "\nand %d more disagreements that were not looked into\n", r.unreduced)
	}
	fmt.Fprintln(w)
}

func (c *counts) write(w io.Writer, name string) {
	sum := c.failFail + c.startStart + c.failStart + c.startFail + c.excused + c.void
	fmt.Fprintf(w, "  %-30s %8d %8d %8d %8d %8d %8d", name, sum, c.startStart, c.failFail, c.failStart, c.startFail, c.excused)
	if c.void > 0 {
		fmt.Fprintf(w, " (%d not judged)", c.void)
	}
	fmt.Fprintln(w)
}

func (o Outcome) write(w io.Writer) {
	indent := func(lines []string) {
		for _, l := range lines {
			fmt.Fprintf(w, "      %.300s\n", strings.ReplaceAll(l, "\n", " "))
		}
	}
	fmt.Fprintf(w, "    %s\n", o.Case.File)
	indent(strings.Split(o.Case.String(), "\n"))
	if o.Real.Fails {
		fmt.Fprintln(w, "    really:")
		indent(o.Real.Why)
	} else {
		fmt.Fprintln(w, "    really: starts")
	}
	fmt.Fprintln(w, "    kcfglint:")
	indent(append([]string{o.Real.Void + o.Kcfglint.Void}, o.Kcfglint.Why...))
}
