package policy

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

// identities tells components apart that are one thing in different circumstances:
// variants of an application by profile, and what one of the same kind inherits from.
func identities(all []*model.Component) map[*model.Component]string {
	byID := make(map[string]*model.Component, len(all))
	for _, c := range all {
		byID[c.ID] = c
	}
	things := make(map[*model.Component]string, len(all))
	for _, first := range all {
		c := first
		for range 16 { // inheritance is not deeper, and could be circular
			parent := byID[c.Parent]
			if parent == nil || parent.Kind != c.Kind {
				break
			}
			c = parent
		}
		anchor, _, _ := strings.Cut(c.Anchor, "@")
		things[first] = c.File + "#" + anchor
	}
	return things
}

// Project evaluates the rules that see all components of a run, one deployment after the
// other. Only components that share a name with another one are put before them.
func (e *Engine) Project(ctx context.Context, all []*model.Component) ([]finding.Finding, []error) {
	if e.project == nil {
		return nil, nil
	}
	all = slices.Clone(all)
	slices.SortFunc(all, inOrder)
	p := project{things: identities(all), tables: tables(all)}
	m := &members{keys: e.project.keys, terms: make(map[*model.Component]*ast.Term)}
	var findings []finding.Finding
	var errs []error
	seen := make(map[string]bool) // what is of no environment is joined with each
	for _, place := range deployments(all) {
		byStage := stages(place)
		for _, stage := range slices.Sorted(maps.Keys(byStage)) {
			found, failed := e.project.deployment(ctx, e.project.joins(byStage[stage], p, stage), p.tables, m)
			errs = append(errs, failed...)
			for i := range found {
				if name := same(&found[i]); !seen[name] {
					seen[name] = true
					findings = append(findings, found[i])
				}
			}
		}
	}
	return findings, errs
}

// deployments divides components by where they belong. Those of a cluster whose name means the
// same everywhere belong together besides.
func deployments(all []*model.Component) [][]*model.Component {
	byPlace := make(map[string][]*model.Component)
	var everywhere []*model.Component
	for _, c := range all {
		byPlace[c.Place] = append(byPlace[c.Place], c)
		if resolve.Public(c.Links.Cluster) {
			everywhere = append(everywhere, c)
		}
	}
	var list [][]*model.Component
	for _, name := range slices.Sorted(maps.Keys(byPlace)) {
		list = append(list, byPlace[name])
	}
	if len(list) > 1 {
		list = append(list, everywhere)
	}
	return list
}

// maxStages is up to how many environments each is joined with what is of none. No
// repository has more, and those that are made to have them shall not cost more.
const maxStages = 40

// stages are the components of each environment, and of none.
func stages(all []*model.Component) map[string][]*model.Component {
	byStage := make(map[string][]*model.Component)
	for _, c := range all {
		byStage[c.Stage] = append(byStage[c.Stage], c)
	}
	none := byStage[""]
	if len(byStage) <= maxStages {
		for stage, members := range byStage {
			if stage != "" {
				byStage[stage] = slices.Concat(none, members)
			}
		}
	}
	return byStage
}

// tables are Flink's, by ID. What their clients do not tell, such as the connector, rules
// find there.
func tables(all []*model.Component) map[string]*model.Component {
	byID := make(map[string]*model.Component)
	for _, c := range all {
		if c.Kind == model.FlinkTable {
			byID[c.ID] = c
		}
	}
	return byID
}

// deployment evaluates the rules on the components of one deployment.
func (s *selection) deployment(ctx context.Context, joins map[string]joined, tables map[string]*model.Component, m *members) ([]finding.Finding, []error) {
	byID := make(map[string]*model.Component)
	for _, relation := range joins {
		for _, members := range relation {
			for _, c := range members {
				byID[c.ID] = c
				if t := tables[c.OwnerID]; t != nil {
					byID[t.ID] = t
				}
			}
		}
	}
	if len(byID) == 0 {
		return nil, nil
	}
	raws, errs := s.evaluate(ctx, projectInput(joins, byID, m), "")
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

// lowerProject is lower for a finding that joins components: if their clusters are not
// known to be the same one, they may not meet at all.
func lowerProject(f *finding.Finding, first *model.Component, doc map[string]any, byID map[string]*model.Component) {
	var why []string
	apart := false
	related, _ := doc["related"].([]any)
	for _, entry := range related {
		r, _ := entry.(map[string]any)
		for _, p := range places(r["at"]) {
			if c := byID[p.component]; c != nil && c != first {
				apart = apart || !together(first, c)
			}
		}
	}
	if apart {
		why = append(why, "the clusters are not known to be the same")
		f.Doubtful = true
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

// together reports whether two components are known to be of one cluster: its name means
// the same everywhere, or they are configured side by side, or its brokers are in view.
func together(a, b *model.Component) bool {
	if ofOperator(a) && ofOperator(b) && ConnectCluster(a) != "" && ConnectCluster(a) == ConnectCluster(b) {
		return true // a label or reference says it
	}
	if a.Links.Cluster != b.Links.Cluster {
		return false
	}
	if a.File == b.File {
		return true
	}
	return a.Links.Cluster != "" && (resolve.Public(a.Links.Cluster) || path.Dir(a.File) == path.Dir(b.File) || a.BrokerInView && b.BrokerInView)
}

// projectInput builds the project rules' input.
func projectInput(joins map[string]joined, byID map[string]*model.Component, m *members) ast.Value {
	ids := make(map[string]*ast.Term, len(byID))
	components := make([][2]*ast.Term, 0, len(byID))
	m.add(slices.Collect(maps.Values(byID)))
	for id, c := range byID {
		ids[id] = ast.StringTerm(id)
		components = append(components, [2]*ast.Term{ids[id], m.terms[c]})
	}
	relationTerms := make([][2]*ast.Term, 0, len(joins))
	for name, byName := range joins {
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
	sortPairs(components)
	sortPairs(relationTerms)
	var p pairs
	p.add("joins", ast.ObjectTerm(relationTerms...))
	p.add("components", ast.ObjectTerm(components...))
	return ast.NewObject(p...)
}

func sortPairs(pairs [][2]*ast.Term) {
	slices.SortFunc(pairs, func(a, b [2]*ast.Term) int {
		return strings.Compare(string(a[0].Value.(ast.String)), string(b[0].Value.(ast.String)))
	})
}
