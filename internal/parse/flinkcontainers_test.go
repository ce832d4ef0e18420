package parse

import (
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// flinkService returns a Compose file with a JobManager and further lines of its service.
func flinkService(image string, lines ...string) string {
	return "services:\n  jm:\n    image: " + image + "\n    " + strings.Join(lines, "\n    ") + "\n"
}

// properties returns the environment of a service with lines of FLINK_PROPERTIES.
func properties(lines ...string) string {
	return "environment:\n      FLINK_PROPERTIES: |\n        " + strings.Join(lines, "\n        ")
}

func TestFlinkProperties(t *testing.T) {
	const legacy, standard, custom = "flink:1.18.1-java11", "apache/flink:1.20.1-scala_2.12-java17", "orders:1.2"
	for _, c := range []struct{ name, text, want string }{
		{"map", flinkService(legacy, "command: jobmanager", properties("rest.port: 1", "rest.address: a b # c")),
			"flink-cluster services/jm full rest.port=1@7:20 rest.address=a b@8:23\n"},
		{"list", flinkService(legacy, "command: jobmanager", "environment:", "- |", "  FLINK_PROPERTIES=", "  rest.port: 1"),
			"flink-cluster services/jm full rest.port=1@8:18\n"},
		{"one line", flinkService(legacy, "command: jobmanager", `environment: ["FLINK_PROPERTIES=rest.port: 1\nrest.address: a"]`),
			"flink-cluster services/jm full rest.port=1@5:48 rest.address=a@5:65\n"},
		{"from 1.19 on", flinkService(standard, "command: jobmanager", properties("rest.port:1", " rest.address : a b #c", "# d: e", "rest.bind-address: x:y", "rest.profiling.dir:")),
			"flink-cluster services/jm full rest.port=1@7:19 rest.address=ab#c@8:25 rest.bind-address=x:y@10:28 rest.profiling.dir=@11:28\n"},
		{"of an unknown version", flinkService(custom, "command: jobmanager", properties("rest.port:1", "rest.address: a b", "web.tmpdir: x #c")),
			"flink-cluster services/jm partial rest.port=?@7:19 rest.address=ab@8:23 web.tmpdir=?@9:21\n"},
		{"no Flink", flinkService(custom, "command: jobmanager"), ""},
		{"dollar signs", flinkService(standard, "command: jobmanager", properties("rest.address: $$HOST", "rest.port: ${PORT:-1}", "${MORE}")),
			"flink-cluster services/jm template rest.address=?@7:23 rest.port=1@8:20\n"},
		{"of another place", flinkService(standard, "command: jobmanager", "environment: [FLINK_PROPERTIES]"), "flink-cluster services/jm template\n"},
		{"arguments win", flinkService(standard, "command: jobmanager -Drest.port=2 -D rest.address=b", properties("rest.port: 1")),
			"flink-cluster services/jm full rest.port=1@7:20 rest.port=2@4:37 rest.address=b@4:55\n"},
		{"arguments of a list", flinkService(standard, `command: ["jobmanager", "-Drest.port=2", -x, -Drest.address=b]`), "flink-cluster services/jm full rest.port=2@4:42\n"},
		{"a job", flinkService(standard, "command: >-", "  standalone-job --job-classname a.B -Drest.port=2", "  --allowNonRestoredState --topic x -Drest.address=b"),
			"flink-cluster services/jm full rest.port=2@5:54\n"},
		{"a restored job", flinkService(standard, "command: standalone-job -n --fromSavepoint=/s/1 -j a.jar --claimMode claim -n2 -s x"),
			"flink-cluster services/jm full execution.state-recovery.ignore-unclaimed-state=true@4:29 execution.state-recovery.path=/s/1@4:48 " +
				"execution.state-recovery.claim-mode=claim@4:74\n"},
		{"a restore that is filled in", flinkService(standard, "command: standalone-job -n ${RESTORE}"),
			"flink-cluster services/jm full execution.state-recovery.ignore-unclaimed-state=true@4:29\n"},
		{"options of the job", flinkService(standard, "command: standalone-job --input x -s y"), ""},
		{"an option without a value", flinkService(standard, "command: standalone-job -n -s"), ""},
		{"mounted configuration", flinkService(standard, "command: jobmanager", properties("rest.port: 1"), "volumes: [\"./conf:/opt/flink/conf\"]"),
			"flink-cluster services/jm partial rest.port=1@7:20\n"},
		{"script", flinkService(standard, `entrypoint: sh -c "cp a b && exec /docker-entrypoint.sh jobmanager -Drest.port=2"`),
			"flink-cluster services/jm partial rest.port=2@4:84\n"},
		{"flink run", flinkService(standard, `command: bash -c "sleep 5; ./bin/flink run -d -c a.B -Drest.port=2 -n x.jar -Drest.address=b"`, properties("rest.address: a")),
			"flink-job services/jm/run partial rest.address=a@7:23 rest.port=2@4:70\n"},
		{"flink run, restored", flinkService(standard, `command: flink run -s /s/$$1 -rm no_claim -n x.jar -s y`),
			"flink-job services/jm/run full execution.state-recovery.path=/s/$1@4:27 execution.state-recovery.claim-mode=no_claim@4:38 " +
				"execution.state-recovery.ignore-unclaimed-state=true@4:47\n"},
		{"yarn", flinkService(standard, `command: flink run -m yarn-cluster -yDrest.port=2 x.jar`), "flink-job services/jm/run full rest.port=2@4:53\n"},
		{"no yarn", flinkService(standard, `command: flink run -yD rest.port=2 -Drest.address=a x.jar`), "flink-job services/jm/run full rest.address=a@4:55\n"},
		{"a name", flinkService(standard, "command: [nc, -z, jobmanager, -Drest.port=2]"), ""},
		{"TaskManager", flinkService(standard, "command: jobmanager", properties("rest.port: 1")) +
			"  tm:\n    image: flink\n    command: taskmanager\n    environment:\n      FLINK_PROPERTIES: |\n        rest.port: 2\n        taskmanager.numberOfTaskSlots: 4\n        restart-strategy.type: none\n",
			"flink-cluster services/jm full rest.port=1@7:20 taskmanager.numberOfTaskSlots=4@14:40\n"},
		{"TaskManager alone", "services:\n  tm:\n    image: " + standard + "\n    command: taskmanager\n    " + properties("taskmanager.numberOfTaskSlots: 4"),
			"flink-cluster services/tm partial taskmanager.numberOfTaskSlots=4@7:40\n"},
		{"two clusters", flinkService(standard, "command: jobmanager", properties("rest.port: 1")) + strings.ReplaceAll(strings.TrimPrefix(flinkService(standard,
			"command: jobmanager", properties("rest.port: 2")), "services:\n"), "jm:", "jm2:") +
			"  tm:\n    image: " + standard + "\n    command: taskmanager\n    " + properties("jobmanager.rpc.address: jm2", "taskmanager.numberOfTaskSlots: 4") + "\n",
			"flink-cluster services/jm full rest.port=1@7:20\nflink-cluster services/jm2 full rest.port=2@13:20 taskmanager.numberOfTaskSlots=4@20:40\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := File("docker-compose.yml", []byte(c.text), Options{})
			if got := summary(r); got != c.want || len(r.Errors) > 0 {
				t.Errorf("got\n%swant\n%s%v in\n%s", got, c.want, r.Errors, c.text)
			}
		})
	}
}

func TestFlinkPropertiesTraps(t *testing.T) {
	const legacy, standard, custom = "flink:1.18.1-java11", "flink:2.0.0-java17", "orders:1.2"
	for _, c := range []struct{ name, image, text, want string }{
		{"nested up to 1.18", legacy, "execution:\n  checkpointing:\n    interval: 10s", "@conf.nested.execution.checkpointing.interval=interval"},
		{"nested", standard, "execution:\n  checkpointing:\n    interval:10s\n    timeout: 1 min",
			"@env.nested.execution.checkpointing.timeout=timeout @env.nested.execution.checkpointing.interval=interval"},
		{"nested, version unknown", custom, "execution.checkpointing:\n  interval: 10s", "@env.nested.execution.checkpointing.interval=interval"},
		{"nested and flat", standard, "state:\n  backend: x\nstate.backend.type: x", ""},
		{"no blank", legacy, "rest.port:1\nrest.address: x", "@conf.line.rest.port=rest.port"},
		{"no blank needed", standard, "rest.port:1\nrest.address: x", ""},
		{"clash", standard, "state.backend: rocksdb\nstate.backend.incremental: true\nstate.backend.rocksdb.localdir: /x",
			"@env.clash.state.backend.type=state.backend.incremental"},
		{"no clash up to 1.18", legacy, "state.backend: rocksdb\nstate.backend.incremental: true", ""},
		{"clash with the image", standard, "env.java.opts: -Dx=y", "@env.clash.env.java.opts.all=env.java.opts.all"},
		{"newest names", standard, "state.backend.type: rocksdb\nexecution.checkpointing.incremental: true", ""},
		{"comment", standard, "rest.port: 1 # one", "@env.comment.rest.port=1#one"},
		{"comment up to 1.18", legacy, "rest.port: 1 # one", ""},
		{"comment of its own", standard, "# rest.port: 1 # one\nrest.port: 1", ""},
		{"fragment", standard, "rest.address: a#b", ""},
		{"quoted", standard, "rest.port: '1'", "@env.quoted.rest.port='1'"},
		{"options", standard, "env.java.opts.jobmanager: -Da=b -Dc=d", "@env.joined.env.java.opts.jobmanager=-Da=b-Dc=d"},
		{"secret", standard, "s3.secret-key: hunter2 # mine", "@env.comment.s3.secret-key="},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := flinkService(c.image, "command: jobmanager", properties(strings.Split(c.text, "\n")...))
			r := File("docker-compose.yml", []byte(text), Options{})
			var got []string
			for _, component := range r.Components {
				for _, s := range component.Settings {
					if strings.HasPrefix(s.Key, "@env.") || strings.HasPrefix(s.Key, "@conf.") {
						got = append(got, s.Key+"="+s.Value)
					}
				}
			}
			if len(r.Components) != 1 || strings.Join(got, " ") != c.want {
				t.Errorf("got %s in %d components", got, len(r.Components))
			}
		})
	}
}

func TestFlinkPropertiesComments(t *testing.T) {
	for image, want := range map[string]string{"flink:1.18.1": "one two", "flink:1.20.1": "one"} {
		text := flinkService(image, "command: jobmanager", properties("# one", "rest.port: 1 # two"))
		var got []string
		for _, c := range File("docker-compose.yml", []byte(text), Options{}).Comments {
			got = append(got, c.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: comments %q", image, got)
		}
	}
}

func TestFlinkPods(t *testing.T) {
	pod := func(kind, name, image, args, env string) string {
		return "---\napiVersion: apps/v1\nkind: " + kind + "\nmetadata: {name: " + name + "}\nspec:\n  template:\n    spec:\n      containers:\n      - name: main\n" +
			"        image: " + image + "\n        args: " + args + "\n        env: [{name: FLINK_PROPERTIES, value: \"" + env + "\"}]\n" +
			"        volumeMounts: [{name: v, mountPath: /data}]\n      volumes: [{name: v, emptyDir: {}}]\n"
	}
	text := pod("Deployment", "jm", "flink:1.20", `["standalone-job", "-Drest.port=2"]`, `rest.port: 1\nstate.checkpoints.dir: file:///data`) +
		pod("StatefulSet", "tm", "flink:1.20", "[taskmanager]", "taskmanager.numberOfTaskSlots: 2")
	r := File("flink.yaml", []byte(text), Options{})
	want := "flink-cluster Deployment/jm/main full rest.port=1@12:59 execution.checkpointing.dir=file:///data@12:85 rest.port=2@11:47 taskmanager.numberOfTaskSlots=2@26:79\n"
	if got := summary(r); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	c := r.Components[0]
	if v, _ := c.Value("@volume./data"); v != "emptyDir" {
		t.Errorf("volume %q", v)
	}
	if v := c.Versions[model.OfFlink]; len(v.Number) != 2 || v.Number[1] != 20 {
		t.Errorf("version %v", v)
	}
}

// TestFlinkPropertiesOfConfigMap: a ConfigMap's FLINK_PROPERTIES is read as the image of the
// container that takes it reads it, where both stand in one file.
func TestFlinkPropertiesOfConfigMap(t *testing.T) {
	configMap := func(name, key string, lines ...string) string {
		return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\ndata:\n  " + key + ": |\n    " + strings.Join(lines, "\n    ") + "\n---\n"
	}
	pod := func(name, image, env string) string {
		return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + "}\nspec:\n  template:\n    spec:\n      containers:\n" +
			"      - name: flink\n        image: " + image + "\n        args: [" + name + "]\n        " + env + "\n---\n"
	}
	const from = "envFrom: [{configMapRef: {name: env}}]"
	for _, c := range []struct{ name, text, want string }{
		{"before", configMap("env", "FLINK_PROPERTIES", "rest.port: 1", "rest.address: a b # c") + pod("jobmanager", "flink:1.18", from),
			"flink-cluster Deployment/jobmanager/flink full rest.port=1@6:16 rest.address=a b@7:19\n"},
		{"behind, from 1.19 on", pod("jobmanager", "flink:1.19", from) + configMap("env", "FLINK_PROPERTIES", "rest.port: 1", "rest.address: a b # c"),
			"flink-cluster Deployment/jobmanager/flink full rest.port=1@18:16 rest.address=ab#c@19:19\n"},
		{"an entry", configMap("env", "flink.properties", "rest.port:1") +
			pod("jobmanager", "flink:1.20", "env: [{name: FLINK_PROPERTIES, valueFrom: {configMapKeyRef: {name: env, key: flink.properties}}}]"),
			"flink-cluster Deployment/jobmanager/flink full rest.port=1@6:15\n"},
		{"with a prefix", configMap("env", "PROPERTIES", "rest.port: 1") +
			pod("jobmanager", "flink:1.20", "envFrom: [{prefix: FLINK_, configMapRef: {name: env}}]"),
			"flink-cluster Deployment/jobmanager/flink full rest.port=1@6:16\n"},
		{"with another prefix", configMap("env", "FLINK_PROPERTIES", "rest.port: 1") +
			pod("jobmanager", "flink:1.20", "envFrom: [{prefix: MY_, configMapRef: {name: env}}]"),
			"flink-cluster ConfigMap/env/FLINK_PROPERTIES partial rest.port=1@6:16\n"},
		{"the last one", configMap("env", "FLINK_PROPERTIES", "rest.port: 1") + configMap("own", "FLINK_PROPERTIES", "rest.port: 2") +
			pod("jobmanager", "flink:1.20", "envFrom: [{configMapRef: {name: env}}, {configMapRef: {name: own}}]"),
			"flink-cluster ConfigMap/env/FLINK_PROPERTIES partial rest.port=1@6:16\nflink-cluster Deployment/jobmanager/flink full rest.port=2@13:16\n"},
		{"of its own", configMap("env", "FLINK_PROPERTIES", "rest.port: 1") +
			pod("jobmanager", "flink:1.20", "env: [{name: FLINK_PROPERTIES, value: \"rest.port: 2\"}]\n        "+from),
			"flink-cluster ConfigMap/env/FLINK_PROPERTIES partial rest.port=1@6:16\nflink-cluster Deployment/jobmanager/flink partial rest.port=2@18:59\n"},
		{"a later one elsewhere", configMap("env", "FLINK_PROPERTIES", "rest.port: 1") +
			pod("jobmanager", "flink:1.20", "envFrom: [{configMapRef: {name: env}}, {configMapRef: {name: own}}]"),
			"flink-cluster ConfigMap/env/FLINK_PROPERTIES partial rest.port=1@6:16\nflink-cluster Deployment/jobmanager/flink partial\n"},
		{"shared", configMap("env", "FLINK_PROPERTIES", "rest.port: 1", "taskmanager.numberOfTaskSlots: 2") +
			pod("jobmanager", "flink:1.20", from) + pod("taskmanager", "flink:1.20", from),
			"flink-cluster Deployment/jobmanager/flink full rest.port=1@6:16 taskmanager.numberOfTaskSlots=2@7:36\n"},
		{"of nobody", configMap("env", "FLINK_PROPERTIES", "rest.port: 1", "rest.address:a", "web.tmpdir: x y"),
			"flink-cluster ConfigMap/env/FLINK_PROPERTIES partial rest.port=1@6:16 rest.address=?@7:18 web.tmpdir=xy@8:17\n"},
		{"elsewhere", pod("jobmanager", "flink:1.20", from), "flink-cluster Deployment/jobmanager/flink partial\n"},
		{"elsewhere, of something else", pod("web", "nginx:1.27", from), ""},
		{"a list", "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: env}\n  data: {FLINK_PROPERTIES: 'rest.port: 1'}\n" +
			"- apiVersion: v1\n  kind: Pod\n  metadata: {name: jm}\n  spec: {containers: [{name: jm, image: 'flink:1.20', args: [jobmanager], " + from + "}]}\n",
			"flink-cluster Pod/jm/jm full rest.port=1@7:40\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := summary(File("flink.yaml", []byte(c.text), Options{})); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}
