package parse

import (
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestMountsBesideConfigMap(t *testing.T) {
	const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: flink}\n" +
		"data: {flink-conf.yaml: \"taskmanager.numberOfTaskSlots: 2\\nstate.checkpoints.dir: file:///x/y\\n\"}\n"
	pod := func(kind, args, mounts, volumes string) string {
		return "---\napiVersion: apps/v1\nkind: " + kind + "\nspec: {template: {spec: {containers: [{name: c, args: [" + args + "], volumeMounts: [" +
			"{name: conf, mountPath: /opt/flink/conf}" + mounts + "]}], volumes: [{name: conf, configMap: {name: flink}}" + volumes + "]}}}\n"
	}
	const mounted = ", {name: v, mountPath: /x/}"
	claim := pod("Deployment", "jobmanager", mounted, ", {name: v, persistentVolumeClaim: {claimName: c}}")
	for _, c := range []struct{ name, pods, want string }{
		{"no pods", "", ""},
		{"claim", claim, "pvc"},
		{"all alike", claim + claim, "pvc"},
		{"only one", claim + pod("Deployment", "taskmanager", "", ""), ""},
		{"of different kinds", claim + pod("Deployment", "taskmanager", mounted, ", {name: v, emptyDir: {}}"), ""},
		{"claim template", pod("StatefulSet", "taskmanager", mounted, ""), ""},
		{"job that submits", claim + pod("Job", "run", "", ""), "pvc"},
		{"job that is the JobManager", claim + pod("Job", "standalone-job", "", ""), ""},
		{"placeholder", pod("Deployment", "", ", {name: v, mountPath: \"${DIR}\"}", ", {name: v, emptyDir: {}}"), ""},
		{"another ConfigMap", strings.ReplaceAll(claim, "{name: flink}", "{name: other}"), ""},
	} {
		r := File("flink.yaml", []byte(configMap+c.pods), Options{})
		var cluster *model.Component
		for _, component := range r.Components {
			if component.Kind == model.FlinkCluster {
				cluster = component
			}
		}
		if cluster == nil {
			t.Fatalf("%s: no cluster", c.name)
		}
		got := ""
		if s := cluster.Get("@volume./x"); s != nil {
			got = s.Value
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
