package parse

import (
	"net"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// cfkDialect reads the resources of Confluent for Kubernetes: clusters and their
// controllers, topics, Connect and its connectors (the definitions of the API group, and
// "Configuration Overview" and "Advanced Configuration" of its documentation).
//
// The operator adds to what is written: listeners, security, metrics, and the replication
// factors and in-sync replicas that follow from the number of brokers. It does not publish
// how, so that what is not written is not known.
var cfkDialect = Dialect{
	Name:     "cfk",
	Grammars: []Grammar{YAML, JSON},
	Words:    []string{cfkGroup},
	Match: func(d *Document) bool {
		return isCFK(d.Root) && cfkReaders[d.Root.Get("kind").Str()] != nil && d.Root.Get("spec").IsMap()
	},
	Read: func(d *Document, out *Output) {
		r := cfk{newResource(d, out)}
		cfkReaders[r.kind.Text](&r)
	},
}

var cfkReaders map[string]func(*cfk)

func init() {
	cfkReaders = map[string]func(*cfk){
		"Kafka": (*cfk).kafka, "KRaftController": (*cfk).controller, "KafkaTopic": (*cfk).topic,
		"Connect": (*cfk).connect, "Connector": (*cfk).connector,
	}
}

// cfkGroup is the API group of the resources.
const cfkGroup = "platform.confluent.io"

func isCFK(root *syntax.Node) bool {
	group, _, ok := strings.Cut(root.Get("apiVersion").Str(), "/")
	return ok && group == cfkGroup
}

// cfk is one resource.
type cfk struct{ resource }

// kafka reads the brokers of a cluster.
func (r *cfk) kafka() {
	c := r.node()
	c.Links.Service = r.self()
	if r.whole() && !r.stretched() {
		putCount(c, "@brokers", r.spec.Get("replicas"))
	}
	for _, key := range listenerKeys {
		if c.Get(key) != nil {
			return // the listeners are what the overrides say
		}
	}
	r.listeners(c)
}

// listenerKeys decide on the listeners of a broker.
var listenerKeys = []string{"listeners", "advertised.listeners", "listener.security.protocol.map"}

// controller reads the controllers of a cluster, which have no records of topics.
func (r *cfk) controller() {
	c := r.node()
	c.Add(model.Setting{Key: "process.roles", Value: "controller", State: model.Forced})
	putFact(c, "@roles", "controller", r.kind.Span)
}

// node reads what brokers and controllers have in common.
func (r *cfk) node() *model.Component {
	c := r.component(model.Broker)
	c.Complete = atMost(c.Complete, model.Partial)
	r.version(c, model.OfBroker, "cp-server", "cp-enterprise-kafka")
	putCount(c, "@replicas", r.spec.Get("replicas"))
	if volume := r.spec.Get("dataVolumeCapacity"); isSet(volume) {
		putFact(c, "@storage", "persistent", volume.Span) // a claim, whatever its class
	}
	for _, e := range r.overrides() {
		e.written, e.key = e.key, catalog.Canonical(c.Client, c.Kind, e.key)
		connectConfig{e}.fill(c, model.Explicit)
	}
	return c
}

// overrides are the lines of properties that the operator adds to those it makes, or puts
// in their place. It can also take away what it makes.
func (r *cfk) overrides() connectConfig {
	var all connectConfig
	for _, item := range items(r.spec.At("configOverrides", "server")) {
		if !isSet(item) || !strings.Contains(item.Text, "=") {
			continue
		}
		pairs, _, _ := syntax.ParseProperties(item.Source())
		for _, e := range connectPairs(pairs) {
			if e.value != "" {
				all = append(all, e)
			}
		}
	}
	return all
}

// version takes the version of Kafka from the tag of the image, if that is one of
// Confluent's. The images of the first release end in "-operator".
func (r *cfk) version(c *model.Component, of string, images ...string) {
	n := r.spec.At("image", "application")
	repository, tag := container{image: n}.repository()
	base := strings.TrimSuffix(repository[strings.LastIndexByte(repository, '/')+1:], "-operator")
	if !slices.Contains(images, base) {
		return
	}
	if number := confluentVersion(tag); number != nil {
		c.Versions[of] = model.Version{Number: number, Evidence: evidence("spec.image.application", n)}
	}
}

// whole reports whether the resource has what it must have, and is not part of one, as in
// an overlay.
func (r *cfk) whole() bool {
	return isSet(r.spec.Get("replicas")) && isSet(r.spec.Get("dataVolumeCapacity")) && isSet(r.spec.At("image", "application"))
}

// stretched reports whether there may be brokers of the same cluster in other regions, which
// are resources of their own.
func (r *cfk) stretched() bool {
	annotations := r.doc.Root.At("metadata", "annotations")
	keeper := r.spec.At("dependencies", "zookeeper", "endpoint").Str()
	return annotations.Get(cfkGroup+"/broker-id-offset") != nil ||
		strings.ContainsAny(keeper, ",/{") || r.spec.At("listeners", "replication", "externalAccess") != nil ||
		r.overrides().has("confluent.log.placement.constraints") ||
		slices.ContainsFunc(r.beside("KRaftController"), func(n *syntax.Node) bool { return n.At("spec", "controllerQuorumVoters") != nil })
}

// cfkListeners are the listeners that every cluster has for clients, and their ports.
var cfkListeners = []struct{ name, port string }{{"internal", "9071"}, {"external", "9092"}}

// listeners notes where the brokers are reached within Kubernetes and by which protocols,
// and which of the listeners are open to the outside.
func (r *cfk) listeners(c *model.Component) {
	if !r.whole() {
		return
	}
	for _, known := range cfkListeners {
		n := r.spec.At("listeners", known.name)
		r.listener(c, known.name, known.port, n)
	}
	for _, n := range items(r.spec.At("listeners", "custom")) {
		if name, port := n.Get("name"), n.Get("port"); isSet(name) && isSet(port) && isName(name.Text) {
			r.listener(c, name.Text, port.Text, n)
		}
	}
}

func (r *cfk) listener(c *model.Component, name, port string, n *syntax.Node) {
	protocol, span := r.protocol(n), r.kind.Span
	if protocol == "" {
		return
	}
	if access := n.At("externalAccess", "type"); isSet(access) {
		span = access.Span
		// What only passes through the gateway of somebody's own may be encrypted there.
		if access.Text == "loadBalancer" || access.Text == "nodePort" {
			putFact(c, "@listener.external."+name, protocol, span)
		}
	}
	if enabled := n.At("tls", "enabled"); isSet(enabled) {
		span = enabled.Span
	}
	if namespace := r.namespace(); namespace != "" && isSet(r.name) && isName(r.name.Text) {
		host := strings.ToLower(r.name.Text + "." + namespace)
		for _, domain := range []string{"", ".svc", ".svc.cluster.local"} {
			c.Links.Listeners = append(c.Links.Listeners, model.Listener{
				Name: name, Address: net.JoinHostPort(host+domain, port), Protocol: protocol, Span: span,
			})
		}
	}
}

// protocol is the security protocol of a listener, or of what connects to one, "" if it is
// not known: where roles decide, tokens of the metadata service take the place of what is not
// written.
func (r *cfk) protocol(n *syntax.Node) string {
	tls, auth := n.At("tls", "enabled"), n.At("authentication", "type")
	protocol := "PLAINTEXT"
	switch {
	case tls == nil || manifestScalar(tls) == "false":
	case manifestScalar(tls) == "true":
		protocol = "SSL"
	default:
		return ""
	}
	switch auth.Str() {
	case "":
		if r.spec.At("authorization", "type").Str() == "rbac" || r.spec.At("dependencies", "mds") != nil {
			return ""
		}
	case "mtls":
	case "plain", "digest", "ldap", "oauthbearer", "oauth":
		protocol = "SASL_" + protocol
	default:
		return ""
	}
	return protocol
}

// namespace is that of the resource, "" if the resource does not say.
func (r *cfk) namespace() string {
	n := r.doc.Root.At("metadata", "namespace")
	if !isSet(n) || !isName(n.Text) {
		return ""
	}
	return n.Text
}

// self is the service of a cluster.
func (r *cfk) self() string {
	if !isSet(r.name) || !isName(r.name.Text) {
		return ""
	}
	return cfkService(r.name.Text, r.namespace())
}

// cfkService is what stands for the service by which a cluster is reached in a namespace. Where
// that is not written, it is that of a resource that does not write it either.
func cfkService(name, namespace string) string {
	if namespace != "" {
		name += "." + namespace + ".svc"
	}
	return strings.ToLower(name)
}

// reference is the service or resource to which a reference leads: a name, and a namespace
// that is the resource's own if it is not written. Without a reference the operator takes
// what it finds of a kind in the namespace; that is known if the file has only one.
func (r *cfk) reference(ref *syntax.Node, kind string) string {
	if ref == nil {
		found := r.beside(kind)
		if len(found) != 1 {
			return ""
		}
		name := found[0].At("metadata", "name")
		if !isSet(name) || !isName(name.Text) {
			return ""
		}
		return cfkService(name.Text, r.namespace())
	}
	name, namespace := ref.Get("name"), r.namespace()
	if n := ref.Get("namespace"); isSet(n) {
		namespace = n.Text
	}
	if !isSet(name) || !isName(name.Text) || isPlaceholder(namespace) {
		return ""
	}
	return cfkService(name.Text, namespace)
}

// beside returns the resources of a kind in the same namespace and the same stream of documents.
func (r *cfk) beside(kind string) []*syntax.Node {
	s := r.doc.beside
	if s == nil {
		return nil
	}
	of := func(root *syntax.Node) string {
		return root.Get("kind").Str() + " " + root.At("metadata", "namespace").Str()
	}
	if s.confluent == nil {
		s.confluent = make(map[string][]*syntax.Node)
		for _, d := range s.documents {
			if isCFK(d.Root) {
				s.confluent[of(d.Root)] = append(s.confluent[of(d.Root)], d.Root)
			}
		}
	}
	return s.confluent[kind+" "+r.doc.Root.At("metadata", "namespace").Str()]
}

// topic reads a KafkaTopic. The brokers' own min.insync.replicas follows from how many
// there are, so that no default is known for it.
func (r *cfk) topic() {
	if name := r.spec.Get("name"); isSet(name) {
		r.name = name // in Kafka; it may have what names in Kubernetes may not
	}
	c := r.component(model.Topic)
	if !r.elsewhere() {
		c.Links.Service = r.reference(r.spec.Get("kafkaClusterRef"), "Kafka")
	}
	fillTopic(c, topicFields{name: r.name, partitions: r.spec.Get("partitionCount"), replicas: r.spec.Get("replicas")})
	c.Add(model.Setting{Key: "min.insync.replicas", State: model.Unknown})
	r.settings(c, r.spec.Get("configs"), operatorKeys{})
}

// elsewhere reports whether a topic is created over a REST interface that need not be that of
// the cluster it refers to, as that of Confluent Cloud. Those come first.
func (r *cfk) elsewhere() bool {
	return r.spec.Get("kafkaRestClassRef") != nil || r.spec.At("kafkaRest", "endpoint") != nil
}

// host returns the service that a bootstrap endpoint of one server names, and its full
// address; "" for any other.
func (r *cfk) host(endpoint string) (service, address string) {
	if _, rest, ok := strings.Cut(endpoint, "://"); ok {
		endpoint = rest
	}
	host, port, err := net.SplitHostPort(strings.ToLower(strings.TrimSpace(endpoint)))
	if _, number := strconv.Atoi(port); err != nil || number != nil {
		return "", ""
	}
	name, domain, _ := strings.Cut(host, ".")
	namespace, domain, _ := strings.Cut(domain, ".")
	switch {
	case namespace == "":
		namespace = strings.ToLower(r.namespace())
	case domain != "" && domain != "svc" && !strings.HasPrefix(domain, "svc."):
		return "", ""
	}
	if namespace != "" {
		address = net.JoinHostPort(name+"."+namespace+".svc.cluster.local", port)
	}
	return cfkService(name, namespace), address
}
