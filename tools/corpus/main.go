// Command corpus measures kcfglint on a collection of real configuration files: a folder
// with a MANIFEST.tsv (format, repository, commit, path, ...) whose files are named
// format/owner__repo__path, and hand-made labels. Each repository is laid out and linted
// as one run.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("corpus", "", "folder of the collection")
	binary := flag.String("kcfglint", "", "the binary to measure")
	findingsFile := flag.String("findings", "", "write all findings to this file, as text")
	verbose := flag.Bool("v", false, "name the labels that are missed and the false positives")
	flag.Parse()
	entries, err := manifest(*dir)
	if err != nil {
		log.Fatal(err)
	}
	work, err := os.MkdirTemp("", "kcfglint-corpus-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(work)
	repos, err := layOut(*dir, work, entries)
	if err != nil {
		log.Fatal(err)
	}
	start := time.Now()
	results := make(map[string]*outcome) // by the name of the file in the collection
	failed := 0
	for _, repo := range repos {
		if err := lint(*binary, work, repo, entries, results); err != nil {
			fmt.Printf("FAILED %s: %v\n", repo, err)
			failed++
		}
	}
	fmt.Printf("%d files of %d repositories in %.1f s, %d runs failed\n\n", len(entries), len(repos), time.Since(start).Seconds(), failed)
	table(entries, results)
	if *findingsFile != "" {
		if err := list(*findingsFile, entries, results); err != nil {
			log.Fatal(err)
		}
	}
	fmt.Println()
	for _, file := range []string{filepath.Join(*dir, "labels.jsonl"), "labels.jsonl"} {
		if err := labels(file, results, *verbose); err != nil {
			log.Fatal(err)
		}
	}
	if failed > 0 {
		os.Exit(1)
	}
}

// entry is a file of the collection.
type entry struct{ format, repo, path, name string }

func manifest(dir string) ([]entry, error) {
	text, err := os.ReadFile(filepath.Join(dir, "MANIFEST.tsv"))
	if err != nil {
		return nil, err
	}
	var entries []entry
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		f := strings.Split(line, "\t")
		if i == 0 || len(f) < 4 {
			continue
		}
		name := f[0] + "/" + strings.ReplaceAll(f[1]+"/"+f[3], "/", "__")
		entries = append(entries, entry{f[0], f[1], f[3], name})
	}
	return entries, nil
}

// layOut copies the files to owner/repo/path and makes every repository one.
func layOut(dir, work string, entries []entry) ([]string, error) {
	var repos []string
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(e.name)))
		if err != nil {
			return nil, err
		}
		to := filepath.Join(work, filepath.FromSlash(e.repo), filepath.FromSlash(e.path))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(to, text, 0o600); err != nil {
			return nil, err
		}
		if !slices.Contains(repos, e.repo) {
			repos = append(repos, e.repo)
			if err := os.MkdirAll(filepath.Join(work, filepath.FromSlash(e.repo), ".git"), 0o755); err != nil {
				return nil, err
			}
		}
	}
	slices.Sort(repos)
	return repos, nil
}

type found struct {
	Rule, Severity, Confidence, Message, Lowered, Key, Written, RepoFile string
	Line, Column                                                         int
}

// outcome is what a run says of one file.
type outcome struct {
	Status, Reason, Format string
	Components             int
	findings               []found
}

func lint(binary, work, repo string, entries []entry, results map[string]*outcome) error {
	cmd := exec.Command(binary, "lint", "--format", "json", "--fail-on", "never", "--allow-empty", "--no-ignore")
	cmd.Dir = filepath.Join(work, filepath.FromSlash(repo))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%w: %.2000s", err, stderr.String())
	}
	var report struct {
		Findings []found
		Files    []struct {
			Path, Format, Status, Reason string
			Components                   int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return err
	}
	byPath := make(map[string]*outcome)
	for _, f := range report.Files {
		byPath[f.Path] = &outcome{Status: f.Status, Reason: f.Reason, Format: f.Format, Components: f.Components}
	}
	for _, f := range report.Findings {
		if o := byPath[f.RepoFile]; o != nil {
			o.findings = append(o.findings, f)
		}
	}
	for _, e := range entries {
		if e.repo != repo {
			continue
		}
		o := byPath[e.path]
		if o == nil {
			return fmt.Errorf("%s is not in the report", e.path)
		}
		if o.Status != "linted" && o.Reason == "" {
			return fmt.Errorf("%s is %s without a reason", e.path, o.Status)
		}
		results[e.name] = o
	}
	return nil
}

// table prints what became of the files of each format.
func table(entries []entry, results map[string]*outcome) {
	type row struct{ files, linted, skipped, failed, components, errors, warnings, infos int }
	rows := make(map[string]*row)
	total := &row{}
	for _, e := range entries {
		o := results[e.name]
		if o == nil {
			continue
		}
		if rows[e.format] == nil {
			rows[e.format] = &row{}
		}
		for _, r := range []*row{rows[e.format], total} {
			r.files++
			r.components += o.Components
			switch o.Status {
			case "linted":
				r.linted++
			case "skipped":
				r.skipped++
			default:
				r.failed++
			}
			for _, f := range o.findings {
				switch f.Severity {
				case "error":
					r.errors++
				case "warning":
					r.warnings++
				default:
					r.infos++
				}
			}
		}
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "format\tfiles\tlinted\tskipped\tfailed\tcomponents\terrors\twarnings\tinfos")
	var formats []string
	for f := range rows {
		formats = append(formats, f)
	}
	slices.Sort(formats)
	for _, f := range append(formats, "total") {
		r := rows[f]
		if f == "total" {
			r = total
		}
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", f, r.files, r.linted, r.skipped, r.failed, r.components, r.errors, r.warnings, r.infos)
	}
	w.Flush()
}

func list(file string, entries []entry, results map[string]*outcome) error {
	var out bytes.Buffer
	for _, e := range entries {
		o := results[e.name]
		if o == nil {
			continue
		}
		if o.Status != "linted" {
			fmt.Fprintf(&out, "%s: %s: %s\n", e.name, o.Status, o.Reason)
		}
		for _, f := range o.findings {
			fmt.Fprintf(&out, "%s:%d:%d: %s[%s] %s (%s)\n", e.name, f.Line, f.Column, f.Severity, f.Rule, f.Message, f.Lowered)
		}
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

type label struct {
	File        string
	MustFlag    []mark `json:"must_flag"`
	MustNotFlag []mark `json:"must_not_flag"`
}

type mark struct {
	Key, Why string
	Line     int
}

// labels counts what the labels say must and must not be reported: those of the
// collection, and those that are kept beside this program.
func labels(file string, results map[string]*outcome, verbose bool) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var hits, misses, wrong, files int
	for line := range strings.Lines(string(text)) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		var l label
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			return err
		}
		files++
		o := results[l.File]
		if o == nil {
			fmt.Printf("label for %s, which is not in the collection\n", l.File)
			continue
		}
		for _, m := range l.MustFlag {
			if slices.ContainsFunc(o.findings, func(f found) bool { return f.Line == m.Line || about(f, m) && f.Key == m.Key }) {
				hits++
				continue
			}
			misses++
			if verbose {
				fmt.Printf("MISS  %s:%d %s: %s\n", l.File, m.Line, m.Key, m.Why)
			}
		}
		for _, m := range l.MustNotFlag {
			for _, f := range o.findings {
				if f.Severity != "info" && about(f, m) {
					wrong++
					if verbose {
						fmt.Printf("FALSE %s:%d %s[%s] %s (label: %s)\n", l.File, f.Line, f.Severity, f.Rule, f.Message, m.Why)
					}
				}
			}
		}
	}
	fmt.Printf("%s, %d files: %d hits, %d misses, %d false positives\n", file, files, hits, misses, wrong)
	return nil
}

// about reports whether a finding is about what a label names: the key in any spelling.
func about(f found, m mark) bool {
	if m.Key == "<file>" {
		return strings.HasPrefix(f.Rule, "KL00")
	}
	key := strings.Trim(m.Key, `"' :`)
	return f.Key == key || f.Written == key || strings.HasSuffix(f.Written, "."+key) || strings.HasSuffix(f.Key, "."+key)
}
