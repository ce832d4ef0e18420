package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

// springDocument is one document of a Spring file: a YAML document, or what stands
// between two "#---" of a properties file.
type springDocument struct {
	properties springScope
	// profiles are the expressions of which one must hold; none if the document always counts.
	profiles []profileExpression
	// condition is where the profiles stand.
	condition model.Span
}

func newSpringDocument(properties springScope) springDocument {
	d := springDocument{properties: properties}
	on := properties.at("spring", "config", "activate").last("on-profile")
	if on == nil {
		on = properties.only("spring", "profiles").at("spring").last("profiles") // before Spring Boot 2.4
	}
	if on != nil && strings.TrimSpace(on.value) != "" {
		d.condition = on.valueSpan
		for _, text := range strings.Split(on.value, ",") {
			d.profiles = append(d.profiles, parseProfile(text))
		}
	}
	return d
}

// configures reports whether a document has anything to say of Kafka.
func (d springDocument) configures() bool {
	return d.properties.has("spring", "kafka") || d.properties.has("spring", "cloud", "stream")
}

func (d springDocument) active(profiles []string) bool {
	return len(d.profiles) == 0 || slices.ContainsFunc(d.profiles, func(e profileExpression) bool { return e.holds(profiles) })
}

// springVariant is what an application sees under one set of active profiles.
type springVariant struct {
	profile    string // "" without a profile
	properties springScope
	condition  model.Span
	base       map[model.Span]bool // keys that stand there without the profile
	// overridden: some other variant says more, so what is not written here may be.
	overridden bool
}

// springVariants returns what the documents of a file amount to without a profile and
// under every profile that they name. Profiles that change nothing give no variant.
func springVariants(documents []springDocument) []springVariant {
	documents = slices.DeleteFunc(slices.Clone(documents), func(d springDocument) bool {
		return len(d.profiles) > 0 && !d.configures()
	})
	var variants []springVariant
	var seen [][]int
	for _, profiles := range profileSets(documents) {
		var active []int
		v := springVariant{profile: strings.Join(profiles, "&"), base: make(map[model.Span]bool)}
		for i, d := range documents {
			if !d.active(profiles) {
				continue
			}
			active = append(active, i)
			for _, p := range d.properties {
				p.document = i
				if len(profiles) > 0 && len(d.profiles) == 0 {
					v.base[p.keySpan] = true
				}
				v.properties = append(v.properties, p)
			}
			if v.condition.IsZero() {
				v.condition = d.condition
			}
		}
		if slices.ContainsFunc(seen, func(other []int) bool { return slices.Equal(other, active) }) {
			continue
		}
		seen = append(seen, active)
		variants = append(variants, v)
	}
	if len(variants) > 1 {
		variants[0].overridden = true
	}
	return variants
}

// maxProfiles bounds the variants of one file.
const maxProfiles = 40

// profileSets returns the sets of active profiles that are worth a look: none, each
// profile that the documents name, and what it takes to make an expression hold that
// none of these does.
func profileSets(documents []springDocument) [][]string {
	sets := [][]string{nil}
	add := func(set ...string) {
		known := slices.ContainsFunc(sets, func(other []string) bool { return slices.Equal(other, set) })
		if !known && len(sets) <= maxProfiles {
			sets = append(sets, set)
		}
	}
	for _, d := range documents {
		for _, e := range d.profiles {
			for _, name := range e.names {
				add(name)
			}
		}
	}
	// Of profiles that amount to the same, the first gives the name: not one for
	// development if it can be helped.
	slices.SortStableFunc(sets[1:], func(a, b []string) int {
		return order(developmentProfile.MatchString(a[0])) - order(developmentProfile.MatchString(b[0]))
	})
	for _, d := range documents {
		for _, e := range d.profiles {
			if !slices.ContainsFunc(sets, e.holds) {
				add(e.names...)
			}
		}
	}
	return sets
}

var developmentProfile = lazyregexp.New(`(?i)(?:^|[^a-z])(?:dev|tests?|local)(?:[^a-z]|$)`)

// profileExpression is a profile expression of Spring: names, "!", "&", "|" and
// parentheses (org.springframework.core.env.ProfilesParser).
type profileExpression struct {
	names []string // that occur, at most maxProfiles
	holds func(active []string) bool
}

func parseProfile(text string) profileExpression {
	tokens := profileTokens(text)
	p := profileParser{tokens: tokens}
	e := profileExpression{holds: p.or()}
	for _, t := range tokens {
		if len(e.names) < maxProfiles && !strings.Contains("()!&|", t) && !slices.Contains(e.names, t) {
			e.names = append(e.names, t)
		}
	}
	return e
}

func profileTokens(text string) []string {
	var tokens []string
	start := 0
	flush := func(end int) {
		if word := strings.TrimSpace(text[start:end]); word != "" {
			tokens = append(tokens, word)
		}
	}
	for i := range len(text) {
		if strings.IndexByte("()!&|", text[i]) >= 0 {
			flush(i)
			tokens = append(tokens, text[i:i+1])
			start = i + 1
		}
	}
	flush(len(text))
	return tokens
}

type profileParser struct {
	tokens []string
	depth  int
}

func (p *profileParser) take(token string) bool {
	if len(p.tokens) > 0 && p.tokens[0] == token {
		p.tokens = p.tokens[1:]
		return true
	}
	return false
}

func (p *profileParser) or() func([]string) bool {
	holds := p.and()
	for p.take("|") {
		left, right := holds, p.and()
		holds = func(active []string) bool { return left(active) || right(active) }
	}
	return holds
}

func (p *profileParser) and() func([]string) bool {
	holds := p.term()
	for p.take("&") {
		left, right := holds, p.term()
		holds = func(active []string) bool { return left(active) && right(active) }
	}
	return holds
}

// term reads a name, a negation or a group. What is malformed never holds.
func (p *profileParser) term() func([]string) bool {
	never := func([]string) bool { return false }
	if p.depth++; p.depth > 50 || len(p.tokens) == 0 {
		return never
	}
	defer func() { p.depth-- }()
	switch {
	case p.take("!"):
		inner := p.term()
		return func(active []string) bool { return !inner(active) }
	case p.take("("):
		inner := p.or()
		p.take(")")
		return inner
	case strings.Contains(")&|", p.tokens[0]):
		return never
	}
	name := p.tokens[0]
	p.tokens = p.tokens[1:]
	return func(active []string) bool {
		// With no profile active, Spring takes the one called default.
		return slices.Contains(active, name) || len(active) == 0 && name == "default"
	}
}
