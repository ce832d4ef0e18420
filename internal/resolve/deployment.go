package resolve

import (
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// A repository often holds several deployments of the same things: a development and a
// production environment, or examples that have nothing to do with one another. Names are
// shared between them as a matter of course, and nothing follows from it.

// stageWords, as whole words of a path, name an environment.
var stageWords = []string{"dev", "devel", "development", "local", "qa", "uat", "sit", "int", "integration", "ci", "stage", "staging",
	"stg", "pre", "preprod", "preproduction", "prd", "prod", "production", "live", "sandbox", "sbx", "perf", "dr"}

// stageFolders hold a folder or a file for each environment.
var stageFolders = []string{"overlays", "environments", "environment", "envs", "env", "stages", "clusters", "regions", "profiles", "tenants"}

// trialWords mark what only tests read.
var trialWords = []string{"test", "tests", "testing", "e2e"}

// exampleFolders hold a folder for each example.
var exampleFolders = []string{"examples", "example", "samples", "sample", "demos", "tutorials", "playground", "quickstarts"}

// deployments notes of each component to which deployment it belongs, as far as paths,
// profiles and the folders of Compose projects tell.
func deployments(all []*model.Component, repoFile func(file string) string) {
	projects := make(map[string]bool) // folders that have a cluster of their own
	repo := make(map[string]string)
	for _, c := range all {
		if _, ok := repo[c.File]; !ok {
			repo[c.File] = repoFile(c.File)
		}
		if c.Kind == model.Broker && c.Dialect == "compose" {
			projects[path.Dir(repo[c.File])] = true
		}
	}
	if len(projects) == 1 {
		clear(projects) // whatever is in the repository may be for it
	}
	type deployment struct{ place, stage string }
	seen := make(map[string]deployment)
	for _, c := range all {
		d, ok := seen[c.File]
		if !ok {
			d = deployment{place(repo[c.File], projects), stage(repo[c.File])}
			seen[c.File] = d
		}
		c.Place, c.Stage = d.place, d.stage
		if profile := c.Get("@profile"); profile != nil && c.Stage == "" {
			c.Stage = strings.ToLower(profile.Value)
		}
	}
}

// place is the deepest folder above a file that stands for itself: that of a Compose
// project with brokers, which have a network of their own, and that of an example. Tests
// are a place of their own.
func place(file string, projects map[string]bool) string {
	found := ""
	segments := strings.Split(file, "/")
	if projects["."] {
		found = "."
	}
	for i := range len(segments) - 1 {
		folder := strings.Join(segments[:i+1], "/")
		if projects[folder] || i > 0 && slices.Contains(exampleFolders, strings.ToLower(segments[i-1])) {
			found = folder
		}
	}
	for _, segment := range segments {
		if hasWord(segment, trialWords) != "" {
			return found + " (tests)"
		}
	}
	return found
}

// stage is the environment that a path names, "" if it names none.
func stage(file string) string {
	var found []string
	segments := strings.Split(strings.ToLower(file), "/")
	for i, segment := range segments {
		switch word := hasWord(segment, stageWords); {
		case i > 0 && slices.Contains(stageFolders, segments[i-1]):
			name, _, _ := strings.Cut(segment, ".")
			found = append(found, name)
		case word != "":
			found = append(found, word)
		}
	}
	return strings.Join(slices.Compact(found), "/")
}

// hasWord returns the first of some words that stands in a name by itself.
func hasWord(name string, words []string) string {
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') }) {
		if slices.Contains(words, w) {
			return w
		}
	}
	return ""
}
