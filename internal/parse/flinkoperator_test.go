package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// deployment returns a complete FlinkDeployment with further lines of its spec.
func deployment(lines ...string) string {
	return "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: orders\nspec:\n" +
		"  flinkVersion: v1_20\n  " + strings.Join(lines, "\n  ") + "\n"
}

func TestFlinkOperatorState(t *testing.T) {
	jar := func(lines ...string) []string {
		return append([]string{"job:", "  jarURI: local:///a.jar"}, lines...)
	}
	for _, c := range []struct {
		name, text, key string
		value           string
		state           model.State // "" if the key is not there
	}{
		{"interval under last-state", deployment(jar("  upgradeMode: last-state")...), checkpointInterval, "5 min", model.Default},
		{"interval under savepoint", deployment(jar("  upgradeMode: savepoint")...), checkpointInterval, "", ""},
		{"interval without a mode", deployment(jar()...), checkpointInterval, "", ""},
		{"interval under an unknown mode", deployment(jar("  upgradeMode: ${MODE}")...), checkpointInterval, "", model.Unknown},
		{"interval written", deployment(append(jar("  upgradeMode: last-state"), "flinkConfiguration:",
			"  execution.checkpointing.interval: 30s")...), checkpointInterval, "30s", model.Explicit},
		{"retention", deployment(jar()...), checkpointRetention, "RETAIN_ON_CANCELLATION", model.Default},
		{"retention written", deployment(append(jar(), "flinkConfiguration: {"+checkpointRetention+": NO_EXTERNALIZED_CHECKPOINTS}")...),
			checkpointRetention, "NO_EXTERNALIZED_CHECKPOINTS", model.Explicit},
		{"retention of a session cluster", deployment("image: flink:1.20"), checkpointRetention, "", ""},
		{"nested configuration", deployment("flinkConfiguration: {execution: {checkpointing: {interval: 30s}}}"),
			checkpointInterval, "30s", model.Explicit},
		{"merge key", deployment("flinkConfiguration:", "  <<: {rest.port: 1, rest.address: a}", "  rest.port: 2"), "rest.port", "2", model.Explicit},
		{"octal number", deployment("flinkConfiguration: {rest.port: 010}"), "rest.port", "8", model.Explicit},
		{"quoted number", deployment("flinkConfiguration: {rest.port: '010'}"), "rest.port", "010", model.Explicit},
		{"minutes and seconds", deployment("flinkConfiguration: {rest.port: 1:30}"), "rest.port", "1:30", model.Explicit},
		{"null", deployment("flinkConfiguration: {rest.port: ~}"), "rest.port", "", ""},
		{"list", deployment("flinkConfiguration: {pipeline.jars: [a, 1, yes]}"), "pipeline.jars", "a;1;true", model.Explicit},
		{"property in native mode", deployment(jar("  args: [-Drest.port=1]")...), "rest.port", "1", model.Unknown},
		{"property in native mode, written", deployment(append(jar("  args: [-Drest.port=1]"), "flinkConfiguration: {rest.port: 2}")...),
			"rest.port", "2", model.Explicit},
		{"property in standalone mode", deployment(append(jar("  args: [-D, rest.port=1]"), "mode: standalone")...), "rest.port", "1", model.Explicit},
		{"property after the entry point's options", deployment(append(jar("  args: [--fromSavepoint, s3://a, -Drest.port=1]"), "mode: standalone")...),
			"rest.port", "1", model.Explicit},
		{"property after the job's own", deployment(append(jar("  args: [--topic, a, -Drest.port=1]"), "mode: standalone")...),
			"rest.port", "1", model.Unknown},
		{"property of the job", deployment(jar("  args: [-Dtopic=1]")...), "topic", "", ""},
		{"-n in native mode", deployment(jar("  args: [-n]")...), "job.allowNonRestoredState", "", ""},
		{"-n in standalone mode", deployment(append(jar("  args: [-n]"), "mode: standalone")...), "job.allowNonRestoredState", "true", model.Explicit},
		{"emptyDir", deployment("podTemplate: {spec: {containers: [{name: flink-main-container, volumeMounts: [{name: a, mountPath: /x/}]}],",
			"  volumes: [{name: a, emptyDir: {}}]}}"), "@volume./x", "emptyDir", model.Explicit},
		{"volume of the task manager's template", deployment("podTemplate: {spec: {volumes: [{name: a, nfs: {server: x}}]}}",
			"taskManager: {podTemplate: {spec: {containers: [{name: flink-main-container, volumeMounts: [{name: a, mountPath: /x}]}]}}}"),
			"@volume./x", "nfs", model.Explicit},
		{"side container", deployment("podTemplate: {spec: {containers: [{name: agent, volumeMounts: [{name: a, mountPath: /x}]}]}}"), "@volume./x", "", ""},
		{"standby", deployment("jobManager: {replicas: 2}"), "jobManager.replicas", "2", model.Explicit},
		{"no standby", deployment("jobManager: {resource: {memory: 2g}}"), "jobManager.replicas", "", ""},
		{"nested configuration, first key", deployment("flinkConfiguration: {rest.port: 1, table: {exec: {state: {ttl: 1 d}}}}"),
			"@configuration.nested", "table", model.Explicit},
		{"flat configuration", deployment("flinkConfiguration: {rest.port: 1}"), "@configuration.nested", "", ""},
		{"batch", deployment("flinkConfiguration: {execution.runtime-mode: BATCH}"), "@streaming", "false", model.Explicit},
		{"streaming", deployment("flinkConfiguration: {execution.runtime-mode: STREAMING}"), "@streaming", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readFlink("k8s/orders.yaml", c.text)
			if len(r.Components) != 1 || len(r.Errors) > 0 {
				t.Fatalf("got %s", listing(r))
			}
			s := r.Components[0].Get(c.key)
			switch {
			case c.state == "" && s == nil:
			case c.state == "" || s == nil || s.State != c.state || s.Value != c.value:
				t.Errorf("got %+v in\n%s", s, listing(r))
			}
		})
	}
}

func TestFlinkOperatorVersion(t *testing.T) {
	for _, c := range []struct{ version, image, want string }{
		{"v1_17", "flink:1.20", "[1 17] spec.flinkVersion: v1_17 at k.yaml:5"},
		{"v2_0", "", "[2 0] spec.flinkVersion: v2_0 at k.yaml:5"},
		{"${V}", "flink:1.20.1-java17", "[1 20 1] spec.image: flink:1.20.1-java17 at k.yaml:6"},
		{"${V}", "ghcr.io/apache/flink:2.1@sha256:0123", "[2 1] spec.image: ghcr.io/apache/flink:2.1@sha256:0123 at k.yaml:6"},
		{"${V}", "orders:1.20", ""},
		{"${V}", "flink:latest", ""},
		{"${V}", "localhost:5000/flink", ""},
		{"${V}", "flink-sql-runner:1.19", ""},
	} {
		r := readFlink("k.yaml", fmt.Sprintf(
			"apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: {name: a}\nspec:\n  flinkVersion: %s\n  image: %q\n", c.version, c.image))
		got := ""
		if v, ok := r.Components[0].Versions[model.OfFlink]; ok {
			got = fmt.Sprint(v.Number, " ", v.Evidence)
		}
		if got != c.want {
			t.Errorf("%s, %s: got %s", c.version, c.image, got)
		}
	}
}

func TestFlinkOperatorComponents(t *testing.T) {
	const sessionJob = "apiVersion: flink.apache.org/v1beta1\nkind: FlinkSessionJob\nmetadata: {name: a}\n"
	for _, c := range []struct {
		name, text string
		want       string // kind, complete and parent of each component
	}{
		{"application", deployment("job: {jarURI: a}"), "flink-job full "},
		{"session cluster", deployment("image: flink:1.20"), "flink-cluster full "},
		{"null job", deployment("job:"), "flink-cluster full "},
		{"overlay", "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: {name: a}\nspec: {job: {upgradeMode: savepoint}}\n", "flink-job partial "},
		{"no spec", "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\n", "flink-cluster partial "},
		{"configuration from elsewhere", deployment("flinkConfiguration: ${CONF}"), "flink-cluster partial "},
		{"old version", strings.Replace(deployment("job: {}"), "v1beta1", "v1alpha1", 1), "flink-job full "},
		{"session job", sessionJob + "spec: {deploymentName: s, job: {jarURI: a}}\n", "flink-job full FlinkDeployment/s"},
		{"session job of a variable cluster", sessionJob + "spec: {deploymentName: \"${S}\", job: {jarURI: a}}\n", "flink-job full "},
		{"template", deployment("job:", "  args: {{ toYaml .Values.args | nindent 6 }}"), "flink-job template "},
		{"list", "apiVersion: v1\nkind: List\nitems:\n- {kind: Service}\n- {apiVersion: flink.apache.org/v1beta1, kind: FlinkDeployment, spec: {flinkVersion: v1_20}}\n",
			"flink-cluster full "},
		{"blue and green", "apiVersion: flink.apache.org/v1beta1\nkind: FlinkBlueGreenDeployment\nmetadata: {name: a}\n" +
			"spec: {template: {spec: {flinkVersion: v1_20, job: {jarURI: a}}}}\n", "flink-job full "},
		{"another operator", "apiVersion: flinkoperator.k8s.io/v1beta1\nkind: FlinkCluster\nspec: {flinkVersion: '1.20'}\n", ""},
		{"Confluent's application", strings.Replace(strings.Replace(deployment("job: {jarURI: a}"), "flink.apache.org/v1beta1", "platform.confluent.io/v1beta1", 1),
			"FlinkDeployment", "FlinkApplication", 1), "flink-job partial "},
		{"Confluent's environment", "apiVersion: cmf.confluent.io/v1\nkind: FlinkEnvironment\nmetadata: {name: a}\n" +
			"spec: {flinkApplicationDefaults: {spec: {flinkConfiguration: {rest.port: 1}}}}\n", "flink-cluster partial "},
		{"Confluent's environment without defaults", "apiVersion: cmf.confluent.io/v1\nkind: FlinkEnvironment\nspec: {kubernetesNamespace: a}\n", ""},
		{"Confluent's compute pool", "apiVersion: cmf.confluent.io/v1\nkind: ComputePool\nmetadata: {name: a}\n" +
			"spec: {type: DEDICATED, clusterSpec: {flinkVersion: v1_19, flinkConfiguration: {rest.port: 1}}}\n", "flink-cluster partial "},
		{"Confluent's shared compute pool", "apiVersion: cmf.confluent.io/v1\nkind: ComputePool\nspec: {type: SHARED}\n", ""},
		{"Confluent's statement", "apiVersion: platform.confluent.io/v1beta1\nkind: FlinkStatement\nmetadata: {name: a}\nspec:\n" +
			"  flinkConfiguration: {execution.checkpointing.interval: 10s}\n  statement: |\n    CREATE TABLE t (a INT) WITH ('connector' = 'datagen');\n",
			"flink-job partial , flink-table full k.yaml#FlinkStatement/a"},
		{"Lyft's application", "apiVersion: flink.k8s.io/v1beta1\nkind: FlinkApplication\nspec: {flinkVersion: '1.8'}\n", ""},
		{"snapshot", "apiVersion: flink.apache.org/v1beta1\nkind: FlinkStateSnapshot\nspec: {}\n", "flink-snapshot partial "},
		{"another kind", "apiVersion: flink.apache.org/v1beta1\nkind: FlinkPodTemplate\nspec: {}\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readFlink("k.yaml", c.text)
			var got []string
			for _, comp := range r.Components {
				got = append(got, fmt.Sprintf("%s %s %s", comp.Kind, comp.Complete, comp.Parent))
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %q: %s", got, listing(r))
			}
		})
	}
}

// snapshotOf returns a FlinkStateSnapshot with lines of its spec.
func snapshotOf(lines ...string) string {
	return "apiVersion: flink.apache.org/v1beta1\nkind: FlinkStateSnapshot\nmetadata:\n  name: nightly\nspec:\n  " +
		strings.Join(lines, "\n  ") + "\n"
}

func TestFlinkStateSnapshot(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             string // settings and what is known of the component
	}{
		{"savepoint", "k8s/a.yaml", snapshotOf("jobReference: {kind: FlinkDeployment, name: orders}", "savepoint: {path: s3://a, disposeOnDelete: no}", "backoffLimit: 2"),
			"full FlinkDeployment/orders @snapshot.job=true @snapshot.savepoint=true backoffLimit=2 jobReference.kind=FlinkDeployment jobReference.name=orders savepoint.disposeOnDelete=false savepoint.path=s3://a"},
		{"checkpoint", "k8s/a.yaml", snapshotOf("checkpoint: {}", "savepoint: ~"), "full  @snapshot.checkpoint=true"},
		{"filled in", "k8s/a.yaml", snapshotOf("savepoint: ${SAVEPOINT}", "jobReference: {name: '${JOB}'}"), "partial  @snapshot.job=true jobReference.name=${JOB} savepoint=${SAVEPOINT}"},
		{"nothing", "k8s/a.yaml", snapshotOf("backoffLimit: 1"), "partial  backoffLimit=1"},
		{"no spec", "k8s/a.yaml", strings.TrimSuffix(snapshotOf(""), "spec:\n  \n"), "partial "},
		{"patch", "k8s/orders-patch.yaml", snapshotOf("savepoint: {}"), "partial  @snapshot.savepoint=true"},
		{"overlay", "k8s/overlays/prod/a.yaml", snapshotOf("savepoint: {}"), "partial  @snapshot.savepoint=true"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readFlink(c.file, c.text)
			if len(r.Components) != 1 || len(r.Errors) > 0 {
				t.Fatalf("got %s", listing(r))
			}
			got := r.Components[0]
			var settings []string
			for _, s := range got.Settings {
				settings = append(settings, s.Key+"="+s.Value)
			}
			slices.Sort(settings)
			text := strings.TrimSuffix(fmt.Sprintf("%s %s %s", got.Complete, got.Parent, strings.Join(settings, " ")), " ")
			if got.Kind != model.FlinkSnapshot || text != c.want {
				t.Errorf("got  %s\nwant %s", text, c.want)
			}
		})
	}
}
