package resolve

import (
	"cmp"
	"net"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// clusters finds out which components are of one Kafka cluster: those that name the same
// server, and the brokers that are reached there. All of them get one name for it. It
// returns the brokers and the others by cluster, where there are both.
func clusters(all []*model.Component) []*cluster {
	u := union{parent: make(map[string]string)}
	brokers := make(map[string]bool) // the nodes where one is reached
	own := make(map[*model.Component][]string)
	for _, c := range all {
		if c.Kind != model.Broker {
			continue
		}
		addListeners(c)
		for _, l := range c.Links.Listeners {
			own[c] = append(own[c], node(c, c.Stage, l.Address))
		}
		for _, server := range servers(c) {
			own[c] = append(own[c], node(c, c.Stage, server))
		}
		for _, n := range own[c] {
			brokers[n] = true
		}
		if quorum := quorum(c); quorum != "" {
			own[c] = append(own[c], "quorum "+path.Dir(c.File)+" "+quorum)
		}
	}
	for _, c := range all {
		if c.Kind == model.Broker {
			continue
		}
		for _, server := range servers(c) {
			n := node(c, c.Stage, server)
			if common := node(c, "", server); !brokers[n] && brokers[common] {
				n = common // the environment has no cluster of its own in view
			}
			own[c] = append(own[c], n)
		}
	}
	ownHomes(all, own)
	for _, c := range all {
		u.join(own[c])
	}
	found := make(map[string]*cluster)
	var list []*cluster
	for _, c := range all {
		if len(own[c]) == 0 {
			continue
		}
		root := u.find(own[c][0])
		k := found[root]
		if k == nil {
			k = &cluster{}
			found[root] = k
			list = append(list, k)
		}
		if c.Kind == model.Broker {
			k.brokers = append(k.brokers, c)
		} else {
			k.others = append(k.others, c)
		}
	}
	services := slices.ContainsFunc(all, func(c *model.Component) bool { return strings.Contains(c.Links.Cluster, serviceSuffix) })
	for _, k := range list {
		k.name(services)
	}
	besideCompose(all, list)
	return slices.DeleteFunc(list, func(k *cluster) bool { return len(k.brokers) == 0 || len(k.others) == 0 })
}

// ownHomes tells clusters of Confluent for Kubernetes apart that have the same name: most
// are called kafka. What names one belongs to that of the nearest file, if there is only one.
func ownHomes(all []*model.Component, own map[*model.Component][]string) {
	byNode := make(map[string]*homes)
	home := func(c *model.Component) bool { return c.Kind == model.Broker && c.Dialect == "cfk" }
	for _, c := range all {
		if !home(c) {
			continue
		}
		for _, n := range own[c] {
			if byNode[n] == nil {
				byNode[n] = &homes{files: make(map[string]bool), below: make(map[string]string)}
			}
			byNode[n].add(c.File)
		}
	}
	for _, c := range all {
		var nodes []string
		for _, n := range own[c] {
			h := byNode[n]
			if h == nil || len(h.files) < 2 {
				nodes = append(nodes, n)
			} else if file := h.nearest(c.File); file != "" {
				nodes = append(nodes, n+" of "+file)
			}
		}
		own[c] = nodes
	}
}

// homes are the files with a cluster of one name.
type homes struct {
	files map[string]bool
	below map[string]string // by folder, the only one in it or below, "" if there are several
}

func (h *homes) add(file string) {
	if h.files[file] {
		return
	}
	h.files[file] = true
	for folder := path.Dir(file); ; folder = path.Dir(folder) {
		if _, ok := h.below[folder]; ok {
			h.below[folder] = ""
		} else {
			h.below[folder] = file
		}
		if folder == path.Dir(folder) {
			return
		}
	}
}

// nearest returns the home that has the most folders in common with a file, or is the file
// itself; "" if there are several.
func (h *homes) nearest(file string) string {
	if h.files[file] {
		return file
	}
	for folder := path.Dir(file); ; folder = path.Dir(folder) {
		if found, ok := h.below[folder]; ok || folder == path.Dir(folder) {
			return found
		}
	}
}

// besideCompose adds the clients that name a loopback address to the cluster of the Compose
// project above them: its ports are those of the machine.
func besideCompose(all []*model.Component, list []*cluster) {
	projects := make(map[string]*cluster)
	for _, k := range list {
		for _, b := range k.brokers {
			if folder := path.Dir(b.File); b.Dialect == "compose" {
				if other, ok := projects[folder]; ok && other != k {
					k = nil // one of several
				}
				projects[folder] = k
			}
			if k == nil {
				break
			}
		}
	}
	if len(projects) == 0 {
		return
	}
	for _, c := range all {
		if c.Kind == model.Broker || c.BrokerInView || !localCluster(c.Links.Cluster) {
			continue
		}
		for folder := path.Dir(c.File); ; folder = path.Dir(folder) {
			if k, ok := projects[folder]; ok {
				if k != nil {
					k.others = append(k.others, c)
				}
				break
			}
			if folder == path.Dir(folder) {
				break
			}
		}
	}
}

// cluster is the components of one Kafka cluster.
type cluster struct{ brokers, others []*model.Component }

// name gives all members the name that the first of them has by the alphabet. Where clients
// name services of Kubernetes, that of a cluster which none of them names tells it apart.
func (k *cluster) name(services bool) {
	var names []string
	members := slices.Concat(k.others, k.brokers)
	for _, c := range members {
		if c.Links.Cluster != "" {
			names = append(names, c.Links.Cluster)
		}
	}
	if len(names) == 0 && services {
		names = append(names, members[0].Links.Service)
	}
	if len(names) == 0 || names[0] == "" {
		return
	}
	name := slices.MinFunc(names, func(a, b string) int { return cmp.Compare(a, b) })
	for _, c := range members {
		c.Links.Cluster = name
		c.BrokerInView = len(k.brokers) > 0
	}
}

// servers are the addresses at which a component's cluster is reached.
func servers(c *model.Component) []string {
	var list []string
	if c.Links.Service != "" {
		list = append(list, c.Links.Service)
	}
	if c.Links.Cluster != "" {
		list = append(list, strings.Split(c.Links.Cluster, ",")...)
	}
	return list
}

// serviceSuffix ends the name of the service that Strimzi makes for a cluster.
const serviceSuffix = "-kafka-bootstrap"

// node is what stands for a server: a name that only resolves in a network stands for
// something else in each deployment, and a loopback address in each folder.
func node(c *model.Component, stage, server string) string {
	host, _, err := net.SplitHostPort(server)
	if err != nil {
		host = server
	}
	switch {
	case loopback(host):
		return "folder " + path.Dir(c.File) + " " + server
	case !private(host):
		return server
	}
	if first, _, _ := strings.Cut(host, "."); strings.HasSuffix(first, serviceSuffix) {
		server = first // the service that Strimzi makes, in whatever namespace and on whatever port
	}
	return "network " + c.Place + " " + stage + " " + server
}

// Public reports whether the servers of a cluster have names that mean the same everywhere.
func Public(cluster string) bool {
	if cluster == "" {
		return false
	}
	for server := range strings.SplitSeq(cluster, ",") {
		host, _, err := net.SplitHostPort(server)
		if err != nil || loopback(host) || private(host) {
			return false
		}
	}
	return true
}

func loopback(host string) bool {
	return host == "localhost" || host == "::1" || host == "0.0.0.0" || strings.HasPrefix(host, "127.")
}

// private reports whether a name only resolves on one machine, or within a cluster, a
// Compose project or a private zone.
func private(host string) bool {
	if !strings.ContainsAny(host, ".:") || net.ParseIP(host).IsPrivate() {
		return true
	}
	return strings.HasSuffix(host, ".svc") || strings.Contains(host, ".svc.") || strings.HasSuffix(host, ".internal") || strings.HasSuffix(host, ".local")
}

// quorum is what the brokers of a cluster have in common.
func quorum(c *model.Component) string {
	for _, key := range []string{"controller.quorum.voters", "controller.quorum.bootstrap.servers", "zookeeper.connect"} {
		if value, ok := c.Value(key); ok && value != "" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// addListeners notes where a broker is reached, and by which protocol (SocketServerConfigs).
func addListeners(c *model.Component) {
	if len(c.Links.Listeners) > 0 {
		return
	}
	key := "advertised.listeners"
	s := c.Get(key)
	if s == nil {
		key = "listeners"
		s = c.Get(key)
	}
	list, ok := c.Value(key)
	if !ok || s.Secret != nil {
		return
	}
	named := make(map[string]string)
	if text, ok := c.Value("listener.security.protocol.map"); ok {
		for entry := range strings.SplitSeq(text, ",") {
			name, protocol, _ := strings.Cut(strings.TrimSpace(entry), ":")
			named[strings.ToUpper(name)] = strings.ToUpper(protocol)
		}
	} else if c.Get("listener.security.protocol.map") == nil {
		for _, p := range protocols {
			named[p] = p
		}
	}
	for entry := range strings.SplitSeq(list, ",") {
		name, address, ok := strings.Cut(strings.TrimSpace(entry), "://")
		host, port, err := net.SplitHostPort(strings.ToLower(address))
		if !ok || err != nil || host == "" || host == "0.0.0.0" || strings.ContainsAny(address, "${}<>") {
			continue
		}
		c.Links.Listeners = append(c.Links.Listeners, model.Listener{
			Name: name, Address: net.JoinHostPort(host, port), Protocol: named[strings.ToUpper(name)], Span: s.ValueSpan,
		})
	}
}

// union joins nodes into sets.
type union struct{ parent map[string]string }

func (u *union) find(n string) string {
	for u.parent[n] != "" && u.parent[n] != n {
		up := u.parent[n]
		if above := u.parent[up]; above != "" {
			u.parent[n] = above
		}
		n = up
	}
	return n
}

// join makes some nodes one set.
func (u *union) join(nodes []string) {
	for _, n := range nodes {
		a, b := u.find(nodes[0]), u.find(n)
		if a != b {
			u.parent[a] = b
		}
	}
}
