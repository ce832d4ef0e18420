package compare

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Options are what every oracle can be told.
type Options struct {
	Kcfglint string // the binary, an absolute path
	N        int    // configurations of each release
	Seed     uint64
	All      bool // print every disagreement
	versions string
	reasons  []Reason
}

// Flags defines the options as flags; n is how many configurations a release gets unless
// told otherwise.
func Flags(n int) *Options {
	o := &Options{}
	flag.StringVar(&o.Kcfglint, "kcfglint", "../../../kcfglint", "the binary")
	flag.IntVar(&o.N, "n", n, "configurations of each release")
	flag.Uint64Var(&o.Seed, "seed", 1, "other configurations for another seed")
	flag.BoolVar(&o.All, "all", false, "print every disagreement, not one of each cause")
	flag.StringVar(&o.versions, "versions", "", "releases, separated by commas (default: all)")
	return o
}

// Main parses the flags and runs the releases that are asked for, each known by its text.
// It ends the process: with status 1 if there was an error or a disagreement.
func Main[R fmt.Stringer](o *Options, releases []R, run func(R) (disagreements int, err error)) {
	flag.Parse()
	open, err := all(o, releases, run)
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", filepath.Base(os.Args[0]), err)
	}
	if open > 0 || err != nil {
		os.Exit(1)
	}
}

func all[R fmt.Stringer](o *Options, releases []R, run func(R) (int, error)) (disagreements int, err error) {
	if o.Kcfglint, err = filepath.Abs(o.Kcfglint); err != nil {
		return 0, err
	}
	if o.reasons, err = ReadReasons("reasons.tsv"); err != nil {
		return 0, err
	}
	names := make([]string, len(releases))
	for i, r := range releases {
		names[i] = r.String()
	}
	wanted := names
	if o.versions != "" {
		wanted = strings.Split(o.versions, ",")
	}
	for _, v := range wanted {
		i := slices.Index(names, v)
		if i < 0 {
			return 0, fmt.Errorf("no release %q, only %s", v, strings.Join(names, ", "))
		}
		n, err := run(releases[i])
		if err != nil {
			return 0, fmt.Errorf("%s: %w", v, err)
		}
		disagreements += n
	}
	return disagreements, nil
}

// Try runs a trial and prints what comes of it.
func (o *Options) Try(t Trial, cases []Case) (disagreements int, err error) {
	start := time.Now()
	t.Reasons = o.reasons
	result, err := t.Run(cases)
	if err != nil {
		return 0, err
	}
	result.Write(os.Stdout, o.All)
	fmt.Printf("%s took %s\n\n", t.Name, time.Since(start).Round(time.Second))
	return result.Disagreements(), nil
}
