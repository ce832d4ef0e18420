package parse

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// mainContainer is the container in which Flink runs (Constants.MAIN_CONTAINER_NAME);
// mounts of the others are not Flink's.
const mainContainer = "flink-main-container"

// volumeKinds are the kinds of volumes that say whether pods on several nodes share them.
var volumeKinds = map[string]string{
	"emptyDir": "emptyDir", "hostPath": "hostPath", "persistentVolumeClaim": "pvc", "nfs": "nfs", "csi": "csi",
	"configMap": "configMap",
}

// volumes notes what is mounted into Flink's container, by path: @volume.<mountPath>. The
// pod templates of JobManager and TaskManager are merged into the common one.
func (r *flinkResource) volumes() {
	common := r.spec.At("podTemplate", "spec")
	for _, specific := range []string{"jobManager", "taskManager"} {
		own := r.spec.At(specific, "podTemplate", "spec")
		volumes := make(map[string]*syntax.Node)
		for _, pod := range []*syntax.Node{common, own} {
			for _, v := range items(pod.Get("volumes")) {
				volumes[v.Get("name").Str()] = v
			}
		}
		for _, pod := range []*syntax.Node{common, own} {
			r.mounts(pod, volumes)
		}
	}
}

func (r *flinkResource) mounts(pod *syntax.Node, volumes map[string]*syntax.Node) {
	for _, container := range items(pod.Get("containers")) {
		if container.Get("name").Str() != mainContainer {
			continue
		}
		for _, mount := range items(container.Get("volumeMounts")) {
			path := mount.Get("mountPath")
			if path.Str() == "" || isPlaceholder(path.Text) {
				continue
			}
			key, kind := "@volume."+cleanMount(path.Text), volumeKind(volumes[mount.Get("name").Str()])
			if s := r.c.Get(key); s == nil || s.Value != kind {
				putFact(r.c, key, kind, path.Span)
			}
		}
	}
}

func volumeKind(volume *syntax.Node) string {
	if volume.IsMap() {
		for _, e := range volume.Entries {
			if kind, ok := volumeKinds[e.Key.Text]; ok {
				return kind
			}
		}
	}
	return "other"
}

// cleanMount takes the slashes at the end off a path.
func cleanMount(path string) string {
	if clean := strings.TrimRight(path, "/"); clean != "" {
		return clean
	}
	return "/"
}

// items returns the items of a sequence, none of anything else.
func items(n *syntax.Node) []*syntax.Node {
	if n.IsSeq() {
		return n.Items
	}
	return nil
}
