// Package discover finds the files of a run: what the arguments name and what lies below
// them, less what .gitignore files and excludes leave out.
package discover

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
)

// File is a file of the run.
type File struct {
	Path  string // to open it
	Name  string // slash-separated, relative to the working directory
	Repo  string // slash-separated, relative to the repository root
	Named bool   // an argument of its own, not found below one
	// Skip says why the file is not read; "" if it is.
	Skip string
}

// Options says what to leave out.
type Options struct {
	Dir      string // working directory, absolute
	Root     string // repository root, absolute
	NoIgnore bool   // take files that .gitignore names
	// Exclude reports whether a path relative to the root is left out; dir says that it
	// is a folder.
	Exclude func(repoPath string, dir bool) bool
	// Limit is how many files are looked at before Files gives up with ErrLimit; 0 is any
	// number.
	Limit int
	Flat  bool // leave out the folders within folders
}

// ErrLimit says that there are more files than Options.Limit.
var ErrLimit = errors.New("too many files")

// Root returns the nearest folder at or above dir that holds .git, else dir.
func Root(dir string) string {
	for d := dir; ; d = filepath.Dir(d) {
		if IsRepository(d) {
			return d
		}
		if d == filepath.Dir(d) {
			return dir
		}
	}
}

// IsRepository reports whether a folder is the root of a repository.
func IsRepository(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, ".git"))
	return err == nil
}

// Files returns the files that the arguments name or hold, each once, by path. An
// argument that does not exist or cannot be opened is an error; the rest is returned all
// the same.
func Files(args []string, opts Options) ([]File, error) {
	w := walker{Options: opts, seen: make(map[string]bool)}
	var errs []error
	for _, arg := range args {
		full := arg
		if !filepath.IsAbs(full) {
			full = filepath.Join(opts.Dir, arg)
		}
		info, err := os.Stat(full)
		switch {
		case err != nil:
			errs = append(errs, err)
		case info.IsDir():
			if err := readable(full); err != nil {
				errs = append(errs, err)
				continue
			}
			w.folder(full, w.above(full))
		case !info.Mode().IsRegular():
			w.add(full, true, "not a regular file")
		default:
			if f, err := os.Open(full); err != nil {
				errs = append(errs, err)
			} else {
				f.Close()
				w.add(full, true, "")
			}
		}
	}
	if w.full() {
		return nil, ErrLimit
	}
	slices.SortFunc(w.files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return w.files, errors.Join(errs...)
}

func readable(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return d.Close()
}

type walker struct {
	Options
	files []File
	seen  map[string]bool
}

// folder adds what lies in a folder, with the ignore patterns of the folders above it.
func (w *walker) folder(dir string, patterns []gitignore.Pattern) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.add(dir, false, err.Error())
		return
	}
	patterns = append(slices.Clip(patterns), w.patterns(dir)...)
	matcher := gitignore.NewMatcher(patterns)
	for _, e := range entries {
		full := filepath.Join(dir, e.Name())
		repo := w.repo(full)
		switch {
		case w.full(), e.IsDir() && w.Flat:
		case e.Name() == ".git", e.IsDir() && e.Name() == "node_modules":
		case !w.NoIgnore && len(patterns) > 0 && matcher.Match(strings.Split(repo, "/"), e.IsDir()):
		case w.Exclude != nil && w.Exclude(repo, e.IsDir()):
		case e.IsDir():
			w.folder(full, patterns)
		case e.Type()&fs.ModeSymlink != 0:
			w.add(full, false, "symbolic link")
		case !e.Type().IsRegular():
			w.add(full, false, "not a regular file")
		default:
			w.add(full, false, "")
		}
	}
}

func (w *walker) full() bool { return w.Limit > 0 && len(w.files) > w.Limit }

func (w *walker) add(full string, named bool, skip string) {
	full = filepath.Clean(full)
	if w.seen[full] {
		return
	}
	w.seen[full] = true
	w.files = append(w.files, File{Path: full, Name: w.name(full), Repo: w.repo(full), Named: named, Skip: skip})
}

// name returns a path relative to the working directory.
func (w *walker) name(full string) string { return relative(w.Dir, full) }

func (w *walker) repo(full string) string { return relative(w.Root, full) }

func relative(base, full string) string {
	if rel, err := filepath.Rel(base, full); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(full)
}

// above returns the ignore patterns of the repository and of the folders from its root
// down to, but without, dir.
func (w *walker) above(dir string) []gitignore.Pattern {
	if w.NoIgnore {
		return nil
	}
	patterns := read(filepath.Join(w.Root, ".git", "info", "exclude"), nil)
	rel := w.repo(dir)
	if rel == "." || strings.HasPrefix(rel, "..") {
		return patterns
	}
	folder := w.Root
	for _, name := range strings.Split(path.Clean(rel), "/") {
		patterns = append(patterns, w.patterns(folder)...)
		folder = filepath.Join(folder, name)
	}
	return patterns
}

// patterns returns those of a folder's own .gitignore.
func (w *walker) patterns(dir string) []gitignore.Pattern {
	if w.NoIgnore {
		return nil
	}
	var domain []string
	if rel := w.repo(dir); rel != "." {
		domain = strings.Split(rel, "/")
	}
	return read(filepath.Join(dir, ".gitignore"), domain)
}

func read(file string, domain []string) []gitignore.Pattern {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	var patterns []gitignore.Pattern
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			patterns = append(patterns, gitignore.ParsePattern(line, domain))
		}
	}
	return patterns
}
