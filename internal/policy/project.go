package policy

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/rules"
)

// relations are the names on which components are joined, and which of a component's
// links each one takes.
var relations = []struct {
	name  string
	links func(*model.Component) []string
}{
	{"topic", func(c *model.Component) []string { return c.Links.Topics }},
	{"group", func(c *model.Component) []string { return one(c.Links.Group) }},
	{"transactional-id", func(c *model.Component) []string { return one(c.Links.TransactionalID) }},
	{"transactional-prefix", func(c *model.Component) []string { return one(c.Links.TransactionalPrefix) }},
	{"application-id", func(c *model.Component) []string { return one(c.Links.ApplicationID) }},
	{"internal-topic", func(c *model.Component) []string { return c.Links.InternalTopics }},
	{"cluster", func(c *model.Component) []string { return one(c.Links.Cluster) }},
	{"connect-cluster", connectCluster},
}

// connectCluster is where a worker of Connect or a connector shows that they belong
// together: the label of Strimzi's resources, else the folder of their files.
func connectCluster(c *model.Component) []string {
	switch c.Kind {
	case model.ConnectWorker, model.SourceConnector, model.SinkConnector:
	default:
		return nil
	}
	if c.Dialect != "strimzi" {
		return []string{"folder " + path.Dir(c.File)}
	}
	name := c.Name
	if c.Kind != model.ConnectWorker {
		name, _ = c.Value("@connect.cluster")
	}
	if name == "" {
		return nil
	}
	return []string{"strimzi " + name}
}

func one(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// joins is which components share a name, by relation that some rule names; names with one
// component are left out, as nothing can be said of them across files.
func (s *selection) joins(all []*model.Component) map[string]map[string][]*model.Component {
	out := make(map[string]map[string][]*model.Component)
	things := identities(all)
	type member struct{ name, thing string }
	for _, r := range relations {
		if !slices.ContainsFunc(s.rules, func(rule *rules.Rule) bool { return slices.Contains(rule.Relations, r.name) }) {
			continue
		}
		byName := make(map[string][]*model.Component)
		seen := make(map[member]bool)
		for i, c := range all {
			for _, name := range r.links(c) {
				if m := (member{name, things[i]}); !seen[m] {
					seen[m] = true
					byName[name] = append(byName[name], c)
				}
			}
		}
		for name, members := range byName {
			if len(members) < 2 {
				delete(byName, name)
			}
		}
		out[r.name] = byName
	}
	return out
}

// identities tells components apart that are one thing in different circumstances:
// variants of an application by profile, and what one of the same kind inherits from.
func identities(all []*model.Component) []string {
	byID := make(map[string]*model.Component, len(all))
	for _, c := range all {
		byID[c.ID] = c
	}
	things := make([]string, len(all))
	for i, c := range all {
		for range 16 { // inheritance is not deeper, and could be circular
			parent := byID[c.Parent]
			if parent == nil || parent.Kind != c.Kind {
				break
			}
			c = parent
		}
		things[i], _, _ = strings.Cut(c.Anchor, "@")
		things[i] = c.File + "#" + things[i]
	}
	return things
}

// Project evaluates the rules that see all components of a run. Only components that
// share a name with another one are put before them.
func (e *Engine) Project(ctx context.Context, all []*model.Component) ([]finding.Finding, []error) {
	if e.project == nil {
		return nil, nil
	}
	s := e.project
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b *model.Component) int { return cmp.Compare(a.ID, b.ID) })
	joined := s.joins(all)
	byID := make(map[string]*model.Component)
	for _, relation := range joined {
		for _, members := range relation {
			for _, c := range members {
				byID[c.ID] = c
			}
		}
	}
	if len(byID) == 0 {
		return nil, nil
	}
	raws, errs := s.evaluate(ctx, projectInput(joined, byID, s.keys), "")
	var findings []finding.Finding
	for _, r := range raws {
		at := places(r.doc["at"])
		if len(at) == 0 {
			continue
		}
		first := byID[at[0].component]
		if first == nil {
			continue
		}
		f, err := finish(r, first, func(id string) *model.Component { return byID[id] }, first.Versions)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		lowerProject(&f, first, r.doc, byID)
		findings = append(findings, f)
	}
	return findings, errs
}

// lowerProject is lower for a finding that joins components: if one of the clusters is
// not known, they may not meet at all.
func lowerProject(f *finding.Finding, first *model.Component, doc map[string]any, byID map[string]*model.Component) {
	var why []string
	others := 0
	unknown := first.Links.Cluster == ""
	related, _ := doc["related"].([]any)
	for _, entry := range related {
		r, _ := entry.(map[string]any)
		for _, p := range places(r["at"]) {
			if c := byID[p.component]; c != nil && c != first {
				others++
				unknown = unknown || c.Links.Cluster == ""
			}
		}
	}
	if others > 0 && unknown {
		why = append(why, "the clusters are not known to be the same")
	}
	if first.Development && (f.Consequence == "loss" || f.Consequence == "stall") {
		why = append(why, "development configuration")
	}
	lowerBy(f, why)
	if first.Heuristic {
		f.Severity = min(f.Severity, finding.Warning)
		f.Confidence = "likely"
	}
}

// projectInput builds the project rules' input.
func projectInput(joined map[string]map[string][]*model.Component, byID map[string]*model.Component, keys keySet) ast.Value {
	ids := make(map[string]*ast.Term, len(byID))
	members := make([][2]*ast.Term, 0, len(byID))
	for id, c := range byID {
		ids[id] = ast.StringTerm(id)
		members = append(members, [2]*ast.Term{ids[id], memberTerm(c, keys)})
	}
	relationTerms := make([][2]*ast.Term, 0, len(joined))
	for name, byName := range joined {
		entries := make([][2]*ast.Term, 0, len(byName))
		for key, cs := range byName {
			terms := make([]*ast.Term, 0, len(cs))
			for _, c := range cs {
				terms = append(terms, ids[c.ID])
			}
			entries = append(entries, [2]*ast.Term{ast.StringTerm(key), ast.ArrayTerm(terms...)})
		}
		relationTerms = append(relationTerms, [2]*ast.Term{ast.StringTerm(name), ast.ObjectTerm(entries...)})
	}
	sortPairs(members)
	sortPairs(relationTerms)
	var p pairs
	p.add("joins", ast.ObjectTerm(relationTerms...))
	p.add("components", ast.ObjectTerm(members...))
	return ast.NewObject(p...)
}

func sortPairs(pairs [][2]*ast.Term) {
	slices.SortFunc(pairs, func(a, b [2]*ast.Term) int {
		return strings.Compare(string(a[0].Value.(ast.String)), string(b[0].Value.(ast.String)))
	})
}

func memberTerm(c *model.Component, keys keySet) *ast.Term {
	var p pairs
	p.text("kind", string(c.Kind))
	p.text("name", c.Name)
	p.text("file", c.File)
	p.text("owner", c.Owner)
	p.text("dialect", c.Dialect)
	p.text("complete", complete(c))
	p.add("client", pairs{{word["name"], ast.StringTerm(c.Client)}}.object())
	p.text("cluster", c.Links.Cluster)
	p.text("data_class", c.DataClass)
	p.add("links", links(c.Links))
	values, state := valuesAndState(newView(c, c.Versions), keys)
	p.add("values", values)
	p.add("state", state)
	return p.object()
}
