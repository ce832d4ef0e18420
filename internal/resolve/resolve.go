// Package resolve completes components: what they inherit from one another across files,
// which versions they run under, and what a key amounts to in the end.
package resolve

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// Given is what the user says of a file's software and purpose.
type Given struct {
	Versions  []map[string]model.Version // by what they are of, the best evidence first
	DataClass string
	// Built is what the file's application is built with, as far as build files say so: the
	// version of a client or of something else. It may be nil.
	Built func(of, client string) (model.Version, bool)
}

// Components completes all components of a run in place. given tells what the user says
// of a file; repoFile returns a file's path below the repository root.
func Components(all []*model.Component, given func(file string) Given, repoFile func(file string) string) {
	byID := make(map[string]*model.Component, len(all))
	for _, c := range all {
		byID[c.ID] = c
	}
	r := resolver{byID: byID, done: make(map[*model.Component]bool), names: resources(all)}
	runOn(all)
	for _, c := range all {
		r.inherit(c, 0)
	}
	leaveToJobs(all)
	imageVersions(all, byID)
	pipelineReleases(all)
	for _, c := range all {
		g := given(c.File)
		versions(c, g)
		if c.DataClass == "" {
			c.DataClass = g.DataClass
		}
		c.Development = development(c, repoFile(c.File))
		c.ExactlyOnce = exactlyOnce(c) || exactlyOnce(byID[c.OwnerID])
		c.StreamsProtocol = streamsProtocol(byID[c.OwnerID])
		aliasFacts(c)
	}
	unreadFiles(all)
	localJobs(all, byID)
	deployments(all, repoFile)
	for _, k := range clusters(all) {
		k.tell()
	}
}

type resolver struct {
	byID  map[string]*model.Component
	done  map[*model.Component]bool
	names map[string][]*model.Component
}

// resources indexes components by the name other files know them by, as in
// "FlinkDeployment/orders".
func resources(all []*model.Component) map[string][]*model.Component {
	names := make(map[string][]*model.Component)
	for _, c := range all {
		if c.Anchor != "" {
			names[c.Anchor] = append(names[c.Anchor], c)
		}
	}
	return names
}

// inherit takes over the settings of the parent, which is completed first. A name that
// several components have leads nowhere.
func (r *resolver) inherit(c *model.Component, depth int) {
	if r.done[c] || depth > 16 {
		return
	}
	r.done[c] = true
	if c.Parent == "" {
		return
	}
	parent := r.byID[c.Parent]
	if parent == nil {
		if named := r.names[c.Parent]; len(named) == 1 {
			parent = named[0]
		} else {
			named = slices.DeleteFunc(slices.Clone(named), func(p *model.Component) bool { return path.Dir(p.File) != path.Dir(c.File) })
			if len(named) == 1 {
				parent = named[0]
			}
		}
	}
	if parent == nil || parent == c {
		c.Adrift = true
		return
	}
	r.inherit(parent, depth+1)
	c.Parent = parent.ID
	c.Inherit(parent, nil)
	c.Adrift = parent.Adrift || parent.Complete != model.Full
	for of, v := range parent.Versions {
		if _, ok := c.Versions[of]; !ok {
			c.Versions[of] = v
		}
	}
	if c.Links.Cluster == "" {
		c.Links.Cluster = parent.Links.Cluster
	}
}

// leaveToJobs marks as unknown what a cluster or a deployment does not say itself, if all
// the jobs in view that run under it do.
func leaveToJobs(all []*model.Component) {
	byID := make(map[string]*model.Component)
	jobs := make(map[string]int)
	sets := make(map[string]map[string]int) // by parent and key, in how many jobs
	for _, c := range all {
		byID[c.ID] = c
		if c.Kind != model.FlinkJob || c.Parent == "" {
			continue
		}
		jobs[c.Parent]++
		if sets[c.Parent] == nil {
			sets[c.Parent] = make(map[string]int)
		}
		for i := range c.Settings {
			if s := &c.Settings[i]; s.Effective && !s.IsFact() && s.State != model.Inherited && s.State != model.Default {
				sets[c.Parent][s.Key]++
			}
		}
	}
	for id, keys := range sets {
		parent := byID[id]
		if parent == nil || parent.Kind != model.FlinkCluster && parent.Kind != model.FlinkJob {
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			if keys[key] == jobs[id] && parent.Get(key) == nil {
				parent.Add(model.Setting{Key: key, State: model.Unknown})
			}
		}
	}
}

// runOn finds the cluster on which a SQL script's job runs: the one whose configuration
// is nearest in the tree. Where several are equally near, the script's job is partial.
func runOn(all []*model.Component) {
	var clusters []*model.Component
	for _, c := range all {
		if process, _ := c.Value("@process"); c.Kind == model.FlinkCluster && process != "taskmanager" {
			clusters = append(clusters, c)
		}
	}
	for _, c := range all {
		if c.Kind != model.FlinkJob || c.Dialect != "flink-sql" || c.Parent != "" || len(clusters) == 0 {
			continue
		}
		var nearest []*model.Component
		best := -1
		for _, cluster := range clusters {
			if !near(path.Dir(cluster.File), path.Dir(c.File)) {
				continue
			}
			switch d := common(path.Dir(cluster.File), path.Dir(c.File)); {
			case d > best:
				best, nearest = d, []*model.Component{cluster}
			case d == best:
				nearest = append(nearest, cluster)
			}
		}
		if files := slices.DeleteFunc(slices.Clone(nearest), ofContainer); len(files) > 0 {
			nearest = files // they are mounted into the containers
		}
		switch {
		case len(nearest) == 1:
			c.Parent = nearest[0].ID
		case len(nearest) > 1 && c.Complete == model.Full:
			c.Complete = model.Partial
		}
	}
}

// ofContainer reports whether a cluster is configured by the environment of containers.
func ofContainer(c *model.Component) bool { return c.Dialect == "compose" || c.Get("@image") != nil }

// near reports whether the folder of a cluster's configuration, or the one above a folder
// that is only called conf or config, leads to a script: it is above it or beside it.
func near(cluster, script string) bool {
	if base := path.Base(cluster); base == "conf" || base == "config" {
		cluster = path.Dir(cluster)
	}
	return cluster == "." || common(cluster, script) > 0 && common(path.Dir(cluster), script) >= strings.Count(path.Dir(cluster), "/")
}

// common returns how many folders two slash-separated paths have in common.
func common(a, b string) int {
	as, bs := strings.Split(a, "/"), strings.Split(b, "/")
	n := 0
	for n < len(as) && n < len(bs) && as[n] == bs[n] {
		n++
	}
	return n
}

// versions fills in what the file itself does not say: what the user gives, else what
// build files say, else the newest release, as an assumption.
func versions(c *model.Component, g Given) {
	for _, given := range g.Versions {
		for of, v := range given {
			if of == model.OfClient && v.OfKafka && c.Client != model.ClientJava {
				continue
			}
			if _, ok := c.Versions[of]; !ok {
				c.Versions[of] = v
			}
		}
	}
	if g.Built != nil {
		for _, of := range builtWith(c) {
			if _, ok := c.Versions[of]; ok {
				continue
			}
			if v, ok := g.Built(of, c.Client); ok {
				v.Built = true
				c.Versions[of] = v
			}
		}
	}
	for _, of := range []string{Software(c), model.OfClient} {
		if _, ok := c.Versions[of]; ok {
			continue
		}
		if of == model.OfConnect {
			if v, ok := c.Versions[model.OfClient]; ok {
				c.Versions[of] = v
				continue
			}
		}
		if of == model.OfFlink && legacyFile(c) {
			c.Versions[of] = model.Version{Number: lastLegacy, Assumed: true, Evidence: "the last release that reads flink-conf.yaml"}
		} else if newest := catalog.Newest(of, c.Client); newest != nil {
			c.Versions[of] = model.Version{Number: newest, Assumed: true, Evidence: "newest release known"}
		}
	}
}

// builtWith returns of what the build file of an application tells the version for a
// component of it. Brokers, and the clients that Connect's workers run, are none of it.
func builtWith(c *model.Component) []string {
	switch c.Kind {
	case model.ConnectWorker:
		return []string{model.OfConnect}
	case model.FlinkCDC:
		return []string{model.OfFlinkCDC}
	case model.FlinkCluster, model.FlinkJob, model.FlinkTable:
		return []string{model.OfFlink, model.OfKafkaConnector, model.OfESConnector, model.OfJDBCConnector}
	case model.Producer, model.Consumer, model.ShareConsumer, model.Admin, model.Streams:
		switch c.Owner {
		case model.OwnerConnect, model.OwnerMirror:
			return nil
		case model.OwnerFlink:
			return []string{model.OfClient, model.OfFlink, model.OfKafkaConnector}
		case model.OwnerSpring:
			return []string{model.OfClient, model.OfSpring}
		case model.OwnerSmallRye:
			return []string{model.OfClient, model.OfSmallRye}
		}
		return []string{model.OfClient}
	}
	return nil
}

// exactlyOnce reports whether a framework is set to run exactly once.
func exactlyOnce(c *model.Component) bool {
	if c == nil {
		return false
	}
	for key, prefix := range map[string]string{
		"processing.guarantee": "exactly_once", "exactly.once.source.support": "enabled", "@transactional": "true",
	} {
		if value, ok := c.Value(key); ok && strings.HasPrefix(strings.ToLower(value), prefix) {
			return true
		}
	}
	return false
}

// streamsProtocol reports whether a component is a Streams application with the protocol
// of KIP-1071.
func streamsProtocol(c *model.Component) bool {
	if c == nil || c.Kind != model.Streams {
		return false
	}
	protocol, _ := c.Value("group.protocol")
	return strings.EqualFold(strings.TrimSpace(protocol), "streams")
}

// lastLegacy is the last release of Flink that reads flink-conf.yaml (release notes of 2.0).
var lastLegacy = []int{1, 20}

// legacyFile reports whether a component is configured by a flink-conf.yaml.
func legacyFile(c *model.Component) bool {
	file := c.Get("@file")
	return file != nil && file.Value == "flink-conf.yaml"
}

// developmentWords mark a file, as whole words of its path, as one that no production
// system reads.
var developmentWords = []string{"test", "tests", "local", "dev"}

func development(c *model.Component, repoFile string) bool {
	words := strings.FieldsFunc(strings.ToLower(repoFile), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	})
	if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(developmentWords, w) }) {
		return true
	}
	if profile := c.Get("@profile"); profile != nil {
		for _, w := range strings.FieldsFunc(strings.ToLower(profile.Value), func(r rune) bool { return r < 'a' || r > 'z' }) {
			if slices.Contains(developmentWords, w) {
				return true
			}
		}
	}
	return localCluster(c.Links.Cluster)
}

// localJobs marks the jobs of which all tables on Kafka have their brokers on this machine.
func localJobs(all []*model.Component, byID map[string]*model.Component) {
	local := make(map[*model.Component]bool)
	for _, c := range all {
		table := byID[c.OwnerID]
		if table == nil || table.Kind != model.FlinkTable {
			continue
		}
		if job := byID[table.Parent]; job != nil && job.Kind == model.FlinkJob {
			before, known := local[job]
			local[job] = (before || !known) && localCluster(c.Links.Cluster)
		}
	}
	for job, isLocal := range local {
		job.Development = job.Development || isLocal
	}
}

// localCluster reports whether all brokers are on this machine.
func localCluster(cluster string) bool {
	if cluster == "" {
		return false
	}
	for _, server := range strings.Split(cluster, ",") {
		host := server
		if i := strings.LastIndexByte(server, ':'); i > 0 {
			host = server[:i]
		}
		if host != "localhost" && !strings.HasPrefix(host, "127.") && host != "[::1]" {
			return false
		}
	}
	return true
}
