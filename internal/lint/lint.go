// Package lint is the way of a file through kcfglint as one function: discover, parse,
// resolve, evaluate, suppress.
package lint

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/kcfglint/kcfglint/internal/buildfile"
	"github.com/kcfglint/kcfglint/internal/config"
	"github.com/kcfglint/kcfglint/internal/discover"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse"
	"github.com/kcfglint/kcfglint/internal/report"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

// Options says what to lint and how. The zero value lints the working directory.
type Options struct {
	Dir   string   // working directory; "" is the process's
	Paths []string // files and folders; none is Dir, "-" is Stdin
	// Stdin is read for the path "-", as a file of the name StdinName.
	Stdin     io.Reader
	StdinName string

	Config *config.Config // nil is the default one
	// Select, Ignore and Severities change which rules run, before what the config says.
	Select, Ignore []string
	Severities     map[string]finding.Severity
	// Client and Versions are given for all files; model.Version.Evidence says how.
	Client   string
	Versions map[string]model.Version
	// Upgrade, if not nil, reports what it changes and nothing else.
	Upgrade *Upgrade
	// Exclude holds globs of paths below the repository root.
	Exclude  []string
	NoIgnore bool
	// Jobs is how many files and components are worked on at a time; 0 is one a processor.
	Jobs int
	// NoSuppress reports what suppressions would hide.
	NoSuppress bool
}

// Result is what a run found.
type Result struct {
	Findings   []finding.Finding
	Suppressed []finding.Finding
	Files      []report.File
	Summary    report.Summary
	Rules      []report.Rule // those that were selected
	Components []*model.Component
	All        []*model.Component // with those of files that were read as context; only Examine fills it in
	// Errors are failures of the linter itself: rules that failed. They cost no other
	// rule's findings.
	Errors []error
	// Unplaced counts the components of which an upgrade is not known to begin at a version.
	Unplaced int
	// Missing are arguments that do not exist or cannot be opened.
	Missing error

	parsed  map[string]*parse.Result
	masked  maskedLine
	secrets map[string][]model.Span
}

// Run lints. The error is for what makes the whole run impossible.
func Run(ctx context.Context, opts Options) (*Result, error) {
	r, err := read(ctx, opts)
	if err != nil {
		return nil, err
	}
	evaluate := r.evaluate
	if r.Upgrade != nil {
		evaluate = r.upgrade
	}
	if err := evaluate(ctx); err != nil {
		return nil, err
	}
	r.finish()
	return r.result, ctx.Err()
}

// read begins a run and reads all that it is about.
func read(ctx context.Context, opts Options) (*run, error) {
	r, err := newRun(opts)
	if err != nil {
		return nil, err
	}
	if err := r.discover(); err != nil {
		return nil, err
	}
	r.parse(ctx)
	r.resolve()
	return r, nil
}

// Parse goes as far as the components that the rules would see.
func Parse(ctx context.Context, opts Options) (*Result, error) {
	r, err := read(ctx, opts)
	if err != nil {
		return nil, err
	}
	for _, f := range r.files {
		if !f.context {
			r.result.Components = append(r.result.Components, f.result.Components...)
		}
	}
	r.fileReports()
	return r.result, ctx.Err()
}

// run is the state of one run.
type run struct {
	Options
	root     string
	config   *config.Config
	rules    *ruleSet
	files    []*file
	findings []finding.Finding
	result   *Result
	large    sync.Mutex // held to parse a large file: memory for one is enough
}

// largeSize is the size in bytes from which on files are parsed one after the other, and
// largePercent is how much garbage there may be meanwhile, in percent of what is in use.
const (
	largeSize    = 1 << 20
	largePercent = 50
)

// file is one file on its way.
type file struct {
	discover.File
	// context: read for what other files need to know of it, not reported on.
	context bool
	data    []byte // of standard input
	err     error  // it could not be read
	failure error  // we failed on it
	result  *parse.Result
}

func newRun(opts Options) (*run, error) {
	r := &run{Options: opts, config: opts.Config, result: &Result{parsed: make(map[string]*parse.Result)}}
	if r.Dir == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, err
		}
		r.Dir = dir
	}
	if r.config == nil {
		r.config = config.Default()
	}
	if r.Jobs <= 0 {
		r.Jobs = runtime.GOMAXPROCS(0)
	}
	r.root = discover.Root(r.Dir)
	var err error
	r.rules, err = newRuleSet(opts, r.config)
	return r, err
}

// discover lists the files. Where single files are named, the rest of the repository is
// read as their context.
func (r *run) discover() error {
	paths := slices.DeleteFunc(slices.Clone(r.Paths), func(p string) bool { return p == "-" })
	if len(r.Paths) == 0 {
		paths = []string{"."}
	}
	if slices.Contains(r.Paths, "-") {
		data, err := io.ReadAll(io.LimitReader(r.Stdin, parse.MaxSize+1))
		if err != nil {
			return err
		}
		name := filepath.ToSlash(r.StdinName)
		if name == "" {
			name = "stdin"
		}
		r.files = append(r.files, &file{File: discover.File{Name: name, Repo: r.repoFile(name), Named: true}, data: data})
	}
	options := discover.Options{Dir: r.Dir, Root: r.root, NoIgnore: r.NoIgnore, Exclude: r.excluded}
	found, err := discover.Files(paths, options)
	r.result.Missing = err
	named, stdin := false, ""
	if len(r.files) > 0 {
		stdin = r.files[0].Name
	}
	for _, f := range found {
		named = named || f.Named
		if stdin == "" || f.Name != stdin {
			r.files = append(r.files, &file{File: f})
		}
	}
	if !named {
		return nil
	}
	have := make(map[string]bool, len(r.files))
	for _, f := range r.files {
		have[f.Name] = true
	}
	context, err := r.surroundings(found, options)
	for _, f := range context {
		if !have[f.Name] {
			r.files = append(r.files, &file{File: f, context: true})
		}
	}
	return err
}

// maxLoose is how many files a working directory that is no repository may hold to be
// read as context: a file may be named from a home folder.
const maxLoose = 5_000

// surroundings lists the files that single files are read with: those of the repository.
// Outside of one it is those of the working directory; if these are too many or no named file
// is among them, those beside the named ones.
func (r *run) surroundings(named []discover.File, options discover.Options) ([]discover.File, error) {
	if !discover.IsRepository(r.root) {
		options.Limit = maxLoose
	}
	if slices.ContainsFunc(named, func(f discover.File) bool { return f.Named && filepath.IsLocal(filepath.FromSlash(f.Repo)) }) {
		files, err := discover.Files([]string{r.root}, options)
		if !errors.Is(err, discover.ErrLimit) {
			return files, err
		}
	}
	options.Flat, options.Limit = true, maxLoose
	var folders []string
	for _, f := range named {
		if dir := filepath.Dir(f.Path); f.Named && !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
	}
	files, err := discover.Files(folders, options)
	if errors.Is(err, discover.ErrLimit) {
		return nil, nil
	}
	return files, err
}

// repoFile returns the path below the repository root of a file named relative to the
// working directory.
func (r *run) repoFile(name string) string {
	full := filepath.FromSlash(name)
	if !filepath.IsAbs(full) {
		full = filepath.Join(r.Dir, full)
	}
	if rel, err := filepath.Rel(r.root, full); err == nil {
		return filepath.ToSlash(rel)
	}
	return name
}

// fileName is the opposite of repoFile: how a file of the repository is named in output.
func (r *run) fileName(repo string) string {
	if rel, err := filepath.Rel(r.Dir, filepath.Join(r.root, filepath.FromSlash(repo))); err == nil {
		return filepath.ToSlash(rel)
	}
	return repo
}

// parse reads the files, several at a time; the results stand in the order of the files.
func (r *run) parse(ctx context.Context) {
	r.each(ctx, len(r.files), func(i int) {
		f := r.files[i]
		f.failure = guard(f.Name, func() { r.read(f) })
	})
	for _, f := range r.files {
		if f.failure != nil {
			f.result = &parse.Result{Reason: "internal error"}
			r.result.Errors = append(r.result.Errors, f.failure)
		}
		if f.result == nil {
			f.result = &parse.Result{Reason: "not read"}
		}
		r.result.parsed[f.Name] = f.result
	}
}

// each does something for every number below n, several at a time. The same goroutines
// do all of it: evaluation needs a deep stack, which each of them grows only once.
func (r *run) each(ctx context.Context, n int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(r.Jobs, n) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

// guard turns a panic into an error that names what it was about, so that the run goes on.
func guard(what string, do func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error on %s: %v\n%s", what, p, debug.Stack())
		}
	}()
	do()
	return nil
}

func (r *run) read(f *file) {
	f.result = &parse.Result{}
	switch {
	case f.Skip != "":
		f.result.Reason = f.Skip
		return
	case !f.Named && !parse.Candidate(f.Name):
		f.result.Reason = "no configuration format has this file name"
		return
	}
	data := f.data
	if data == nil {
		if data, f.err = readFile(f.Path); f.err != nil {
			return
		}
	}
	client := r.Client
	if client == "" {
		client = r.config.For(f.Repo).Client
	}
	if len(data) >= largeSize {
		r.large.Lock()
		defer r.large.Unlock()
		defer debug.SetGCPercent(debug.SetGCPercent(largePercent))
	}
	f.result = parse.File(f.Name, data, parse.Options{Mappings: r.config.Mappings(f.Repo), Client: client})
}

// readFile reads at most one byte more than a configuration file may have.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, withoutPath(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, parse.MaxSize+1))
	return data, withoutPath(err)
}

// withoutPath takes the path out of an error: the finding names it already.
func withoutPath(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func (r *run) resolve() {
	var all []*model.Component
	stdin := "" // which lies in no folder
	for _, f := range r.files {
		all = append(all, f.result.Components...)
		if f.data != nil {
			stdin = f.Name
		}
	}
	builds := buildfile.New(r.root, r.fileName)
	defer builds.Close()
	resolve.Components(all, func(name string) resolve.Given {
		repo := r.repoFile(name)
		s := r.config.For(repo)
		given := resolve.Given{Versions: []map[string]model.Version{r.Versions, s.Versions}, DataClass: s.DataClass}
		if name != stdin {
			given.Built = func(of, client string) (model.Version, bool) { return builds.Version(repo, of, client) }
		}
		return given
	}, r.repoFile)
}
