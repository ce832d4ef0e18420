// Command bench runs kcfglint and conftest on the same work and prints the ratios.
//
// conftest gets, for each configuration file, a JSON file that holds exactly the input
// that kcfglint puts before its rules, the same Rego modules, and one deny rule that asks
// them all. Both must find the same, or the benchmark fails.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	log.SetFlags(0)
	root := flag.String("root", "../..", "root of the repository")
	version := flag.String("conftest", "v0.71.1", "version of conftest")
	files := flag.Int("files", 10000, "files of the large run")
	runs := flag.Int("runs", 15, "cold runs on one file")
	flag.Parse()
	work, err := os.MkdirTemp("", "kcfglint-bench-")
	check(err)
	defer os.RemoveAll(work)
	b := bench{work: work, bin: filepath.Join(work, "bin")}
	b.build(*root, *version)

	one := b.prepare("one", 1)
	b.compare(one)
	ours := best(*runs, func() { b.kcfglint(one) })
	theirs := best(*runs, func() { b.conftest(one) })
	fmt.Printf("one file, cold:      kcfglint %7.1f ms   conftest %7.1f ms   ratio %.2f\n", ms(ours), ms(theirs), ours.Seconds()/theirs.Seconds())

	many := b.prepare("many", *files)
	b.compare(many)
	ours = best(3, func() { b.kcfglint(many) })
	theirs = best(3, func() { b.conftest(many) })
	fmt.Printf("%d files:         kcfglint %7.0f ms   conftest %7.0f ms   throughput x %.1f\n", *files, ms(ours), ms(theirs), theirs.Seconds()/ours.Seconds())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// best returns the shortest of n runs: what else the machine does only adds to it.
func best(n int, do func()) time.Duration {
	shortest := time.Duration(1<<63 - 1)
	for range n {
		start := time.Now()
		do()
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}

type bench struct{ work, bin string }

// task is a folder of configuration files and the folders with the same work for conftest.
type task struct{ configs, inputs, policy string }

func (b bench) build(root, conftest string) {
	run(root, nil, "go", "build", "-trimpath", "-o", filepath.Join(b.bin, "kcfglint"), "./cmd/kcfglint")
	run(b.work, []string{"GOBIN=" + b.bin, "GOFLAGS=-trimpath"}, "go", "install", "github.com/open-policy-agent/conftest@"+conftest)
}

func run(dir string, env []string, name string, args ...string) []byte {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	// Findings make both tools exit with 1.
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1 && len(out) > 0) {
		log.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, stderr.String())
	}
	return out
}

// arguments fix the version, so that neither tool evaluates twice.
func arguments(t task) []string {
	return []string{"lint", "--format", "json", "--kafka-version", "3.9", t.configs}
}

func (b bench) kcfglint(t task) []byte {
	return run(b.work, nil, filepath.Join(b.bin, "kcfglint"), arguments(t)...)
}

func (b bench) conftest(t task) []byte {
	return run(b.work, nil, filepath.Join(b.bin, "conftest"), "test", "--no-color", "--parser", "json", "-o", "json", "-p", t.policy, t.inputs)
}

// compare fails unless both find the same.
func (b bench) compare(t task) {
	ours, theirs := found(b.kcfglint(t)), failures(b.conftest(t))
	if len(ours) == 0 || !slices.Equal(ours, theirs) {
		log.Fatalf("the findings differ: kcfglint has %d, conftest has %d\n%.600v\n%.600v", len(ours), len(theirs), ours, theirs)
	}
}

// found lists what kcfglint reports as "file rule message".
func found(out []byte) []string {
	var report struct {
		Findings []struct{ Rule, Message, File string }
	}
	check(json.Unmarshal(out, &report))
	var all []string
	for _, f := range report.Findings {
		all = append(all, strings.TrimSuffix(filepath.Base(f.File), ".properties")+" "+f.Rule+" "+f.Message)
	}
	slices.Sort(all)
	return all
}

func failures(out []byte) []string {
	var results []struct {
		Filename string
		Failures []struct{ Msg string }
	}
	check(json.Unmarshal(out, &results))
	var all []string
	for _, r := range results {
		for _, f := range r.Failures {
			all = append(all, strings.TrimSuffix(filepath.Base(r.Filename), ".json")+" "+f.Msg)
		}
	}
	slices.Sort(all)
	return all
}
