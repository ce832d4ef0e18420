package parse

import (
	"maps"
	"slices"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// imageVersion returns the version of the images of Flink whose containers in the same stream
// of documents read a ConfigMap, if all have the same.
func (s *yamlStream) imageVersion(configMap string) (version model.Version, known bool) {
	s.mounts(configMap) // looks at the containers
	for i, image := range s.images[configMap] {
		number, ok := (&flinkContainer{container: container{image: image}}).version()
		if !ok || i > 0 && !slices.Equal(number, version.Number) {
			return model.Version{}, false
		}
		version, known = model.Version{Number: number, Evidence: evidence("image", image)}, true
	}
	return version, known
}

// mount is what is mounted at a path of a container.
type mount struct {
	kind string // of the volume, as volumeKinds
	span model.Span
}

// mounts returns, by path, what all containers of the same stream of documents that read a
// ConfigMap have mounted alike. What only some of them have is not shared, or not known.
func (s *yamlStream) mounts(configMap string) map[string]mount {
	if s.mounted == nil {
		s.mounted, s.images = make(map[string]map[string]mount), make(map[string][]*syntax.Node)
		for _, d := range s.documents {
			s.addMounts(d.Root)
		}
	}
	return s.mounted[configMap]
}

func (s *yamlStream) addMounts(resource *syntax.Node) {
	pod := podSpec(resource)
	volumes := make(map[string]*syntax.Node)
	for _, v := range items(pod.Get("volumes")) {
		volumes[v.Get("name").Str()] = v
	}
	for _, container := range items(pod.Get("containers")) {
		if resource.Get("kind").Str() == "Job" && !runsJobManager(container) {
			continue // submits a job, and reads the same configuration
		}
		paths := make(map[string]mount)
		var configMaps []string
		for _, m := range items(container.Get("volumeMounts")) {
			path, volume := m.Get("mountPath"), volumes[m.Get("name").Str()]
			if name := volume.At("configMap", "name").Str(); name != "" {
				configMaps = append(configMaps, name)
			}
			// A claim template of a StatefulSet, which gives each pod a volume of its own, is not among the volumes.
			if volume != nil && path.Str() != "" && !isPlaceholder(path.Text) {
				paths[cleanMount(path.Text)] = mount{volumeKind(volume), path.Span}
			}
		}
		for _, name := range configMaps {
			s.mounted[name] = common(s.mounted[name], paths)
			s.images[name] = append(s.images[name], container.Get("image"))
		}
	}
}

// common returns what both containers have; before the first there is none to compare with.
func common(all, next map[string]mount) map[string]mount {
	both := make(map[string]mount)
	for path, m := range next {
		if all == nil || all[path].kind == m.kind {
			both[path] = m
		}
	}
	return both
}

// runsJobManager reports whether a container starts a JobManager, with the arguments of the
// image's docker-entrypoint.sh.
func runsJobManager(container *syntax.Node) bool {
	return slices.ContainsFunc(items(container.Get("args")), func(n *syntax.Node) bool {
		return n.Str() == "standalone-job" || n.Str() == "jobmanager"
	})
}

// mounted notes what the pods that read a ConfigMap have mounted, and which version of Flink
// they run, for the clusters that a file within it configures.
func (w *wrapper) mounted(clusters []*model.Component) {
	if w.name == "" || w.doc.beside == nil || w.kind.Text != "ConfigMap" {
		return
	}
	for _, c := range clusters {
		if c.Kind != model.FlinkCluster {
			continue
		}
		if v, known := w.doc.beside.imageVersion(w.name); known {
			c.Versions[model.OfFlink] = v
		}
		mounts := w.doc.beside.mounts(w.name)
		for _, path := range slices.Sorted(maps.Keys(mounts)) {
			putFact(c, "@volume."+path, mounts[path].kind, mounts[path].span)
		}
	}
}

// replicated notes how many pods read a ConfigMap, for the clients that it configures.
func (w *wrapper) replicated(components []*model.Component) {
	if w.name == "" || w.doc.beside == nil || w.kind.Text != "ConfigMap" {
		return
	}
	for _, c := range components {
		if c.Kind == model.Producer || c.Kind == model.Consumer {
			putCount(c, "@replicas", w.doc.beside.replicas(w.name))
		}
	}
}

// replicas returns spec.replicas of the resource that reads a ConfigMap, if it is the only
// one in the stream of documents, else nil.
func (s *yamlStream) replicas(configMap string) *syntax.Node {
	if s.readers == nil {
		s.readers = make(map[string][]*syntax.Node)
		for _, d := range s.documents {
			for name := range configMapsOf(d.Root) {
				s.readers[name] = append(s.readers[name], d.Root.At("spec", "replicas"))
			}
		}
	}
	if readers := s.readers[configMap]; len(readers) == 1 {
		return readers[0]
	}
	return nil
}

// replicatedKinds are the resources whose spec.replicas is the number of their pods.
var replicatedKinds = []string{"Deployment", "StatefulSet", "ReplicaSet", "DeploymentConfig", "Rollout"}

// configMapsOf returns the names of the ConfigMaps that the pods of such a resource read, as
// files or as environment variables.
func configMapsOf(resource *syntax.Node) map[string]bool {
	if !slices.Contains(replicatedKinds, resource.Get("kind").Str()) {
		return nil
	}
	names := make(map[string]bool)
	add := func(n *syntax.Node) {
		if name := n.Get("name").Str(); name != "" {
			names[name] = true
		}
	}
	pod := podSpec(resource)
	for _, v := range items(pod.Get("volumes")) {
		add(v.Get("configMap"))
		for _, source := range items(v.At("projected", "sources")) {
			add(source.Get("configMap"))
		}
	}
	for _, container := range items(pod.Get("containers")) {
		for _, from := range items(container.Get("envFrom")) {
			add(from.Get("configMapRef"))
		}
		for _, variable := range items(container.Get("env")) {
			add(variable.At("valueFrom", "configMapKeyRef"))
		}
	}
	return names
}
