package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// flinkProperties is the variable whose lines the start script of Flink's images adds to the
// configuration file.
const flinkProperties = "FLINK_PROPERTIES"

// The readers of FLINK_PROPERTIES: up to 1.18 the script appends the lines to flink-conf.yaml,
// from 1.19 on it takes them apart itself.
type flinkEnvReader int

const (
	anyEnvReader    flinkEnvReader = iota // the version is not known
	appendedLines                         // up to 1.18
	dynamicLines                          // from 1.19 on, over a configuration file that may be flink-conf.yaml
	standardDynamic                       // from 1.19 on, over the image's own config.yaml
)

// flinkEnv is the text of FLINK_PROPERTIES in both readings.
type flinkEnv struct {
	*legacyConf
	lines   []syntax.Pair // as from 1.19 on
	doubled bool          // two dollar signs stand for one
	told    bool          // its comments are noted
	address string        // of the JobManager that is named, "" if it is not known
}

// untold returns the comments, once. What stands behind a value is one up to 1.18 only.
func (f *flinkEnv) untold(reader flinkEnvReader) []syntax.Comment {
	if f.told {
		return nil
	}
	f.told = true
	return slices.DeleteFunc(slices.Clone(f.Comments), func(c syntax.Comment) bool { return !c.OwnLine && reader != appendedLines })
}

func readFlinkEnv(src *syntax.Source, doubled bool) *flinkEnv {
	src, _ = head(src)
	d := &Document{Source: src}
	d.Pairs, d.Dropped, d.Comments = syntax.ParseFlinkConf(src)
	f := &flinkEnv{legacyConf: newLegacyConf(d), lines: syntax.ParseFlinkEnv(src), doubled: doubled}
	for _, p := range f.lines {
		if p.Key == "jobmanager.rpc.address" && !isPlaceholder(p.Value) {
			f.address = p.Value
		}
	}
	return f
}

// halfDollars is what Compose leaves of two dollar signs.
func halfDollars(entries []flinkEntry) {
	for i := range entries {
		entries[i].value = strings.ReplaceAll(entries[i].value, "$$", "$")
	}
}

// fill puts what a reader makes of the lines into a component. Keys that win over them are
// in over.
func (f *flinkEnv) fill(c *model.Component, reader flinkEnvReader, over map[string]bool, skip func(key string) bool) {
	entries := f.entries(reader)
	if f.isTemplate() || slices.ContainsFunc(f.lines, func(p syntax.Pair) bool { return strings.Contains(p.Key, "$") }) {
		c.Complete = atMost(c.Complete, model.Template)
	}
	if f.doubled {
		halfDollars(entries)
	}
	lost, agreed := f.clashes(c, entries, reader, skip), f.agreed()
	for _, e := range byPrecedence(entries) {
		key := flinkCanonical(e.key)
		if skip(key) || isPlaceholder(e.key) || strings.HasPrefix(e.key, "@") {
			continue
		}
		s := model.Setting{Key: key, Written: e.key, Value: maskFlink(e.value), KeySpan: e.keySpan, ValueSpan: e.valueSpan, Notation: model.Flink}
		switch {
		case over[key]:
			s.State = model.Inherited // as a file's value is by an argument
		case lost[e.key] || reader == anyEnvReader && !agreed[e.keySpan]:
			s.State = model.Unknown
		}
		put(c, s)
	}
	f.traps(c, reader)
}

func (f *flinkEnv) entries(reader flinkEnvReader) []flinkEntry {
	pairs := f.lines
	if reader == appendedLines {
		pairs = f.Pairs
	}
	entries := make([]flinkEntry, 0, len(pairs))
	for _, p := range pairs {
		if p.Key[0] == '#' || p.Value == "" && reader == anyEnvReader {
			continue // a comment becomes a key that nothing reads
		}
		entries = append(entries, flinkEntry{p.Key, p.Value, p.KeySpan, p.ValueSpan})
	}
	return entries
}

// agreed returns the places of the keys whose values all versions read alike, blanks within
// them aside.
func (f *flinkEnv) agreed() map[model.Span]bool {
	values := make(map[model.Span]string, len(f.Pairs))
	for _, p := range f.Pairs {
		values[p.KeySpan] = strings.Join(strings.Fields(p.Value), "")
	}
	agreed := make(map[model.Span]bool, len(f.lines))
	for _, p := range f.lines {
		value, ok := values[p.KeySpan]
		agreed[p.KeySpan] = ok && value == p.Value && !spacedOptions.MatchString(p.Key)
	}
	return agreed
}

// spacedOptions match keys whose values are words with blanks between them.
var spacedOptions = lazyregexp.New(`^env\.java\.opts|^env\.ssh\.opts$|\.jvm-args$`)

// imageKeys are those of the config.yaml that the images come with, below which a key of
// FLINK_PROPERTIES may lie (flink-dist/src/main/resources/config.yaml).
var imageKeys = []string{"env.java.opts.all", "jobmanager.rpc.address", "jobmanager.execution.failover-strategy", "parallelism.default", "rest.address"}

// clashes notes keys that are the beginning of another one: from 1.19 on, the script writes
// config.yaml as a tree, where a name is a value or a branch (YamlParserUtils.
// convertAndDumpYamlFromFlatMap): @env.clash.<key> with the longer one. It returns the longer ones.
func (f *flinkEnv) clashes(c *model.Component, entries []flinkEntry, reader flinkEnvReader, skip func(string) bool) map[string]bool {
	if reader != standardDynamic {
		return nil
	}
	lost := make(map[string]bool)
	short := make(map[string]flinkEntry)
	for _, e := range entries {
		if e.value != "" {
			short[e.key] = e
		}
	}
	first := make(map[string]string)
	note := func(key string, own bool) {
		if len(key) > maxName {
			return // no key of Flink's
		}
		for i := range key {
			if key[i] != '.' {
				continue
			}
			if e, ok := short[key[:i]]; ok {
				lost[key] = lost[key] || own
				if first[e.key] == "" {
					first[e.key] = key
				}
			}
		}
	}
	for _, e := range entries {
		note(e.key, true)
	}
	for _, key := range imageKeys {
		note(key, false)
	}
	for _, e := range entries {
		if longer, ok := first[e.key]; ok && !skip(flinkCanonical(e.key)) {
			confFact(c, "@env.clash.", flinkEntry{e.key, longer, e.keySpan, e.valueSpan})
			delete(first, e.key)
		}
	}
	return lost
}

// traps notes where the lines are read as something else than they were meant.
func (f *flinkEnv) traps(c *model.Component, reader flinkEnvReader) {
	if reader == appendedLines {
		f.facts(c)
		return
	}
	read := make(map[string]bool)
	byLine := make(map[int]syntax.Pair)
	for _, p := range f.lines {
		read[flinkCanonical(p.Key)] = true
		byLine[p.KeySpan.Start.Line] = p
	}
	nested := func(path string, at model.Span) {
		p, key := byLine[at.Start.Line], flinkCanonical(path)
		if known, _ := isFlinkKey(path); known && !read[key] && p.Key != "" {
			c.Add(model.Setting{Key: "@env.nested." + key, Written: path, Value: p.Key, KeySpan: p.KeySpan, ValueSpan: p.ValueSpan})
		}
	}
	for _, b := range f.blocks {
		nested(b.path, b.key)
	}
	for i, path := range f.meant {
		if path != "" {
			nested(path, f.Dropped[i].Span)
		}
	}
	if reader != anyEnvReader {
		f.values(c)
	}
}

// values notes values with a comment behind them, which becomes part of them
// (@env.comment.<key>), with quotes around them (@env.quoted.<key>), and with words that run
// together (@env.joined.<key>).
func (f *flinkEnv) values(c *model.Component) {
	for _, p := range f.lines {
		key := flinkCanonical(p.Key)
		if p.Key[0] == '#' || p.Value == "" || isPlaceholder(p.RawValue) {
			continue
		}
		k := catalog.Lookup(catalog.Flink, model.FlinkCluster, key)
		e := flinkEntry{p.Key, p.Value, p.KeySpan, p.ValueSpan}
		switch {
		case strings.Contains(p.RawValue, " #"):
			confFact(c, "@env.comment.", e)
		case spacedOptions.MatchString(p.Key) && strings.ContainsAny(p.RawValue, " \t"):
			confFact(c, "@env.joined.", e)
		case isQuoted(p.Value) && !ownQuoting.MatchString(key) && (k == nil || k.Type != catalog.List):
			confFact(c, "@env.quoted.", e)
		}
	}
}
