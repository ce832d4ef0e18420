package policy

import (
	"cmp"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// relation is a name on which components are joined, and which of a component's links it
// takes.
type relation struct {
	name  string
	links func(*model.Component) []string
	// identity: the name should be one component's alone. It is no wonder that each
	// environment has it.
	identity bool
	// join, if it is there, takes the place of links: it joins on more than a name.
	join func([]*model.Component) map[string][]*model.Component
	// only is the kind of the members that are kept once it is known which names are shared;
	// "" keeps all.
	only model.Kind
}

var relations = []relation{
	{name: "topic", links: topics},
	{name: "consumers", links: topics, only: model.Consumer}, // of a topic
	{name: "producers", links: topics, only: model.Producer},
	{name: "declarations", links: topics, only: model.Topic},
	{name: "group", links: group, identity: true},
	{name: "group-instance", links: groupInstance, identity: true},
	{name: "transactional-id", links: func(c *model.Component) []string { return one(c.Links.TransactionalID) }, identity: true},
	{name: "transactional-prefix", links: func(c *model.Component) []string { return one(c.Links.TransactionalPrefix) }, identity: true},
	{name: "application-id", links: func(c *model.Component) []string { return one(c.Links.ApplicationID) }, identity: true},
	{name: "internal-topic", links: func(c *model.Component) []string { return c.Links.InternalTopics }, identity: true},
	{name: "cluster", links: func(c *model.Component) []string { return one(c.Links.Cluster) }},
	{name: "connect-cluster", links: func(c *model.Component) []string { return one(ConnectCluster(c)) }},
	{name: "mirror-pair", links: mirrorPair},
	{name: "similar-topic", join: similarTopics},
}

func topics(c *model.Component) []string { return c.Links.Topics }

// group is the group that a component joins at a coordinator. Flink assigns partitions
// itself, and the consumers of Streams are those of the application.
func group(c *model.Component) []string {
	switch {
	case c.Owner == model.OwnerFlink || c.Owner == model.OwnerStreams:
		return nil
	case c.Kind == model.Streams:
		return one(c.Links.ApplicationID)
	case c.Kind == model.ConnectWorker:
		id, _ := c.Value("group.id")
		return one(strings.TrimSpace(id))
	}
	return one(c.Links.Group)
}

// mirrorPair is the two clusters between which a mirror copies, in the order of their names.
func mirrorPair(c *model.Component) []string {
	from, to, ok := strings.Cut(c.Name, "->")
	if c.Kind != model.Mirror || !ok {
		return nil
	}
	return []string{min(from, to) + " and " + max(from, to)}
}

// groupInstance is a member of a group by its static name.
func groupInstance(c *model.Component) []string {
	id, ok := c.Value("group.instance.id")
	if s := c.Get("group.instance.id"); !ok || c.Links.Group == "" || s.FromDefault || c.Kind != model.Consumer {
		return nil
	}
	return []string{c.Links.Group + " " + strings.TrimSpace(id)}
}

// ConnectCluster names that by which a worker of Connect or a connector shows that they
// belong together: the label of Strimzi's resources, else the folder of their files. It is
// empty for other components.
func ConnectCluster(c *model.Component) string {
	switch c.Kind {
	case model.ConnectWorker, model.SourceConnector, model.SinkConnector:
	default:
		return ""
	}
	if c.Dialect != "strimzi" {
		return "folder " + path.Dir(c.File)
	}
	name := c.Name
	if c.Kind != model.ConnectWorker {
		name, _ = c.Value("@connect.cluster")
	}
	if name == "" {
		return ""
	}
	return "strimzi " + name
}

func one(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// joins is which components share a name, by relation that some rule names; names with one
// component are left out, as nothing can be said of them across files. Those of an
// environment are joined with one another and with what is of none.
func (s *selection) joins(all []*model.Component, things map[*model.Component]string, stage string) map[string]map[string][]*model.Component {
	out := make(map[string]map[string][]*model.Component)
	type member struct{ name, thing string }
	for _, r := range relations {
		if !slices.ContainsFunc(s.rules, func(rule *rules.Rule) bool { return slices.Contains(rule.Relations, r.name) }) {
			continue
		}
		if r.join != nil {
			out[r.name] = r.join(all)
			continue
		}
		byName := make(map[string][]*model.Component)
		seen := make(map[member]bool)
		for _, c := range all {
			if c.Stage != stage && r.identity {
				continue
			}
			for _, name := range r.links(c) {
				if m := (member{name, things[c]}); !seen[m] {
					seen[m] = true
					byName[name] = append(byName[name], c)
				}
			}
		}
		for name, members := range byName {
			if len(members) < 2 {
				delete(byName, name)
			} else if r.only != "" {
				if members = slices.DeleteFunc(members, func(c *model.Component) bool { return c.Kind != r.only }); len(members) == 0 {
					delete(byName, name)
				} else {
					byName[name] = members
				}
			}
		}
		out[r.name] = byName
	}
	return out
}

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
	slices.SortFunc(all, func(a, b *model.Component) int { return cmp.Compare(a.ID, b.ID) })
	things, owners := identities(all), tables(all)
	var findings []finding.Finding
	var errs []error
	seen := make(map[string]bool) // what is of no environment is joined with each
	for _, place := range deployments(all) {
		byStage := stages(place)
		for _, stage := range slices.Sorted(maps.Keys(byStage)) {
			found, failed := e.project.deployment(ctx, e.project.joins(byStage[stage], things, stage), owners)
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
func (s *selection) deployment(ctx context.Context, joined map[string]map[string][]*model.Component, tables map[string]*model.Component) ([]finding.Finding, []error) {
	byID := make(map[string]*model.Component)
	for _, relation := range joined {
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
	if a.Dialect == "strimzi" && b.Dialect == "strimzi" && ConnectCluster(a) != "" && ConnectCluster(a) == ConnectCluster(b) {
		return true // a label says it
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
	p.text("of", c.OwnerID)
	p.text("dialect", c.Dialect)
	p.text("complete", complete(c))
	p.add("client", pairs{{word["name"], ast.StringTerm(c.Client)}}.object())
	p.text("cluster", c.Links.Cluster)
	p.text("data_class", c.DataClass)
	p.add("links", links(c.Links))
	// A key that is written where it does not belong has no type there.
	values, state := valuesAndState(newView(c, c.Versions), keys.of(c))
	p.add("values", values)
	p.add("state", state)
	return p.object()
}
