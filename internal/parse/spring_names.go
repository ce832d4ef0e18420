package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// springProperty is one property as Spring's Environment holds it: a dotted name and a text.
type springProperty struct {
	name      []springElement
	written   string // the whole name, as spelled
	value     string
	keySpan   model.Span
	valueSpan model.Span
	document  int        // of the documents that are active, later ones win
	heading   model.Span // of the element before the name: the key of the block it stands in
}

// springElement is one element of a name (ConfigurationPropertyName): text between dots,
// or within brackets, where it is taken literally.
type springElement struct {
	text    string
	uniform string // what counts when names are compared: lower-case letters and digits
	index   bool   // a number in brackets
	span    model.Span
}

// springScope is the properties below one name; their names begin after it.
type springScope []springProperty

// at returns what lies below a name, whose elements are given in uniform form.
func (s springScope) at(name ...string) springScope {
	count := 0
	for i := range s {
		if s[i].under(name...) {
			count++
		}
	}
	if count == 0 {
		return nil
	}
	below := make(springScope, 0, count)
	for _, p := range s {
		if p.under(name...) {
			p.heading = p.name[len(name)-1].span
			p.name = p.name[len(name):]
			below = append(below, p)
		}
	}
	return below
}

// has reports whether anything lies below a name.
func (s springScope) has(name ...string) bool {
	return slices.ContainsFunc(s, func(p springProperty) bool { return p.under(name...) })
}

// only returns what lies below a name, whose names are left whole.
func (s springScope) only(name ...string) springScope {
	var below springScope
	for i := range s {
		if s[i].under(name...) {
			below = append(below, s[i])
		}
	}
	return below
}

// under reports whether a name lies below another, or is that name.
func (p *springProperty) under(name ...string) bool {
	if len(p.name) < len(name) {
		return false
	}
	for i, element := range name {
		if p.name[i].uniform != element {
			return false
		}
	}
	return true
}

// value returns the occurrences of a key in the order in which they count, the effective
// one last. The items of a list become one text, joined by commas as Spring takes it.
func (s springScope) value(key string) []springProperty {
	var found []springProperty
	uniform := springUniform(key)
	for _, p := range s {
		if len(p.name) > 2 || !p.under(uniform) {
			continue
		}
		if len(p.name) == 2 && !p.name[1].index {
			continue
		}
		found = append(found, p)
	}
	// Within a document, the canonical spelling is asked for first
	// (SpringIterableConfigurationPropertySource.getConfigurationProperty).
	slices.SortStableFunc(found, func(a, b springProperty) int {
		if a.document != b.document {
			return a.document - b.document
		}
		return order(a.name[0].text == key) - order(b.name[0].text == key)
	})
	return joinItems(found)
}

func order(last bool) int {
	if last {
		return 1
	}
	return 0
}

// joinItems makes one occurrence of the consecutive items of a list.
func joinItems(found []springProperty) []springProperty {
	var joined []springProperty
	for i := 0; i < len(found); {
		p := found[i]
		n := i + 1
		if len(p.name) == 2 {
			items := []string{p.value}
			for n < len(found) && len(found[n].name) == 2 && found[n].document == p.document {
				items = append(items, found[n].value)
				if found[n].keySpan == p.keySpan {
					p.valueSpan.End = found[n].valueSpan.End
				}
				n++
			}
			p.value = strings.Join(items, ",")
			p.name = p.name[:1]
			p.written = p.written[:strings.LastIndexByte(p.written, '[')]
		}
		joined = append(joined, p)
		i = n
	}
	return joined
}

// last returns the effective occurrence of a key, or nil.
func (s springScope) last(key string) *springProperty {
	if found := s.value(key); len(found) > 0 {
		return &found[len(found)-1]
	}
	return nil
}

// literal returns the properties below as the entries of a Map<String, String>: the rest
// of the name, as written, is the key (MapBinder.getKeyName).
func (s springScope) literal() []springProperty {
	entries := make([]springProperty, 0, len(s))
	for _, p := range s {
		if len(p.name) == 0 {
			continue
		}
		texts := make([]string, len(p.name))
		for i, e := range p.name {
			texts[i] = e.text
		}
		p.name = []springElement{{text: strings.Join(texts, "."), span: p.name[0].span}}
		entries = append(entries, p)
	}
	slices.SortStableFunc(entries, func(a, b springProperty) int { return a.document - b.document })
	return entries
}

// children returns the first elements of the names, each once, and what lies below each.
func (s springScope) children() (names []springElement, below map[string]springScope) {
	below = make(map[string]springScope)
	for _, p := range s {
		if len(p.name) == 0 {
			continue
		}
		first := p.name[0]
		if _, seen := below[first.uniform]; !seen {
			names = append(names, first)
		}
		p.heading, p.name = first.span, p.name[1:]
		below[first.uniform] = append(below[first.uniform], p)
	}
	return names, below
}

// heading returns where the block begins of which these are the properties.
func (s springScope) heading() model.Span {
	if len(s) == 0 {
		return model.Span{}
	}
	return s[0].heading
}

// springUniform is the form in which elements of names are compared: dashes, underscores
// and case do not count.
func springUniform(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, text)
}

// springName splits a property name into elements; span is that of the whole name.
func springName(written string, span model.Span) []springElement {
	var name []springElement
	add := func(text string, bracket bool) {
		e := springElement{text: text, uniform: springUniform(text), span: span}
		if bracket {
			// An element in brackets is compared as it is.
			_, err := strconv.Atoi(text)
			e.index, e.uniform = err == nil, text
		}
		if text != "" && e.uniform != "" {
			name = append(name, e)
		}
	}
	start, depth := 0, 0
	for i := range len(written) {
		switch c := written[i]; {
		case c == '[':
			if depth == 0 {
				add(written[start:i], false)
				start = i + 1
			}
			depth++
		case c == ']' && depth > 0:
			if depth--; depth == 0 {
				add(written[start:i], true)
				start = i + 1
			}
		case c == '.' && depth == 0:
			add(written[start:i], false)
			start = i + 1
		}
	}
	add(written[start:], depth > 0)
	return name
}

// springRoots are the properties that matter here; all others are left out early.
var springRoots = [][]string{
	{"spring", "kafka"}, {"spring", "cloud", "stream"}, {"spring", "application", "name"},
	{"spring", "config", "activate", "onprofile"}, {"spring", "profiles"},
}

// springRelevant reports whether a name lies below one of the roots, or above one.
func springRelevant(name []springElement) bool {
	return slices.ContainsFunc(springRoots, func(root []string) bool {
		for i := range min(len(root), len(name)) {
			if name[i].uniform != root[i] {
				return false
			}
		}
		return true
	})
}

// springProperties are the properties of a flat file.
func springProperties(pairs []syntax.Pair) springScope {
	var s springScope
	for _, p := range pairs {
		if len(p.Key) > maxSpringName {
			continue
		}
		name := springName(p.Key, p.KeySpan)
		if len(name) < 2 || !springRelevant(name) {
			continue
		}
		property := springProperty{name: name, written: p.Key, value: p.Value, keySpan: p.KeySpan, valueSpan: p.ValueSpan}
		// key[]=a,b is short for a list (OriginTrackedPropertiesLoader).
		if list, ok := strings.CutSuffix(p.Key, "[]"); ok {
			property.written = list
		}
		if s = append(s, property); len(s) == maxSpringNames {
			break
		}
	}
	return s
}

// springTree are the properties of a YAML document: Spring flattens it to dotted names
// before it reads them (YamlProcessor.buildFlattenedMap).
func springTree(root *syntax.Node) springScope {
	f := springFlattener{}
	f.node(root, "", nil, model.Span{})
	return f.properties
}

type springFlattener struct {
	properties springScope
	depth      int
}

// maxSpringDepth is how deep what configures Kafka lies at most, maxSpringName how many
// bytes its name has, and maxSpringNames how many names a document has.
const (
	maxSpringDepth = 100
	maxSpringName  = 4 << 10
	maxSpringNames = 50_000
)

func (f *springFlattener) node(n *syntax.Node, path string, name []springElement, key model.Span) {
	if n == nil || f.depth > maxSpringDepth || len(f.properties) == maxSpringNames || len(name) > 0 && !springRelevant(name) {
		return
	}
	f.depth++
	defer func() { f.depth-- }()
	switch {
	case n.IsMap():
		// A merged key counts less than one that stands in the map itself.
		for _, merged := range []bool{true, false} {
			for _, e := range n.Entries {
				if e.Merged == merged {
					f.child(e.Value, path, springKey(e.Key), name, e.Key.Span)
				}
			}
		}
	case n.IsSeq() && len(n.Items) > 0:
		for i, item := range n.Items {
			written := path + "[" + strconv.Itoa(i) + "]"
			element := springElement{text: strconv.Itoa(i), uniform: strconv.Itoa(i), index: true, span: key}
			f.node(item, written, append(slices.Clip(name), element), key)
		}
	case len(name) > 1: // an empty list is an empty text
		f.properties = append(f.properties, springProperty{
			name: name, written: path, value: springScalar(n), keySpan: key, valueSpan: n.Span,
		})
	}
}

func (f *springFlattener) child(n *syntax.Node, path, key string, name []springElement, span model.Span) {
	written := key
	switch {
	case path != "" && strings.HasPrefix(key, "["):
		written = path + key
	case path != "":
		written = path + "." + key
	}
	if len(written) > maxSpringName {
		return
	}
	f.node(n, written, append(slices.Clip(name), springName(key, span)...), span)
}

// springKey returns a map key as Spring's YamlProcessor puts it into a name: what is no
// string goes into brackets.
func springKey(n *syntax.Node) string {
	if n.Tag == syntax.Plain {
		if text, typed := yaml11(n.Text); typed {
			return "[" + text + "]"
		}
	}
	return n.Str()
}
