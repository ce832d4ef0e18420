package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// strimziDialect reads the resources of the Strimzi operator, in v1beta2 and v1: clusters,
// node pools, topics, Connect with its connectors, MirrorMaker 2 and the HTTP bridge. IBM
// Event Streams has the same under a group of its own.
var strimziDialect = Dialect{
	Name:     "strimzi",
	Grammars: []Grammar{YAML, JSON},
	Words:    strimziGroups,
	Match: func(d *Document) bool {
		return isStrimzi(d.Root) && strimziReaders[d.Root.Get("kind").Str()] != nil && d.Root.Get("spec").IsMap()
	},
	Read: func(d *Document, out *Output) {
		r := strimzi{newResource(d, out)}
		strimziReaders[r.kind.Text](&r)
	},
}

var strimziReaders map[string]func(*strimzi)

func init() {
	strimziReaders = map[string]func(*strimzi){
		"Kafka": (*strimzi).kafka, "KafkaNodePool": (*strimzi).nodePool, "KafkaTopic": (*strimzi).topic,
		"KafkaConnect": (*strimzi).connect, "KafkaConnector": (*strimzi).connector,
		"KafkaMirrorMaker2": (*strimzi).mirrorMaker, "KafkaBridge": (*strimzi).bridge,
	}
}

// strimziGroups are the API groups of the resources.
var strimziGroups = []string{"kafka.strimzi.io", "eventstreams.ibm.com"}

func isStrimzi(root *syntax.Node) bool {
	group, _, ok := strings.Cut(root.Get("apiVersion").Str(), "/")
	return ok && slices.Contains(strimziGroups, group)
}

// strimziCluster is the label by which a resource names its cluster, nil if it has none.
func strimziCluster(root *syntax.Node) *syntax.Node {
	labels := root.At("metadata", "labels")
	if l := labels.Get("strimzi.io/cluster"); l != nil {
		return l
	}
	return labels.Get("eventstreams.ibm.com/cluster")
}

// strimzi is one resource.
type strimzi struct{ resource }

// version takes the version of the software from a field of the spec.
func (r *strimzi) version(c *model.Component, of string, n *syntax.Node) {
	if !isSet(n) {
		return
	}
	if number, err := catalog.ParseVersion(n.Text); err == nil {
		c.Versions[of] = model.Version{Number: number, Evidence: evidence("spec.version", n)}
	}
}

// operatorKeys are prefixes of the keys that the operator sets itself, and the keys below
// them that it leaves to the user.
type operatorKeys struct{ prefixes, except []string }

func (o operatorKeys) has(key string) bool {
	begins := func(prefix string) bool { return strings.HasPrefix(strings.ToLower(key), prefix) }
	return slices.ContainsFunc(o.prefixes, begins) && !slices.Contains(o.except, strings.ToLower(key))
}

// The constants FORBIDDEN_PREFIXES and FORBIDDEN_PREFIX_EXCEPTIONS of io.strimzi:api 0.45 and 0.48.
var (
	ofKafka = operatorKeys{
		prefixes: []string{"listeners", "advertised.", "broker.", "listener.", "host.name", "port", "inter.broker.listener.name",
			"sasl.", "ssl.", "security.", "password.", "log.dir", "zookeeper.connect", "zookeeper.set.acl", "zookeeper.ssl",
			"zookeeper.clientcnxnsocket", "authorizer.", "super.user", "cruise.control.metrics.topic",
			"cruise.control.metrics.reporter.bootstrap.servers", "node.id", "process.roles", "controller.", "metadata.log.dir",
			"zookeeper.metadata.migration.enable"},
		except: []string{"zookeeper.connection.timeout.ms", "sasl.server.max.receive.size", "ssl.cipher.suites", "ssl.protocol",
			"ssl.enabled.protocols", "ssl.secure.random.implementation", "cruise.control.metrics.topic.num.partitions",
			"cruise.control.metrics.topic.replication.factor", "cruise.control.metrics.topic.retention.ms",
			"cruise.control.metrics.topic.auto.create.retries", "cruise.control.metrics.topic.auto.create.timeout.ms",
			"cruise.control.metrics.topic.min.insync.replicas", "broker.session.timeout.ms", "broker.heartbeat.interval.ms",
			"controller.socket.timeout.ms", "controller.quorum.election.backoff.max.ms", "controller.quorum.election.timeout.ms",
			"controller.quorum.fetch.timeout.ms"},
	}
	ofConnect = operatorKeys{
		prefixes: []string{"ssl.", "sasl.", "security.", "listeners", "plugin.path", "rest.", "bootstrap.servers",
			"consumer.interceptor.classes", "producer.interceptor.classes"},
		except: clientTLS,
	}
	ofBridgeProducer = operatorKeys{prefixes: []string{"ssl.", "bootstrap.servers", "sasl.", "security."}, except: clientTLS}
	ofBridgeConsumer = operatorKeys{prefixes: []string{"ssl.", "bootstrap.servers", "group.id", "sasl.", "security."}, except: clientTLS}

	clientTLS = []string{"ssl.endpoint.identification.algorithm", "ssl.cipher.suites", "ssl.protocol", "ssl.enabled.protocols"}
)

// kafka reads a cluster: the configuration of its brokers. Since node pools, it says
// nothing of how many there are.
func (r *strimzi) kafka() {
	kafka := r.spec.Get("kafka")
	if !kafka.IsMap() {
		return
	}
	c := r.component(model.Broker)
	c.Links.Service = bootstrapService(r.name)
	if r.isPatch(kafka) {
		c.Complete = atMost(c.Complete, model.Partial)
	}
	r.version(c, model.OfBroker, kafka.Get("version"))
	r.settings(c, kafka.Get("config"), ofKafka)
	if replicas := kafka.Get("replicas"); isSet(replicas) && len(r.pools()) == 0 {
		putCount(c, "@brokers", replicas)
	} else {
		r.brokers(c)
	}
	storage(c, kafka.Get("storage"))
	for _, l := range items(kafka.Get("listeners")) {
		r.listener(c, l)
	}
	if keeper := r.spec.Get("zookeeper"); keeper.IsMap() {
		if n := ephemeral(keeper.Get("storage")); n != nil {
			putFact(c, "@storage.zookeeper", "ephemeral", n.Span)
		}
		claims(c, "zookeeper", keeper.Get("storage"))
	}
}

// isPatch reports whether what every cluster must have is missing, as in an overlay.
func (r *strimzi) isPatch(kafka *syntax.Node) bool {
	return !kafka.Get("listeners").IsSeq() && !kafka.Get("listeners").IsMap()
}

// listener notes the security protocol of a listener, and whether it can be reached from
// outside the Kubernetes cluster.
func (r *strimzi) listener(c *model.Component, l *syntax.Node) {
	name, kind, tls := l.Get("name"), l.Get("type"), l.Get("tls")
	if !isSet(name) || !isSet(kind) || !isSet(tls) || isPlaceholder(tls.Text) {
		return
	}
	protocol := "PLAINTEXT"
	if manifestScalar(tls) == "true" {
		protocol = "SSL"
	}
	if auth := l.At("authentication", "type").Str(); auth != "" && auth != "tls" {
		protocol = "SASL_" + protocol
	}
	fact := "@listener.internal."
	if kind.Text != "internal" && kind.Text != "cluster-ip" {
		fact = "@listener.external."
	}
	putFact(c, fact+name.Text, protocol, tls.Span)
	if port := l.Get("port"); isSet(port) && fact == "@listener.internal." && isSet(r.name) {
		c.Links.Listeners = append(c.Links.Listeners, model.Listener{
			Name: name.Text, Address: bootstrapService(r.name) + ":" + port.Text, Protocol: protocol, Span: tls.Span,
		})
	}
}

// bootstrapService is the name of the service by which clients within Kubernetes reach a
// cluster (KafkaResources.bootstrapServiceName), "" for an unknown cluster.
func bootstrapService(cluster *syntax.Node) string {
	if !isSet(cluster) || !isName(cluster.Text) {
		return ""
	}
	return strings.ToLower(cluster.Text) + "-kafka-bootstrap"
}

// cluster is the name of the cluster to which a resource belongs by its label.
func (r *strimzi) cluster() *syntax.Node { return strimziCluster(r.doc.Root) }

// brokers counts the brokers in the node pools that stand beside a cluster, if all of them say.
func (r *strimzi) brokers(c *model.Component) {
	pools, sum := r.pools(), 0
	var span model.Span
	for _, pool := range pools {
		replicas := pool.At("spec", "replicas")
		n, err := strconv.Atoi(replicas.Str())
		if err != nil {
			return
		}
		if hasRole(pool.Get("spec"), "broker") {
			sum += n
			span = replicas.Span
		}
	}
	if sum > 0 {
		putFact(c, "@brokers", strconv.Itoa(sum), span)
	}
}

// yamlStream is the documents of a file that stand for themselves and say something of
// one another.
type yamlStream struct {
	documents []*Document
	pools     map[string][]*syntax.Node   // Strimzi's node pools by their cluster, once they were asked for
	confluent map[string][]*syntax.Node   // the resources of Confluent for Kubernetes by kind and namespace, once they were asked for
	mounted   map[string]map[string]mount // what is mounted beside a ConfigMap, once it was asked for
	images    map[string][]*syntax.Node   // of the containers that have a ConfigMap mounted, with mounted
	flink     *flinkGroup                 // the containers of Flink, once they were asked for
	readers   map[string][]*syntax.Node   // the replicas of what reads a ConfigMap, once they were asked for

	configMaps map[string]*syntax.Node // by name, once they were asked for
	flinkTexts map[*syntax.Node]bool   // entries of ConfigMaps that are a FLINK_PROPERTIES, once they were asked for
}

// pools returns the node pools of a cluster in the same stream of documents.
func (r *strimzi) pools() []*syntax.Node {
	s := r.doc.beside
	if s == nil {
		return nil
	}
	if s.pools == nil {
		s.pools = make(map[string][]*syntax.Node)
		for _, d := range s.documents {
			if isStrimzi(d.Root) && d.Root.Get("kind").Str() == "KafkaNodePool" {
				cluster := strimziCluster(d.Root).Str()
				s.pools[cluster] = append(s.pools[cluster], d.Root)
			}
		}
	}
	return s.pools[r.name.Str()]
}

func hasRole(spec *syntax.Node, role string) bool {
	return slices.ContainsFunc(items(spec.Get("roles")), func(n *syntax.Node) bool { return n.Str() == role })
}

// nodePool reads where a pool's brokers or controllers keep their data. Their
// configuration is that of the cluster.
func (r *strimzi) nodePool() {
	c := r.component(model.Broker)
	c.Links.Service = bootstrapService(r.cluster())
	c.Complete = atMost(c.Complete, model.Partial)
	putCount(c, "@replicas", r.spec.Get("replicas"))
	if roles := r.spec.Get("roles"); roles.IsSeq() {
		var names []string
		for _, n := range roles.Items {
			names = append(names, n.Str())
		}
		putFact(c, "@roles", strings.Join(names, ","), roles.Span)
	}
	storage(c, r.spec.Get("storage"))
}

// storage notes what becomes of the data when a pod is deleted.
func storage(c *model.Component, n *syntax.Node) {
	if e := ephemeral(n); e != nil {
		putFact(c, "@storage", "ephemeral", e.Span)
	} else if kind := n.Get("type"); isSet(kind) && !isPlaceholder(kind.Text) {
		putFact(c, "@storage", "persistent", kind.Span)
	}
	claims(c, "kafka", n)
}

// claims notes the volumes that are deleted together with the resource.
func claims(c *model.Component, of string, storage *syntax.Node) {
	for i, n := range append([]*syntax.Node{storage}, items(storage.Get("volumes"))...) {
		if e := n.Get("deleteClaim"); e.Str() == "true" && n.Get("type").Str() == "persistent-claim" {
			putFact(c, "@delete-claim."+of+"."+strconv.Itoa(i), "true", e.Span)
		}
	}
}

// ephemeral returns the field that says that data is lost with the pod, or nil.
func ephemeral(storage *syntax.Node) *syntax.Node {
	for _, n := range append([]*syntax.Node{storage}, items(storage.Get("volumes"))...) {
		if kind := n.Get("type"); kind.Str() == "ephemeral" {
			return kind
		}
	}
	return nil
}

// topic reads a KafkaTopic.
func (r *strimzi) topic() {
	c := r.component(model.Topic)
	c.Links.Service = bootstrapService(r.cluster())
	name := r.spec.Get("topicName")
	if !isSet(name) {
		name = r.name
	}
	fillTopic(c, topicFields{name: name, partitions: r.spec.Get("partitions"), replicas: r.spec.Get("replicas")})
	r.settings(c, r.spec.Get("config"), operatorKeys{})
}

// topicFields are what all ways to declare a topic have.
type topicFields struct{ name, partitions, replicas *syntax.Node }

// fillTopic fills in a topic: its name as a link, and how often it is divided and copied as facts.
func fillTopic(c *model.Component, f topicFields) {
	if isSet(f.name) && isName(f.name.Text) {
		c.Name = shortened(f.name.Text, maxName)
		c.Links.Topics = []string{f.name.Text}
	}
	putCount(c, "@partitions", f.partitions)
	putCount(c, "@replication-factor", f.replicas)
}
