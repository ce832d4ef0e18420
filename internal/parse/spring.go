package parse

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// springDialect reads the configuration of Spring Boot applications: spring.kafka.* and
// Spring Cloud Stream's Kafka binder, in YAML and properties files of any name.
var springDialect = Dialect{
	Name:     "spring",
	Grammars: []Grammar{YAML, Properties},
	Words:    []string{"spring"},
	Match: func(d *Document) bool {
		if d.Grammar == Properties {
			return slices.ContainsFunc(d.Pairs, func(p syntax.Pair) bool {
				return springDocument{properties: springProperties([]syntax.Pair{p})}.configures()
			})
		}
		return slices.ContainsFunc(d.stream(), func(d *Document) bool { return d.asSpring().configures() })
	},
	Read: readSpring,
}

// stream returns the documents of the YAML stream that the document stands for.
func (d *Document) stream() []*Document {
	if len(d.Stream) > 0 {
		return d.Stream
	}
	return []*Document{d}
}

// asSpring returns the document as Spring sees it, flattened once.
func (d *Document) asSpring() springDocument {
	if d.spring.root != d.Root || d.Root == nil {
		d.spring = springCache{d.Root, newSpringDocument(springTree(d.Root))}
	}
	return d.spring.document
}

// springCache is what a tree was flattened to.
type springCache struct {
	root     *syntax.Node
	document springDocument
}

// joinSpring makes one document of the YAML stream of a Spring file: the documents of
// its profiles change the first one, so that none of them can be read alone.
func joinSpring(documents []*Document) []*Document {
	if len(documents) < 2 || !slices.ContainsFunc(documents, func(d *Document) bool { return d.asSpring().configures() }) {
		return documents
	}
	joined := *documents[0]
	joined.Stream, joined.Comments = documents, nil
	for _, d := range documents {
		joined.Template = joined.Template || d.Template
		joined.Comments = append(joined.Comments, d.Comments...)
	}
	return []*Document{&joined}
}

func readSpring(d *Document, out *Output) {
	var documents []springDocument
	refused := false
	if d.Grammar == Properties {
		documents = springSections(d)
	} else {
		for _, part := range d.stream() {
			if !d.Template && refuseDuplicates(part.Root, out, 0) {
				refused = true
			}
			documents = append(documents, part.asSpring())
		}
	}
	for _, part := range documents {
		if n := len(part.properties); n == maxSpringNames {
			out.Error(part.properties[n-1].keySpan, fmt.Sprintf("%d properties in one document: what follows is not read", n))
		}
	}
	for _, v := range springVariants(documents) {
		if out.full() {
			return
		}
		app := springApp{out: out, variant: v, env: v.properties, refused: refused}
		app.parent, app.fragment = springParent(d)
		if name := app.env.at("spring", "application").last("name"); name != nil && !isPlaceholder(name.value) {
			app.name = name.value
		}
		app.read()
	}
}

// springApp is an application under one set of profiles, as far as one file shows it.
type springApp struct {
	out     *Output
	variant springVariant
	env     springScope
	name    string // spring.application.name
	parent  string // start of the IDs of the components that this file's override, or ""
	// fragment: the file holds for one profile, and what it overrides is elsewhere.
	fragment bool
	// refused: the file does not load, because a key stands twice in one map.
	refused bool
}

func (a *springApp) read() {
	bound := a.readCloud()
	a.readKafka(bound)
}

// component starts a component for what stands at a name such as "spring/consumer".
func (a *springApp) component(kind model.Kind, anchor string, span model.Span) *model.Component {
	name := a.name
	if name == "" {
		name = strings.TrimPrefix(anchor, "spring/")
	}
	base := anchor
	if a.variant.profile != "" {
		anchor += "@" + a.variant.profile
	}
	c := a.out.Component(kind, anchor, name, span)
	c.Owner, c.CodeMaySet = model.OwnerSpring, true
	if a.parent != "" && c.Parent == "" {
		c.Parent = a.parent + base
	} else if a.fragment {
		c.Complete = atMost(c.Complete, model.Partial)
	}
	if a.variant.overridden {
		c.Complete = atMost(c.Complete, model.Partial)
	}
	if a.variant.profile != "" {
		putFact(c, "@profile", a.variant.profile, a.variant.condition)
	}
	return c
}

// finish completes a component whose settings are all there. What a profile overrides is
// no second try at the same line, and a file that does not load has none.
func (a *springApp) finish(c *model.Component) {
	for i := range c.Settings {
		if s := &c.Settings[i]; !s.Effective && s.State == model.Explicit && (a.refused || a.variant.base[s.KeySpan]) {
			s.State = model.Inherited
		}
	}
	link(c)
}

// atMost lowers a degree of completeness.
func atMost(c, limit model.Complete) model.Complete {
	if c == model.Full {
		return limit
	}
	return c
}

// profileFile is the name of a file that holds for one profile: application-prod.yml.
var profileFile = lazyregexp.New(`^(application|bootstrap)-.+(\.\w+)$`)

// springParent reports whether a file holds for one profile only, and returns the start
// of the IDs of the components that it overrides: those of the file without the profile
// in its name, in the same folder. What lies in another file's text has no such ID.
func springParent(d *Document) (parent string, fragment bool) {
	m := profileFile.FindStringSubmatch(path.Base(d.Name))
	if m == nil {
		return "", false
	}
	if !d.Embedded {
		parent = path.Join(path.Dir(d.Name), m[1]+m[2]) + "#"
	}
	return parent, true
}

// refuseDuplicates reports keys that stand twice in a map: OriginTrackedYamlLoader sets
// allowDuplicateKeys to false, so that the application does not start. It returns whether
// there are any.
func refuseDuplicates(n *syntax.Node, out *Output, depth int) (found bool) {
	if n == nil || depth > maxSpringDepth {
		return false
	}
	for _, e := range n.Entries {
		if e.Duplicate && !e.Merged {
			out.Error(e.Key.Span, "this key stands twice in the map: Spring Boot refuses to load the file")
			found = true
		}
		if !e.Merged && e.Value.Alias.IsZero() {
			found = refuseDuplicates(e.Value, out, depth+1) || found
		}
	}
	for _, item := range n.Items {
		found = refuseDuplicates(item, out, depth+1) || found
	}
	return found
}

// springSections splits a properties file at its "#---" and "!---" lines as Spring's
// OriginTrackedPropertiesLoader does: such a line counts if it has no indentation, no
// comment of the same kind right before it, and none before the first key after it.
func springSections(d *Document) []springDocument {
	var sections [][]syntax.Pair
	var current []syntax.Pair
	previous := byte(0) // the sign of the comment that stands before, 0 after a key
	line := 0           // of that comment
	comments := d.Comments
	read := func(c syntax.Comment) {
		raw := d.Source.Raw(c.Span)
		adjacent := previous == raw[0] && line+1 == c.Span.Start.Line
		switch {
		case c.Text == "---" && strings.HasPrefix(raw[1:], "---") && c.Span.Start.Column == 1 && !adjacent:
			if len(current) > 0 {
				sections, current = append(sections, current), nil
			}
		default:
			if len(current) == 0 && len(sections) > 0 {
				last := len(sections) - 1
				sections, current = sections[:last], sections[last]
			}
			previous, line = raw[0], c.Span.Start.Line
		}
	}
	for _, p := range d.Pairs {
		for len(comments) > 0 && comments[0].Span.Start.Offset < p.KeySpan.Start.Offset {
			read(comments[0])
			comments = comments[1:]
		}
		current, previous = append(current, p), 0
	}
	var documents []springDocument
	for _, section := range append(sections, current) {
		documents = append(documents, newSpringDocument(springProperties(section)))
	}
	return documents
}
