package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse"
)

// The workloads: what the user would rather have where not everything can be had.
const (
	Durability = "durability"
	Latency    = "latency"
	Throughput = "throughput"
	Cost       = "cost"
)

// Workloads lists the workloads; the first is the default.
func Workloads() []string { return []string{Durability, Latency, Throughput, Cost} }

// kafkaRelease is the version that stands for clients, brokers and workers together.
const kafkaRelease = "kafka"

// versionKeys lists what a version can be given for.
func versionKeys() []string {
	return append([]string{kafkaRelease}, model.Software()...)
}

// ParseVersion reads a version that a user gives. The oldest that is accepted is Kafka 0.11
// and Flink 1.13; other software counts its versions in its own way.
func ParseVersion(of, text string) ([]int, error) {
	number, err := catalog.ParseVersion(text)
	if err != nil {
		return nil, err
	}
	oldest := map[string][]int{kafkaRelease: {0, 11}, model.OfBroker: {0, 11}, model.OfConnect: {0, 11}, model.OfFlink: {1, 13}}[of]
	if catalog.Compare(number, oldest) < 0 {
		return nil, fmt.Errorf("%q is too old: nothing is known of versions before %s", text, catalog.Format(oldest))
	}
	return number, nil
}

// text is a value that is written in the configuration file.
type text struct {
	value string
	at    model.Span
}

func (t *text) origin() string { return origin(t.at) }

// origin returns file:line.
func origin(at model.Span) string { return fmt.Sprintf("%s:%d", at.File, at.Start.Line) }

// block is a part of the file that holds for some paths.
type block struct {
	globs         []string // none is every file
	rules         []ruleLevel
	versions      map[string]text
	client        *text
	workload      *text
	dataClass     *text
	requireReason *text
	ignore        []ignoreEntry
	mappings      []mappingEntry
}

type ruleLevel struct {
	name  text
	level finding.Severity
}

type ignoreEntry struct {
	Ignore
	scope []string
}

type mappingEntry struct {
	parse.Mapping
	scope []string
}

func (b *block) applies(name string) bool { return scopeMatches(b.globs, name) }

// level returns the level that the block gives to a rule, by the first of its names that
// the block has. A name that stands there twice, in capitals and not, counts last.
func (b *block) level(names []string) (finding.Severity, bool) {
	for _, name := range names {
		for _, r := range slices.Backward(b.rules) {
			if strings.EqualFold(r.name.value, name) {
				return r.level, true
			}
		}
	}
	return finding.Off, false
}

// Settings is what the configuration says of one file. It must not be changed.
type Settings struct {
	Client    string // "" is what the files themselves show
	Workload  string
	DataClass string // "" is none
	// Versions are by what they are of: model.OfClient and the like.
	Versions      map[string]model.Version
	RequireReason bool
	// Values lists all of it, with the place each value comes from.
	Values []Value

	blocks []*block
}

// Value is one setting of the configuration.
type Value struct {
	Key, Value string
	// Origin is file:line, or "default".
	Origin string
}

// Level returns the level that a rule is given, and false if none is. The names are those
// of the rule from the most to the least specific: id, name, former names, group. The
// last part of the file that names the rule in any way decides.
func (s *Settings) Level(names ...string) (finding.Severity, bool) {
	for _, b := range slices.Backward(s.blocks) {
		if level, ok := b.level(names); ok {
			return level, true
		}
	}
	return finding.Off, false
}

// For returns what applies to a file, named by its path below the repository root.
func (c *Config) For(repoPath string) *Settings {
	if s, ok := c.settings.Load(repoPath); ok {
		return s.(*Settings)
	}
	s, _ := c.settings.LoadOrStore(repoPath, c.merge(c.relative(repoPath)))
	return s.(*Settings)
}

// merge puts together the parts of the file that are about a path; later ones win.
func (c *Config) merge(name string) *Settings {
	s := &Settings{Workload: Durability, Versions: make(map[string]model.Version)}
	values := map[string]Value{"workload": {"workload", Durability, "default"}}
	set := func(key string, t *text) {
		values[key] = Value{key, t.value, t.origin()}
	}
	versions := make(map[string]text)
	for _, b := range c.blocks {
		if !b.applies(name) {
			continue
		}
		s.blocks = append(s.blocks, b)
		for _, o := range []struct {
			key   string
			value *text
			to    *string
		}{{"client", b.client, &s.Client}, {"workload", b.workload, &s.Workload}, {"data-class", b.dataClass, &s.DataClass}} {
			if o.value != nil {
				*o.to = o.value.value
				set(o.key, o.value)
			}
		}
		if b.requireReason != nil {
			s.RequireReason = b.requireReason.value == "true"
			set("require-reason", b.requireReason)
		}
		for of, t := range b.versions {
			versions[of] = t
			set("versions."+of, &t)
		}
		for _, r := range b.rules {
			set("rules."+r.name.value, &text{r.level.String(), r.name.at})
		}
	}
	s.versions(versions)
	for _, v := range values {
		s.Values = append(s.Values, v)
	}
	slices.SortFunc(s.Values, func(a, b Value) int { return cmp.Compare(a.Key, b.Key) })
	return s
}

// versions fills in the versions. One that is given for Kafka counts for its brokers, its
// Connect workers and its own client.
func (s *Settings) versions(given map[string]text) {
	for of, t := range given {
		number, err := catalog.ParseVersion(t.value)
		if err != nil {
			continue // it was checked when it was read
		}
		v := model.Version{Number: number, Evidence: fmt.Sprintf("versions.%s at %s", of, t.origin())}
		if of != kafkaRelease {
			s.Versions[of] = v
			continue
		}
		v.OfKafka = true
		for _, of := range []string{model.OfClient, model.OfBroker, model.OfConnect} {
			if _, ok := given[of]; !ok {
				s.Versions[of] = v
			}
		}
	}
}
