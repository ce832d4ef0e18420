package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// flinkConfDialect reads flink-conf.yaml, the configuration file of Flink up to 1.20, and
// notes where its reader sees something else than YAML would.
var flinkConfDialect = Dialect{
	Name:     "flink-conf",
	Grammars: []Grammar{FlinkConf},
	Match:    isFlinkConf,
	Read:     func(d *Document, out *Output) { newLegacyConf(d).read(out) },
}

// isFlinkConf reports whether the file holds anything that is Flink's: read, or meant.
func isFlinkConf(d *Document) bool {
	for _, p := range d.Pairs {
		if known, _ := isFlinkKey(p.Key); known {
			return true
		}
	}
	return slices.ContainsFunc(newLegacyConf(d).blocks, func(b blockLine) bool {
		known, _ := isFlinkKey(b.path)
		return known
	})
}

// legacyConf is a flink-conf.yaml as Flink reads it, and as it was meant.
type legacyConf struct {
	*Document
	blocks   []blockLine
	meant    []string               // for each dropped line the key that it was meant to set, or ""
	comments map[int]syntax.Comment // by line, those after something else
}

func newLegacyConf(d *Document) *legacyConf {
	f := &legacyConf{Document: d, comments: make(map[int]syntax.Comment)}
	for _, c := range d.Comments {
		if !c.OwnLine {
			f.comments[c.Span.Start.Line] = c
		}
	}
	f.blocks, f.meant = flinkBlocks(d)
	return f
}

func (f *legacyConf) read(out *Output) {
	span := f.Source.Span(0, 0)
	if len(f.Pairs) > 0 {
		span = f.Pairs[0].KeySpan
	}
	c := out.Component(model.FlinkCluster, "", flinkFileName(f.Document), span)
	c.CodeMaySet = true
	if f.isTemplate() {
		c.Complete = model.Template
	}
	putFlink(c, f.entries())
	putFact(c, "@file", "flink-conf.yaml", span)
	f.facts(c)
}

// facts notes where the lines are read as something else than they were meant.
func (f *legacyConf) facts(c *model.Component) {
	f.nested(c)
	f.lines(c)
	f.values(c)
	duplicates(c, f.entries())
}

// entries are the lines that are read, but for those whose keys are filled in later.
func (f *legacyConf) entries() []flinkEntry {
	var entries []flinkEntry
	for _, p := range f.Pairs {
		if !isPlaceholder(p.Key) {
			entries = append(entries, flinkEntry{p.Key, p.Value, p.KeySpan, p.ValueSpan})
		}
	}
	return entries
}

// isTemplate reports whether lines may yet be filled in: an action of a template engine
// or a variable that stands where a setting would.
func (f *legacyConf) isTemplate() bool {
	for _, l := range f.Dropped {
		if strings.HasPrefix(l.Text, "$") || strings.Contains(l.Text, "{{") || strings.Contains(l.Text, "{%") {
			return true
		}
	}
	return slices.ContainsFunc(f.Pairs, func(p syntax.Pair) bool { return isPlaceholder(p.Key) })
}

// nested notes what stands within blocks: @conf.nested.<key> with the key that Flink
// reads instead as its value, or "" if it reads nothing.
func (f *legacyConf) nested(c *model.Component) {
	read := make(map[string]bool)
	for _, p := range f.Pairs {
		read[flinkCanonical(p.Key)] = true
	}
	for _, b := range f.blocks {
		key := flinkCanonical(b.path)
		if read[key] {
			continue
		}
		c.Add(model.Setting{Key: "@conf.nested." + key, Written: b.path, Value: b.read, KeySpan: b.key, ValueSpan: b.value})
	}
}

// lines notes dropped lines that were meant as settings: @conf.line.<key> with the key as
// its value.
func (f *legacyConf) lines(c *model.Component) {
	for i, l := range f.Dropped {
		if known, _ := isFlinkKey(f.meant[i]); known {
			key := flinkCanonical(f.meant[i])
			c.Add(model.Setting{Key: "@conf.line." + key, Written: f.meant[i], Value: key, KeySpan: l.Span, ValueSpan: l.Span})
		}
	}
}

// ownQuoting matches keys whose readers take quotes off: config.sh does for env.java.opts,
// StructuredOptionsSplitter for lists and maps.
var ownQuoting = lazyregexp.New(`^env\.|^(?:pipeline|yarn)\.|(?:jars|classpaths|annotations|labels|tolerations|node-selector|` +
	`secrets|parameters|additional|includes|excludes|patterns|dirs|files|artifacts)$`)

// values notes values that hold YAML's syntax, which Flink takes for part of them:
// @conf.quoted.<key> for quotes, @conf.yaml.<key> for a block scalar, an alias or a flow
// collection, and @conf.cut.<key> where a number sign within the value ends it.
func (f *legacyConf) values(c *model.Component) {
	for _, p := range f.Pairs {
		key := flinkCanonical(p.Key)
		k := catalog.Lookup(catalog.Flink, model.FlinkCluster, key)
		list := ownQuoting.MatchString(key) || k != nil && k.Type == catalog.List
		switch {
		case f.isCut(p):
			confFact(c, "@conf.cut.", flinkEntry{p.Key, p.Value, p.KeySpan, p.ValueSpan})
		case list || isPlaceholder(p.Value):
		case isQuoted(p.Value):
			confFact(c, "@conf.quoted.", flinkEntry{p.Key, p.Value, p.KeySpan, p.ValueSpan})
		case yamlSyntax.MatchString(p.Value):
			confFact(c, "@conf.yaml.", flinkEntry{p.Key, p.Value, p.KeySpan, p.ValueSpan})
		}
	}
}

// confFact adds a fact about an entry, without what is secret in its value. The key follows
// the fact's name.
func confFact(c *model.Component, name string, e flinkEntry) {
	key := flinkCanonical(e.key)
	s := model.Setting{
		Key: name + key, Written: e.key, Value: maskUserInfo(maskFlink(e.value)), KeySpan: e.keySpan, ValueSpan: e.valueSpan,
	}
	if catalog.IsSecret(key) || catalog.IsSecret(e.key) {
		s.Value, s.Secret = "", &model.Secret{Known: true}
	}
	c.Add(s)
}

var yamlSyntax = lazyregexp.New(`^(?:[|>][+-]?\d?|[*&][\w-]+.*|\[.*\]|\{.*\})$`)

func isQuoted(value string) bool {
	return len(value) > 1 && (value[0] == '"' || value[0] == '\'') && value[len(value)-1] == value[0]
}

// isCut reports whether the number sign after a value was meant as part of it: there is
// no blank around it, or it stands within quotes.
func (f *legacyConf) isCut(p syntax.Pair) bool {
	comment, ok := f.comments[p.ValueSpan.Start.Line]
	if !ok {
		return false
	}
	quote := p.Value[:1]
	within := (quote == `"` || quote == "'") && strings.Count(p.Value, quote) == 1 && strings.Contains(comment.Text, quote)
	next := comment.Span.Start.Offset + 1
	tight := comment.Span.Start.Offset == p.ValueSpan.End.Offset && next < comment.Span.End.Offset && f.Source.File.Text[next] > ' '
	return within || tight
}

// duplicates notes occurrences that another one with another value overrides, under the
// same name or under another one of the key: @conf.duplicate.<key> at what has no
// effect, with the value that has.
func duplicates(c *model.Component, entries []flinkEntry) {
	effective := make(map[string]flinkEntry)
	for _, e := range byPrecedence(entries) {
		effective[flinkCanonical(e.key)] = e
	}
	for _, e := range entries {
		if counts := effective[flinkCanonical(e.key)]; counts.value != e.value {
			confFact(c, "@conf.duplicate.", flinkEntry{e.key, counts.value, e.keySpan, e.valueSpan})
		}
	}
}

// flinkFileName is what to call the cluster of a configuration file.
func flinkFileName(d *Document) string {
	base := d.Base()
	if i := strings.IndexByte(base, '.'); i > 0 {
		base = base[:i]
	}
	return base
}
