// Package config reads .kcfglint.yaml: which rules apply to which files, what software
// they are for, and what to leave out.
package config

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// FileName is the name of the configuration file; ".yml" is taken as well.
const FileName = ".kcfglint.yaml"

// maxSize is the size in bytes above which a file is no configuration file.
const maxSize = 1 << 20

// Known reports whether a name is that of a rule or a group of rules. If it is not, it
// returns the nearest name that is, or "".
type Known func(name string) (suggestion string, ok bool)

// Config is what a configuration file says. It is not changed once it is loaded, and may
// be used by several goroutines.
type Config struct {
	// Name is the file, slash-separated and relative to the working directory where that
	// is possible; "" if there is none.
	Name string
	// base is the folder of the file below the repository root; "" is the root.
	base    string
	exclude []string
	// blocks hold the settings: first those for all files, then those of "paths".
	blocks []*block
	// settings caches For by path.
	settings sync.Map
}

// Default returns the configuration that holds where there is no file.
func Default() *Config { return &Config{} }

// Find returns the nearest configuration file: that of dir or of a folder above it, up to
// the repository root. It returns "" if there is none.
func Find(dir string) string {
	root := repository(dir)
	if root == "" {
		root = dir
	}
	for {
		for _, name := range []string{FileName, strings.TrimSuffix(FileName, ".yaml") + ".yml"} {
			file := filepath.Join(dir, name)
			if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
				return file
			}
		}
		if dir == root || dir == filepath.Dir(dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

// repository returns the nearest folder at or above dir that holds .git, "" if there is none.
func repository(dir string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

// Load reads a configuration file. The error joins all that is wrong with it, each with
// file, line and column.
func Load(name string, known Known) (*Config, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxSize {
		return nil, fmt.Errorf("%s: larger than %d bytes", name, maxSize)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	c, err := Parse(shown(name), string(text), known)
	if err != nil {
		return nil, err
	}
	if full, err := filepath.Abs(name); err == nil {
		c.base = below(repository(filepath.Dir(full)), filepath.Dir(full))
	}
	return c, nil
}

// shown returns a file's name as findings name files.
func shown(name string) string {
	if filepath.IsAbs(name) {
		if dir, err := os.Getwd(); err == nil {
			if rel, err := filepath.Rel(dir, name); err == nil {
				name = rel
			}
		}
	}
	return filepath.ToSlash(name)
}

// below returns the path of a folder below the root; "" for the root itself.
func below(root, dir string) string {
	rel, err := filepath.Rel(root, dir)
	if err != nil || root == "" || rel == "." {
		return ""
	}
	return filepath.ToSlash(rel)
}

// Parse reads the text of a configuration file that lies in the repository root. It
// fails as Load does.
func Parse(name, text string, known Known) (*Config, error) {
	d := &decoder{known: known}
	docs, errs := syntax.ParseYAML(syntax.NewSource(syntax.NewFile(name, strings.TrimPrefix(text, "\ufeff"))))
	d.errs = errs
	c := &Config{Name: name}
	if len(docs) > 1 {
		d.errorf(docs[1].Span, "a configuration file is one document")
	}
	if len(docs) > 0 && docs[0].Root != nil {
		d.document(docs[0].Root, c)
	}
	slices.SortStableFunc(d.errs, func(a, b *syntax.Error) int { return cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset) })
	joined := make([]error, 0, len(d.errs))
	for _, e := range d.errs {
		joined = append(joined, e)
	}
	if err := errors.Join(joined...); err != nil {
		return nil, err
	}
	return c, nil
}

// Folder returns the folder of the configuration file as a path below the repository
// root; "" is the root. Its globs are relative to it.
func (c *Config) Folder() string { return c.base }

// relative returns a path below the repository root as a path relative to the folder of
// the configuration file.
func (c *Config) relative(repoPath string) string {
	if c.base == "" {
		return repoPath
	}
	rel, err := filepath.Rel(filepath.FromSlash(c.base), filepath.FromSlash(repoPath))
	if err != nil {
		return repoPath
	}
	return filepath.ToSlash(rel)
}

// Excluded reports whether a file or folder, named by its path below the repository
// root, is left out.
func (c *Config) Excluded(repoPath string) bool { return matchAny(c.exclude, c.relative(repoPath)) }

// Mappings returns those that apply to a file, named by its path below the repository root.
func (c *Config) Mappings(repoPath string) []parse.Mapping {
	var found []parse.Mapping
	name := c.relative(repoPath)
	for _, b := range c.blocks {
		for _, m := range b.mappings {
			if b.applies(name) && scopeMatches(m.scope, name) {
				found = append(found, m.Mapping)
			}
		}
	}
	return found
}

// Ignore is an entry that suppresses findings.
type Ignore struct {
	// Key is the canonical or the written key of the findings; "" is any.
	Key string
	// Rule is the id, name or group of the rules, as it is written.
	Rule   string
	Reason string
	Span   model.Span // of the rule in the configuration file
	match  func(repoPath string) bool
}

// Match reports whether the entry is about a file, named by its path below the
// repository root.
func (i *Ignore) Match(repoPath string) bool { return i.match(repoPath) }

// Ignores returns all entries, those of "paths" included, in the order of the file.
func (c *Config) Ignores() []Ignore {
	var all []Ignore
	for _, b := range c.blocks {
		for _, entry := range b.ignore {
			i := entry.Ignore
			i.match = func(repoPath string) bool {
				name := c.relative(repoPath)
				return b.applies(name) && scopeMatches(entry.scope, name)
			}
			all = append(all, i)
		}
	}
	return all
}

// Mentions reports whether a rule of one of these names or groups is set to a level other
// than off for any path.
func (c *Config) Mentions(names ...string) bool {
	for _, b := range c.blocks {
		if level, ok := b.level(names); ok && level > 0 {
			return true
		}
	}
	return false
}

// HasWorkload reports whether one of the workloads may be that of a path.
func (c *Config) HasWorkload(names []string) bool {
	return slices.Contains(names, Durability) || slices.ContainsFunc(c.blocks, func(b *block) bool {
		return b.workload != nil && slices.Contains(names, b.workload.value)
	})
}

// Match reports whether a slash-separated path, or a folder above it, matches a glob.
// Globs are read as .gitignore reads them: one without a slash matches at any depth, and
// a slash at the start or within ties it to where the paths begin.
func Match(glob, name string) bool { return matchAny([]string{cleanGlob(glob)}, name) }

// matchAny is Match for globs that went through cleanGlob.
func matchAny(globs []string, name string) bool {
	for _, g := range globs {
		if doublestar.MatchUnvalidated(g, name) || doublestar.MatchUnvalidated(g+"/**", name) {
			return true
		}
	}
	return false
}

// scopeMatches is matchAny for globs of which none stands for every file.
func scopeMatches(globs []string, name string) bool { return len(globs) == 0 || matchAny(globs, name) }

// ValidGlob reports whether a glob is well-formed.
func ValidGlob(glob string) bool { return doublestar.ValidatePattern(glob) }

// cleanGlob brings a glob into the form that doublestar matches whole paths against.
func cleanGlob(glob string) string {
	clean := strings.TrimPrefix(path.Clean(glob), "/")
	switch {
	case clean == "" || clean == ".":
		return "**"
	case strings.Contains(strings.TrimRight(glob, "/"), "/"):
		return clean
	}
	return "**/" + clean
}
