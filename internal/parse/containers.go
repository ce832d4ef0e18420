package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// composeDialect reads Docker Compose files: the services that configure Kafka by
// environment variables, and the commands that create topics.
var composeDialect = Dialect{
	Name:     "compose",
	Grammars: []Grammar{YAML, JSON},
	Words:    []string{"kafka_", "connect_", "kafka-topics", "storage_topic", "debezium/connect", "flink"},
	Match: func(d *Document) bool {
		return slices.ContainsFunc(composeServices(d.Root), container.ours)
	},
	Read: func(d *Document, out *Output) {
		services := composeServices(d.Root)
		readContainers(out, services)
		group := newFlinkGroup()
		group.add(d.Root, services)
		group.read(out, d.Root)
	},
}

// workloadDialect reads the Kubernetes resources that run containers.
var workloadDialect = Dialect{
	Name:     "kubernetes",
	Grammars: []Grammar{YAML, JSON},
	Words:    composeDialect.Words,
	Match:    func(d *Document) bool { return slices.ContainsFunc(d.containers(), container.ours) },
	Read: func(d *Document, out *Output) {
		readContainers(out, d.containers())
		d.flinkGroup().read(out, d.Root)
	},
}

// container is what runs an image with an environment and a command.
type container struct {
	anchor   string
	name     string
	span     model.Span
	image    *syntax.Node
	env      []variable
	command  []*syntax.Node // entrypoint and command; a text or the words
	replicas *syntax.Node
	// hosts are the names by which others reach it.
	hosts  []string
	mounts []containerMount
	// envFrom are the sources of variables that are not named here.
	envFrom []envSource
	// envInView: all of them are in the same file.
	envInView bool
	// outside is where FLINK_PROPERTIES comes from, or perhaps does, if that is in another file.
	outside *envSource
	// partial: some variables come from elsewhere.
	partial bool
	// doubled: two dollar signs stand for one.
	doubled bool
}

// containerMount is what is mounted at a path of a container.
type containerMount struct {
	source, target string
	kind           string // as volumeKinds
	span           model.Span
}

// ours reports whether a container configures anything of Kafka or Flink.
func (c container) ours() bool { return c.ofKafka() || c.ofFlink() }

// variable is an environment variable.
type variable struct {
	name, value         string
	nameSpan, valueSpan model.Span
	unknown             bool         // the value comes from elsewhere
	node                *syntax.Node // the scalar that holds the value from the offset from on
	from                int
	ref                 mapKey // where the value comes from, if that is a ConfigMap
}

// envSource is where a container takes all variables from.
type envSource struct {
	ref  mapKey // the entry that becomes FLINK_PROPERTIES
	span model.Span
}

// source returns the value as it is written, for grammars within it.
func (v *variable) source() *syntax.Source {
	src := v.node.Source()
	if v.from > 0 { // what stands before says nothing
		src.Text = strings.Repeat("\n", v.from) + src.Text[v.from:]
	}
	return src
}

func (c container) variable(names ...string) *variable {
	for i := len(c.env) - 1; i >= 0; i-- {
		if slices.Contains(names, c.env[i].name) {
			return &c.env[i]
		}
	}
	return nil
}

// composeServices returns the services of a Compose file, or of an override for one.
func composeServices(root *syntax.Node) []container {
	services := root.Get("services")
	if !services.IsMap() {
		return nil
	}
	var all []container
	for _, e := range services.Effective() {
		s := e.Value
		if !s.IsMap() {
			continue
		}
		c := container{
			anchor: "services/" + e.Key.Text, name: e.Key.Text, span: e.Key.Span, image: s.Get("image"),
			command: []*syntax.Node{s.Get("entrypoint"), s.Get("command")}, replicas: s.At("deploy", "replicas"),
			doubled: true, partial: s.Get("env_file") != nil || s.Get("extends") != nil || s.Get("image") == nil && s.Get("build") == nil,
		}
		c.hosts = []string{c.name, s.Get("hostname").Str(), s.Get("container_name").Str()}
		c.env = composeEnvironment(s.Get("environment"))
		c.mounts = composeMounts(s.Get("volumes"))
		all = append(all, c)
	}
	return all
}

// composeEnvironment reads the two forms of environment: a map, and a list of NAME=value.
// A name alone takes its value from the shell.
func composeEnvironment(n *syntax.Node) []variable {
	var env []variable
	if n.IsMap() {
		for _, e := range n.Effective() {
			v := variable{name: e.Key.Text, nameSpan: e.Key.Span, valueSpan: e.Value.Span, unknown: !isSet(e.Value)}
			if isSet(e.Value) {
				v.value, v.node = composeScalar(e.Value), e.Value
			}
			env = append(env, v)
		}
		return env
	}
	for _, item := range items(n) {
		if !isSet(item) {
			continue
		}
		src := item.Source()
		name, value, ok := strings.Cut(item.Text, "=")
		env = append(env, variable{
			name: strings.TrimSpace(name), value: value, nameSpan: src.Span(0, len(name)),
			valueSpan: src.Span(min(len(name)+1, len(item.Text)), len(item.Text)), unknown: !ok,
			node: item, from: min(len(name)+1, len(item.Text)),
		})
	}
	return env
}

// composeMounts reads the two forms of a service's volumes: source:target, and a map.
func composeMounts(n *syntax.Node) []containerMount {
	var mounts []containerMount
	for _, item := range items(n) {
		m := containerMount{source: item.Get("source").Str(), target: item.Get("target").Str(), kind: "other", span: item.Span}
		if isSet(item) {
			m.target = item.Text
			if i := strings.LastIndex(item.Text, ":/"); i >= 0 {
				m.source, m.target = item.Text[:i], item.Text[i+1:]
			}
			m.target, _, _ = strings.Cut(m.target, ":")
		}
		if strings.HasPrefix(m.target, "/") && !isPlaceholder(m.target) {
			mounts = append(mounts, m)
		}
	}
	return mounts
}

// composeScalar is the text that a variable gets: Compose writes $$ for a dollar sign.
func composeScalar(n *syntax.Node) string { return strings.ReplaceAll(n.Text, "$$", "$") }

// podContainers returns the containers of a resource that runs pods.
func podContainers(root *syntax.Node) []container {
	kind, spec := root.Get("kind"), root.Get("spec")
	if !isSet(kind) || !isSet(root.Get("apiVersion")) || !spec.IsMap() {
		return nil
	}
	name := root.At("metadata", "name").Str()
	pod := podSpec(root)
	var all []container
	for _, field := range []string{"containers", "initContainers"} {
		for _, n := range items(pod.Get(field)) {
			c := container{
				anchor: kind.Text + "/" + name + "/" + n.Get("name").Str(), name: name, span: kind.Span, image: n.Get("image"),
				command: []*syntax.Node{n.Get("command"), n.Get("args")}, replicas: spec.Get("replicas"), partial: n.Get("envFrom") != nil,
			}
			if isSet(n.Get("name")) {
				c.span = n.Get("name").Span
			}
			c.hosts = []string{name}
			c.mounts = podMounts(pod, n)
			for _, item := range items(n.Get("env")) {
				key, value := item.Get("name"), item.Get("value")
				if !isSet(key) {
					continue
				}
				v := variable{name: key.Text, nameSpan: key.Span, valueSpan: key.Span, unknown: true}
				if isSet(value) {
					v.value, v.valueSpan, v.unknown, v.node = value.Text, value.Span, false, value
				}
				from := item.At("valueFrom", "configMapKeyRef")
				v.ref = mapKey{from.Get("name").Str(), from.Get("key").Str()}
				c.env = append(c.env, v)
			}
			c.envFrom = podSources(n.Get("envFrom"))
			all = append(all, c)
		}
	}
	return all
}

// podSources reads the sources of a container's variables. Their names may get a prefix.
func podSources(n *syntax.Node) []envSource {
	var sources []envSource
	for _, item := range items(n) {
		name := item.At("configMapRef", "name")
		source := envSource{span: item.Span}
		if key, ok := strings.CutPrefix(flinkProperties, item.Get("prefix").Str()); ok && isSet(name) {
			source.ref, source.span = mapKey{name.Text, key}, name.Span
		}
		sources = append(sources, source)
	}
	return sources
}

// podMounts returns what is mounted into a container of a pod.
func podMounts(pod, container *syntax.Node) []containerMount {
	volumes := make(map[string]*syntax.Node)
	for _, v := range items(pod.Get("volumes")) {
		volumes[v.Get("name").Str()] = v
	}
	var mounts []containerMount
	for _, item := range items(container.Get("volumeMounts")) {
		name, target := item.Get("name").Str(), item.Get("mountPath")
		// A claim template of a StatefulSet gives each pod a volume of its own.
		if volumes[name] == nil || target.Str() == "" || isPlaceholder(target.Text) {
			continue
		}
		mounts = append(mounts, containerMount{name, target.Text, volumeKind(volumes[name]), target.Span})
	}
	return mounts
}

// podSpec returns the specification of the pods of a resource: its own, or that of its template.
func podSpec(root *syntax.Node) *syntax.Node {
	spec := root.Get("spec")
	pod := spec
	for _, path := range [][]string{{"template", "spec"}, {"jobTemplate", "spec", "template", "spec"}} {
		if inner := spec.At(path...); inner.IsMap() {
			pod = inner
		}
	}
	return pod
}

// readContainers emits what the containers of a document configure.
func readContainers(out *Output, all []container) {
	var brokers, others []*model.Component // the others know how many brokers there are
	for _, c := range all {
		if out.full() {
			break
		}
		if role := c.role(); role != nil {
			component := role.emit(out, c)
			switch {
			case component == nil:
			case role.kind == model.Broker:
				brokers = append(brokers, component)
			case role.kind == model.ConnectWorker:
				others = append(others, component)
			}
			if role.createTopics != "" {
				others = append(others, createdTopics(out, c, role.createTopics)...)
			}
		}
		others = append(others, commandTopics(out, c)...)
	}
	countBrokers(brokers, all)
	copyCount(brokers, others)
}

// copyCount notes at topics and workers how many brokers their cluster has, if that is the
// same for all clusters of the file.
func copyCount(brokers, others []*model.Component) {
	count := ""
	for _, b := range brokers {
		n := b.Get("@brokers")
		if n == nil || count != "" && count != n.Value {
			return
		}
		count = n.Value
	}
	if count == "" {
		return
	}
	for _, c := range others {
		putFact(c, "@brokers", count, c.Span)
	}
}

// countBrokers notes how many brokers each cluster of a file has, if every service is one
// of them. Brokers are of the same cluster if they name the same quorum or ZooKeeper; one
// that is not of the file may serve brokers of other files.
func countBrokers(brokers []*model.Component, all []container) {
	if slices.ContainsFunc(all, func(c container) bool { return c.replicas != nil }) {
		return // how many there are is decided when it is started
	}
	of := func(b *model.Component) string {
		for _, key := range quorumKeys {
			if v, ok := b.Value(key); ok {
				return v
			}
		}
		return ""
	}
	clusters := make(map[string]int)
	for _, b := range brokers {
		if roles, ok := b.Value("process.roles"); !ok || strings.Contains(roles, "broker") {
			clusters[of(b)]++
		}
	}
	for _, b := range brokers {
		if n := clusters[of(b)]; n > 0 && (of(b) != "" || len(brokers) == 1 && namesQuorum(b)) && inView(of(b), all) {
			putFact(b, "@brokers", strconv.Itoa(n), b.Span)
		}
	}
}

// quorumKeys are those by which a broker finds its cluster.
var quorumKeys = []string{"controller.quorum.voters", "controller.quorum.bootstrap.servers", "zookeeper.connect"}

// namesQuorum reports whether a broker, or its image, has one of them: without, the file is
// part of a configuration.
func namesQuorum(b *model.Component) bool {
	return slices.ContainsFunc(quorumKeys, func(key string) bool { return b.Get(key) != nil })
}

// inView reports whether the servers of a quorum, as "1@kafka:9093,..." or "zookeeper:2181",
// are containers of the file. What is filled in is taken for one.
func inView(quorum string, all []container) bool {
	for server := range strings.SplitSeq(quorum, ",") {
		if _, address, ok := strings.Cut(server, "@"); ok {
			server = address
		}
		host, _, _ := strings.Cut(strings.TrimSpace(server), ":")
		if host == "" || host == "localhost" || host == "0.0.0.0" || strings.HasPrefix(host, "127.") || isPlaceholder(server) {
			continue
		}
		first, _, _ := strings.Cut(host, ".") // the pod or service of a longer name
		if !slices.ContainsFunc(all, func(c container) bool { return slices.Contains(c.hosts, host) || podOf(first, c.hosts) }) {
			return false
		}
	}
	return true
}

// podOf reports whether a host is a pod of one of some resources: kafka-0 of kafka.
func podOf(host string, resources []string) bool {
	return slices.ContainsFunc(resources, func(name string) bool {
		rest, ok := strings.CutPrefix(host, name)
		return ok && name != "" && strings.Trim(rest, "-0123456789") == ""
	})
}
