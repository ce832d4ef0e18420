package lint

import (
	"os"
	"path/filepath"

	"github.com/kcfglint/kcfglint/internal/config"
	"github.com/kcfglint/kcfglint/internal/discover"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/suppress"
)

// excluded reports whether a flag or the config leaves a path out.
func (r *run) excluded(repoPath string, _ bool) bool {
	for _, glob := range r.Exclude {
		if config.Match(glob, repoPath) {
			return true
		}
	}
	return r.config.Excluded(repoPath)
}

// ignores are the config's entries that suppress findings.
func (r *run) ignores() []suppress.Ignore {
	var out []suppress.Ignore
	for _, entry := range r.config.Ignores() {
		span := entry.Span
		out = append(out, suppress.Ignore{
			Match: func(file string) bool { return entry.Match(r.repoFile(file)) }, Key: entry.Key, Rule: entry.Rule,
			Reason: entry.Reason, At: finding.Location{Span: span, RepoFile: r.repoFile(span.File)},
		})
	}
	return out
}

// RepoPath returns a path, which need not exist, relative to the root of the repository
// that the working directory is in.
func RepoPath(name string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	r := &run{Options: Options{Dir: dir}, root: discover.Root(dir)}
	return r.repoFile(filepath.ToSlash(name)), nil
}
