package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// mirrorDialect reads the file of MirrorMaker 2's own process: clusters by alias, flows
// between them, and keys for all, for a cluster or for a flow (MirrorMakerConfig).
var mirrorDialect = Dialect{
	Name:     "mirrormaker",
	Grammars: []Grammar{Properties},
	Words:    []string{"clusters"},
	Match:    func(d *Document) bool { return len(aliases(d)) > 1 },
	Read: func(d *Document, out *Output) {
		config := connectPairs(d.Pairs)
		names := aliases(d)
		flows := enabledFlows(config, names)
		for _, f := range flows {
			if out.full() {
				return
			}
			readFlow(out, f, config, names)
		}
		if len(flows) == 0 {
			readFlow(out, flow{}, config, names)
		}
		for _, name := range names {
			if out.full() {
				return
			}
			mirrorClients(out, name, config)
		}
	},
}

// maxAliases is how many clusters one process of MirrorMaker connects at most.
const maxAliases = 50

// aliases returns the clusters of a file of MirrorMaker 2, none for other files.
func aliases(d *Document) []string {
	config := connectPairs(d.Pairs)
	clusters := config.last("clusters")
	if clusters == nil {
		return nil
	}
	var names []string
	known := false
	if strings.Count(clusters.value, ",") > maxAliases {
		return nil
	}
	for _, name := range strings.Split(clusters.value, ",") {
		if name = strings.TrimSpace(name); isName(name) {
			names = append(names, name)
			known = known || config.has(name+".bootstrap.servers")
		}
	}
	if !known {
		return nil
	}
	return names
}

// flow is the way from one cluster to another; none stands for the file.
type flow struct{ from, to string }

func (f flow) prefix() string { return f.from + "->" + f.to + "." }

func (f flow) back() flow { return flow{f.to, f.from} }

// sameTopics reports whether a flow and the one back choose their topics in the same way.
func sameTopics(config connectConfig, f flow) bool {
	value := func(f flow, key string) string {
		if e := config.last(f.prefix() + key); e != nil {
			return strings.TrimSpace(e.value)
		}
		return ""
	}
	for _, key := range []string{"topics", "topics.exclude", "topics.blacklist", "topic.filter.class"} {
		if value(f, key) != value(f.back(), key) {
			return false
		}
	}
	return true
}

// enabledFlows are those that are switched on.
func enabledFlows(config connectConfig, names []string) []flow {
	var flows []flow
	for _, e := range config {
		arrow, ok := strings.CutSuffix(e.key, ".enabled")
		if !ok || !strings.EqualFold(strings.TrimSpace(e.value), "true") {
			continue
		}
		from, to, ok := strings.Cut(arrow, "->")
		if f := (flow{from, to}); ok && slices.Contains(names, from) && slices.Contains(names, to) && !slices.Contains(flows, f) {
			flows = append(flows, f)
		}
	}
	return flows
}

// readFlow emits a flow: the keys for all, under them those of its clusters and its own.
func readFlow(out *Output, f flow, config connectConfig, names []string) {
	name, span := "", config[0].keySpan
	if f != (flow{}) {
		name = f.from + "->" + f.to
		span = config.last(f.prefix() + "enabled").keySpan
	}
	c := out.Component(model.Mirror, name, name, span)
	var common connectConfig
	for _, e := range config {
		alias, _, _ := strings.Cut(e.key, ".")
		if !strings.Contains(e.key, "->") && !slices.Contains(names, alias) {
			common = append(common, e)
		}
	}
	common.fill(c, model.Explicit)
	if f != (flow{}) {
		config.prefixed(f.prefix()).fill(c, model.Explicit)
	}
	if back := config.last(f.back().prefix() + "enabled"); back != nil && slices.Contains(enabledFlows(config, names), f.back()) &&
		sameTopics(config, f) {
		putFact(c, "@mirror.both-ways", "true", back.keySpan)
	}
	if servers := config.last(f.to + ".bootstrap.servers"); servers != nil {
		c.Links.Cluster = clusterName(servers.value)
	}
}

// mirrorClients emits the clients of a cluster that have settings of their own.
func mirrorClients(out *Output, cluster string, config connectConfig) {
	connection := config.prefixed(cluster + ".")
	for _, client := range workerClients {
		below := connection.prefixed(client.prefix)
		if len(below) == 0 {
			continue
		}
		c := out.Component(client.kind, cluster+"/"+string(client.kind), cluster, below[0].keySpan)
		c.Owner = model.OwnerMirror
		for _, e := range connection {
			if e.key == "bootstrap.servers" || strings.HasPrefix(e.key, "security.") || strings.HasPrefix(e.key, "sasl.") || strings.HasPrefix(e.key, "ssl.") {
				connectConfig{e}.fill(c, model.Inherited)
			}
		}
		below.fill(c, model.Explicit)
		link(c)
	}
}
