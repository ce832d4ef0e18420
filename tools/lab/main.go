// Command lab puts what the rules say before a real cluster of Kafka, and real jobs of
// Flink. Every experiment has two
// folders of configuration files, one that kcfglint must report with the expected rules
// and one of which it must say nothing. The same program of a scenario is run with the
// files of each, brokers fail in the same way, and what was lost, stored or processed
// twice and out of order is counted. It fails if the flagged files do no harm, or if the
// mended ones do. It needs a JDK and Maven; all listens on 127.0.0.1 only.
//
//	go run . -kcfglint ../../kcfglint -out ../../docs/evidence.md
//	go run . -kcfglint ../../kcfglint -only acks-one
//	go run . -kcfglint ../../kcfglint -only acks-one -out ../../docs/evidence.md
//	go run . -render -out ../../docs/evidence.md
//
// The second runs one experiment, the third puts its new counts on the page beside those of
// the others, and the last writes the page from the counts that are kept in results.json.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

type options struct {
	kcfglint string
	out      string
	only     string
	render   bool
}

func main() {
	var o options
	flag.StringVar(&o.kcfglint, "kcfglint", "../../kcfglint", "the binary")
	flag.StringVar(&o.out, "out", "", "the page that the tables are written to, if all experiments that ran hold")
	flag.StringVar(&o.only, "only", "", "experiments, separated by commas (default: all)")
	flag.BoolVar(&o.render, "render", false, "run nothing, write the page again")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "lab:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	start := time.Now()
	if o.kcfglint, err = filepath.Abs(o.kcfglint); err != nil {
		return err
	}
	var found []result
	if !o.render {
		if found, err = experimented(ctx, o); err != nil {
			return err
		}
		fmt.Println("took", time.Since(start).Round(time.Second))
	}
	if o.out == "" {
		return nil
	}
	return publish(ctx, found, o.out)
}

// experimented runs the chosen experiments.
func experimented(ctx context.Context, o options) (found []result, err error) {
	chosen, err := choose(o.only)
	if err != nil {
		return nil, err
	}
	for _, e := range chosen {
		if err := e.lint(o.kcfglint); err != nil {
			return nil, err
		}
	}
	l, err := newLab(ctx, chosen)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, l.cluster.close()) }()
	return l.results, l.runAll(ctx, chosen)
}

// publish keeps what was found and writes the page with it.
func publish(ctx context.Context, found []result, page string) error {
	all, err := readResults()
	if err != nil {
		return err
	}
	all = all.add(found)
	if len(found) > 0 {
		java, err := exec.CommandContext(ctx, "java", "--version").Output()
		if err != nil {
			return err
		}
		all.Java, _, _ = strings.Cut(string(java), "\n")
	}
	rows, err := all.of(experiments)
	if err != nil {
		return err
	}
	if err := all.write(); err != nil {
		return err
	}
	return os.WriteFile(page, evidence(rows, all.Java), 0o644)
}

// choose returns the experiments that are named, or all.
func choose(only string) ([]experiment, error) {
	if only == "" {
		return experiments, nil
	}
	var chosen []experiment
	for _, name := range strings.Split(only, ",") {
		i := slices.IndexFunc(experiments, func(e experiment) bool { return e.name == name })
		if i < 0 {
			return nil, fmt.Errorf("no experiment %q", name)
		}
		chosen = append(chosen, experiments[i])
	}
	return chosen, nil
}

// lab is the cluster, the programs for it, and what was found.
type lab struct {
	cluster  *cluster
	programs map[source]*program
	mu       sync.Mutex
	results  []result
}

// result is what an experiment counted with the files of both folders.
type result struct {
	experiment
	sides
}

// newLab starts the cluster and compiles the programs of some experiments.
func newLab(ctx context.Context, chosen []experiment) (l *lab, err error) {
	dir, err := os.MkdirTemp("", "kcfglint-lab")
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(dir))
		}
	}()
	jars, err := classpath(ctx, "broker", filepath.Join(dir, "classpath"))
	if err != nil {
		return nil, err
	}
	l = &lab{programs: map[source]*program{}}
	for _, e := range chosen {
		s := e.source()
		if l.programs[s] != nil {
			continue
		}
		if l.programs[s], err = compile(ctx, s, filepath.Join(dir, string(s.software)+"-"+s.release)); err != nil {
			return nil, err
		}
	}
	l.cluster, err = startCluster(ctx, dir, jars)
	return l, err
}

// runAll runs the experiments, those that leave the brokers alone at the same time.
func (l *lab) runAll(ctx context.Context, chosen []experiment) error {
	l.results = make([]result, len(chosen))
	errs := make([]error, len(chosen))
	slots := make(chan struct{}, 3)
	var quiet sync.WaitGroup
	for i, e := range chosen {
		if e.quiet {
			quiet.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				errs[i] = l.run(ctx, e, &l.results[i])
			})
		}
	}
	quiet.Wait()
	for i, e := range chosen {
		if !e.quiet {
			errs[i] = l.run(ctx, e, &l.results[i])
		}
	}
	return errors.Join(errs...)
}

// run runs an experiment with the files of both folders.
func (l *lab) run(ctx context.Context, e experiment, r *result) error {
	start := time.Now()
	r.experiment = e
	for _, side := range []struct {
		name  string
		count *counts
	}{{"flagged", &r.Flagged}, {"mended", &r.Mended}} {
		folder, err := filepath.Abs(e.folder(side.name))
		if err != nil {
			return err
		}
		if !e.quiet {
			if err := l.cluster.heal(ctx); err != nil {
				return err
			}
		}
		if *side.count, err = l.programs[e.source()].run(ctx, l.cluster, e.scenario, folder); err != nil {
			return fmt.Errorf("%s, %s: %w", e.name, side.name, err)
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Printf("%-34s flagged %+v  mended %+v  %s\n", e.name, r.Flagged, r.Mended, time.Since(start).Round(time.Second))
	return e.judge(r.Flagged, r.Mended)
}
