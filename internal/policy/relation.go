package policy

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// relation is a name on which components are joined. One of links, of and join says how.
type relation struct {
	name string
	// links are the names that a component may share with others.
	links func(*model.Component) []string
	// identity: the name should be one component's alone. It is no wonder that each
	// environment has it.
	identity bool
	// of is the relation by links of which this one takes a part.
	of   string
	part func(shared joined, tables map[string]*model.Component) joined
	// join joins on more than a name.
	join func([]*model.Component) joined
}

// joined is the components that share a name.
type joined map[string][]*model.Component

var relations = []relation{
	{name: "topic", links: topics},
	{name: "consumers", of: "topic", part: only(model.Consumer)},
	{name: "producers", of: "topic", part: only(model.Producer)},
	{name: "declarations", of: "topic", part: only(model.Topic)},
	{name: "sink-connectors", of: "topic", part: only(model.SinkConnector)},
	{name: "sources", of: "topic", part: flinkTables(model.Consumer)}, // the tables of Flink that read a topic
	{name: "sinks", of: "topic", part: flinkTables(model.Producer)},
	{name: "transactions", of: "topic", part: those(transactional)}, // the producers that write a topic in transactions
	{name: "readers", of: "topic", part: groupReaders},
	{name: "group", links: group, identity: true},
	{name: "mixed-group", of: "group", part: mixed},
	{name: "group-instance", links: groupInstance, identity: true},
	{name: "transactional-id", links: func(c *model.Component) []string { return one(c.Links.TransactionalID) }, identity: true},
	{name: "transactional-prefix", links: func(c *model.Component) []string { return one(c.Links.TransactionalPrefix) }, identity: true},
	{name: "application-id", links: func(c *model.Component) []string { return one(c.Links.ApplicationID) }, identity: true},
	{name: "internal-topic", links: func(c *model.Component) []string { return c.Links.InternalTopics }, identity: true},
	{name: "cluster", links: func(c *model.Component) []string { return one(c.Links.Cluster) }},
	{name: "cluster-topics", of: "cluster", part: only(model.Topic)},
	{name: "known-brokers", of: "cluster", part: those(brokersTell)}, // the clients whose brokers are in view
	{name: "connect-cluster", links: func(c *model.Component) []string { return one(ConnectCluster(c)) }},
	{name: "mirror-pair", links: mirrorPair},
	{name: "similar-topic", join: similarTopics},
}

func topics(c *model.Component) []string { return c.Links.Topics }

// only keeps the components of a kind.
func only(kind model.Kind) func(joined, map[string]*model.Component) joined {
	return those(func(c *model.Component) bool { return c.Kind == kind })
}

// those keeps some of the components.
func those(keep func(*model.Component) bool) func(joined, map[string]*model.Component) joined {
	return func(shared joined, _ map[string]*model.Component) joined {
		return shared.each(func(members []*model.Component) []*model.Component { return kept(members, keep) })
	}
}

// transactional reports whether a producer writes in transactions. An id that is filled in
// elsewhere is one all the same.
func transactional(c *model.Component) bool {
	if c.Kind != model.Producer {
		return false
	}
	if c.Links.TransactionalPrefix != "" {
		return true
	}
	if told := resolve.Key(c, "@transactional", c.Versions); told.Value == true {
		return true
	}
	switch resolve.Key(c, "transactional.id", c.Versions).State {
	case model.Explicit, model.Inherited, model.Forced:
		return true
	case model.Unknown:
		return complete(c) == string(model.Full)
	}
	return false
}

// brokersTell reports whether brokers in view say something to a client.
func brokersTell(c *model.Component) bool {
	return slices.ContainsFunc(c.Settings, func(s model.Setting) bool { return strings.HasPrefix(s.Key, "@broker.") })
}

// flinkTables puts the tables of Flink in the place of their clients of a kind.
func flinkTables(kind model.Kind) func(joined, map[string]*model.Component) joined {
	return func(shared joined, tables map[string]*model.Component) joined {
		return shared.each(func(members []*model.Component) []*model.Component {
			var owners []*model.Component
			for _, c := range members {
				if t := tables[c.OwnerID]; t != nil && c.Kind == kind && c.Owner == model.OwnerFlink {
					owners = append(owners, t)
				}
			}
			slices.SortFunc(owners, inOrder)
			return slices.Compact(owners)
		})
	}
}

// groupReaders are the consumers of a topic that name the same group in several files, by
// "topic group".
func groupReaders(shared joined, _ map[string]*model.Component) joined {
	readers := make(joined)
	for topic, members := range shared {
		for _, c := range members {
			if c.Kind == model.Consumer && c.Links.Group != "" {
				name := topic + " " + c.Links.Group
				readers[name] = append(readers[name], c)
			}
		}
	}
	return readers.each(func(members []*model.Component) []*model.Component {
		return varied(members, func(c *model.Component) string { return c.File })
	})
}

// mixed are the members of groups that several kinds join.
func mixed(shared joined, _ map[string]*model.Component) joined {
	kinds := []model.Kind{model.Consumer, model.SinkConnector, model.Streams, model.ConnectWorker}
	return shared.each(func(members []*model.Component) []*model.Component {
		joining := kept(members, func(c *model.Component) bool { return slices.Contains(kinds, c.Kind) })
		return varied(joining, func(c *model.Component) string { return string(c.Kind) })
	})
}

// each returns what is to be had of the members of each name; a name without any is left out.
func (j joined) each(of func(members []*model.Component) []*model.Component) joined {
	out := make(joined)
	for name, members := range j {
		if some := of(members); len(some) > 0 {
			out[name] = some
		}
	}
	return out
}

func kept(members []*model.Component, keep func(*model.Component) bool) []*model.Component {
	var out []*model.Component
	for _, c := range members {
		if keep(c) {
			out = append(out, c)
		}
	}
	return out
}

// varied returns components if they differ in something, else nothing.
func varied(members []*model.Component, in func(*model.Component) string) []*model.Component {
	for _, c := range members {
		if in(c) != in(members[0]) {
			return members
		}
	}
	return nil
}

func inOrder(a, b *model.Component) int { return cmp.Compare(a.ID, b.ID) }

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
// belong together: the label of Strimzi's resources, the reference of Confluent's, else the
// folder of their files. It is empty for other components.
func ConnectCluster(c *model.Component) string {
	switch c.Kind {
	case model.ConnectWorker, model.SourceConnector, model.SinkConnector:
	default:
		return ""
	}
	if !ofOperator(c) {
		return "folder " + path.Dir(c.File)
	}
	name, ok := c.Value("@connect.cluster")
	if !ok && c.Dialect == "strimzi" && c.Kind == model.ConnectWorker {
		name = c.Name
	}
	if name == "" {
		return ""
	}
	return c.Dialect + " " + name
}

// ofOperator reports whether a component is a resource that names what it belongs to.
func ofOperator(c *model.Component) bool { return c.Dialect == "strimzi" || c.Dialect == "cfk" }

func one(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// project is what is known of all components of a run.
type project struct {
	things map[*model.Component]string // identities
	tables map[string]*model.Component // Flink's, by ID
}

// joins is which components share a name, by relation that some rule names; names with one
// component are left out, as nothing can be said of them across files, unless it runs in
// several replicas that share its identity. Those of an environment are joined with one
// another and with what is of none.
func (s *selection) joins(all []*model.Component, p project, stage string) map[string]joined {
	out := make(map[string]joined)
	whole := make(map[string]joined)
	for _, r := range relations {
		if !slices.ContainsFunc(s.rules, func(rule *rules.Rule) bool { return slices.Contains(rule.Relations, r.name) }) {
			continue
		}
		switch {
		case r.join != nil:
			out[r.name] = r.join(all)
		case r.of != "":
			out[r.name] = r.part(p.shared(whole, r.of, all, stage), p.tables)
		default:
			out[r.name] = p.shared(whole, r.name, all, stage)
		}
	}
	return out
}

// shared returns a relation by links, from those that are made already or made now. Of what
// is one thing only the first component is joined.
func (p project) shared(made map[string]joined, name string, all []*model.Component, stage string) joined {
	if j, ok := made[name]; ok {
		return j
	}
	r := relations[slices.IndexFunc(relations, func(r relation) bool { return r.name == name })]
	type member struct{ name, thing string }
	j, seen := make(joined), make(map[member]bool)
	for _, c := range all {
		if c.Stage != stage && r.identity {
			continue
		}
		for _, name := range r.links(c) {
			if m := (member{name, p.things[c]}); !seen[m] {
				seen[m] = true
				j[name] = append(j[name], c)
			}
		}
	}
	maps.DeleteFunc(j, func(_ string, members []*model.Component) bool {
		return len(members) < 2 && !(r.identity && replicated(members[0]))
	})
	made[name] = j
	return j
}

// replicated reports whether a component runs in several replicas with the same configuration.
func replicated(c *model.Component) bool {
	text, _ := c.Value("@replicas")
	n, err := strconv.Atoi(text)
	return err == nil && n > 1
}
