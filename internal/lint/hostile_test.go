package lint_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/parse"
	"github.com/kcfglint/kcfglint/internal/report"
)

// race says that the race detector is on, which takes ten times the time.
var race bool

// hostile is a text that grows: its unit is repeated, with "#" replaced by the number.
type hostile struct{ name, file, head, unit, tail string }

const (
	someProducer = "bootstrap.servers=k:9092\nacks=1\nlinger.ms=5\n"
	someSpring   = "spring:\n  kafka:\n    bootstrap-servers: k:9092\n    producer:\n      acks: 1\n"
	someJSON     = `{"name":"a","config":{"connector.class":"io.example.SinkConnector","topics":"t",`
	someConf     = "jobmanager.rpc.address: jm\nexecution.checkpointing.mode: AT_LEAST_ONCE\n"
	someTable    = "CREATE TABLE t (id STRING) WITH ('connector'='kafka','topic'='t','properties.bootstrap.servers'='k:9092');\n"
	someMap      = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n"
	someJob      = "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: {name: a}\nspec:\n  flinkConfiguration:\n    execution.checkpointing.mode: AT_LEAST_ONCE\n"
)

var hostiles = []hostile{
	{"services", "compose.yaml", "services:\n", "  k#:\n    image: apache/kafka\n    environment: {KAFKA_NODE_ID: 1}\n", ""},
	{"commands", "compose.yaml", "services:\n  k:\n    image: apache/kafka\n    command: |\n", "      kafka-topics --create --topic t# 'x\" y'\n", ""},
	{"quotes of a command", "compose.yaml", "services:\n  k:\n    image: apache/kafka\n    command: kafka-topics --create --topic t ", "'\"", ""},
	{"clusters with pools", "strimzi.yaml", "", "apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: {name: c#}\nspec: {kafka: {listeners: []}}\n---\n" +
		"apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata: {name: p#, labels: {strimzi.io/cluster: c#}}\nspec: {replicas: 1, roles: [broker]}\n---\n", ""},
	{"channels", "application.properties", "kafka.acks=1\nmp.messaging.connector.smallrye-kafka.linger.ms=1\n", "mp.messaging.outgoing.c#.topic=t\nkafka.k#=1\n", ""},
	{"profiles", "application.properties", "mp.messaging.outgoing.c.connector=smallrye-kafka\n", "%p#.mp.messaging.outgoing.c.acks=1\n", ""},
	{"flows", "mm2.properties", "clusters=a,b\na.bootstrap.servers=a:1\n", "a->b.k#=1\na->b.enabled=true\n", ""},
	{"aliases", "mm2.properties", "a.bootstrap.servers=a:1\nclusters=a", ",b#", ""},
	{"topics", "main.tf", "", "resource \"kafka_topic\" \"t#\" {\n  name = \"t\"\n  config = { \"retention.ms\" = 1 }\n}\n", ""},
	{"brackets", "main.tf", "kafka = ", "[", ""},
	{"interpolations", "main.tf", "resource \"kafka_topic\" \"t\" {\n  name = \"", "${a}", "\"\n}\n"},
	{"one line", "a.properties", someProducer + "client.id=", "a", ""},
	{"one key", "a.properties", someProducer, "a", "=x"},
	{"continuations", "a.properties", someProducer + "client.id=", "a\\\n ", ""},
	{"backslashes", "a.properties", someProducer, "\\", ""},
	{"same key", "a.properties", someProducer, "acks=1\nacks=0\n", ""},
	{"many keys", "a.properties", someProducer, "key.number#=v\n", ""},
	{"many prefixes", "a.properties", "", "p#.acks=1\np#.linger.ms=5\n", ""},
	{"malformed escapes", "a.properties", someProducer, "k#=\\u00zz\n", ""},
	{"placeholders", "a.properties", someProducer + "client.id=", "${a:", ""},
	{"suppressions", "a.properties", someProducer, "# kcfglint:ignore KP002 -- x\nacks=1\n", ""},
	{"names in a suppression", "a.properties", someProducer + "# kcfglint:ignore ", "KP#,", "\nacks=1\n"},
	{"unknown suppressions", "a.properties", someProducer, "# kcfglint:ignore#\n", "acks=1\n"},
	{"data classes", "a.properties", someProducer, "# kcfglint:data-class=logs\n", ""},
	{"brokers", "a.properties", "acks=1\nlinger.ms=5\nbootstrap.servers=", "k#:9092,", "k"},
	{"JAAS", "a.properties", someProducer + "sasl.jaas.config=a required ", `password="`, ""},
	{"lone returns", "a.properties", strings.ReplaceAll(someProducer, "\n", "\r"), "a#=b\r", ""},
	{"form feeds", "a.properties", someProducer, "\f", ""},
	{"line separators", "a.properties", someProducer, "\u2028", ""},
	{"no UTF-8", "a.properties", someProducer + "client.id=", "\xff", ""},
	{"NULs", "a.properties", someProducer + "#" + strings.Repeat("x", 9000) + "\nclient.id=", "\x00", ""},
	{"clients of a worker", "worker.properties", "bootstrap.servers=k\ngroup.id=c\nkey.converter=a\nvalue.converter=b\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\n", "producer.k#=v\n", ""},

	{"deep flow", "application.yml", someSpring + "x: ", "[", ""},
	{"deep maps", "application.yml", someSpring + "x: ", "{a: ", ""},
	{"dashes", "application.yml", someSpring + "x:\n  ", "- ", ""},
	{"question marks", "application.yml", someSpring + "x:\n  ", "? ", ""},
	{"long plain scalar", "application.yml", someSpring + "x: ", "é", ""},
	{"long key", "application.yml", someSpring, "a", ": x"},
	{"many keys", "application.yml", someSpring + "    properties:\n", "      key.number#: v\n", ""},
	{"same key", "application.yml", someSpring, "      acks: 1\n", ""},
	{"documents", "application.yml", "", "---\n" + someSpring, ""},
	{"profiles", "application.yml", "", "---\nspring.config.activate.on-profile: p#\nspring.kafka.producer.acks: 1\n", ""},
	{"empty documents", "application.yml", someSpring, "---\n", ""},
	{"flow list", "application.yml", someSpring + "x: [", "a,", "]"},
	{"control characters", "application.yml", someSpring, "x: \x01\n", ""},
	{"broken lines", "application.yml", someSpring, "\"a\" b\n", ""},
	{"quote that is not closed", "application.yml", someSpring + "x: \"", "a\n", ""},
	{"anchors", "application.yml", someSpring, "a#: &a# x\nb#: *a#\n", ""},
	{"merges", "application.yml", someSpring + "m: &m {a: b}\nx:\n  <<: [", "*m,", "]\n"},
	{"merges of merges", "application.yml", someSpring + "m: &m {a: b}\n", "m#: &m {<<: *m, x#: v}\n", ""},
	{"templates", "application.yml", someSpring, "x: {{ a }} {# b #} {% c %}\n", ""},
	{"open templates", "application.yml", someSpring + "x: ", "{{", ""},
	{"blocks", "application.yml", someSpring, "x#: |\n  a\n", ""},
	{"next lines", "application.yml", someSpring, "k#: v\u0085", ""},
	{"bindings", "application.yml", "spring:\n  cloud:\n    stream:\n      kafka:\n        binder: {brokers: k}\n      bindings:\n", "        b#-in-0: {destination: t, group: g}\n", ""},
	{"dots", "application.properties", "spring.kafka.producer.acks=1\nspring", ".a", "=x\n"},
	{"sections", "application.properties", "", "spring.kafka.producer.acks=1\n#---\n", ""},

	{"deep arrays", "sink.json", someJSON + `"x":`, "[", ""},
	{"long string", "sink.json", someJSON + `"x":"`, `\u0041`, `"}}`},
	{"many keys", "sink.json", someJSON, `"k#":"v",`, `"x":"y"}}`},
	{"same key", "sink.json", someJSON, `"errors.tolerance":"all",`, `"x":"y"}}`},
	{"connectors", "sinks.json", "[", someJSON + `"errors.tolerance":"all"}},`, someJSON + `"x":"y"}}]`},
	{"stream", "sinks.json", "", someJSON + `"x":"y"}}` + "\n", ""},
	{"comments", "sink.json", someJSON, "/* */", `"x":"y"}}`},
	{"values", "a.json", "", "{}", ""},
	{"numbers", "sink.json", `{"connector.class":"a","x":[`, "1,", "1]}"},
	{"transforms", "sink.json", someJSON + `"transforms":"`, "t#,", `t","x":"y"}}`},

	{"many keys", "flink-conf.yaml", someConf, "key.a#: b\n", ""},
	{"same key", "flink-conf.yaml", someConf, "execution.checkpointing.mode: AT_LEAST_ONCE\n", ""},
	{"dropped lines", "flink-conf.yaml", someConf, "ab\n", ""},
	{"nested blocks", "flink-conf.yaml", someConf, "a#:\n  b:\n    c: d\n", ""},
	{"many keys", "config.yaml", "execution:\n  checkpointing:\n    mode: AT_LEAST_ONCE\n", "key#:\n  a:\n    b: c\n", ""},

	{"parentheses", "job.sql", someTable + "INSERT INTO t SELECT ", "(", ""},
	{"selects", "job.sql", someTable + "INSERT INTO t ", "SELECT * FROM (", ""},
	{"joins", "job.sql", someTable + "INSERT INTO t SELECT * FROM t ", "JOIN t ON a=b ", ""},
	{"statements", "job.sql", someTable, "INSERT INTO t SELECT * FROM t;\n", ""},
	{"tables", "job.sql", "", strings.ReplaceAll(someTable, "TABLE t", "TABLE t#"), ""},
	{"same table", "job.sql", "", someTable, ""},
	{"options", "job.sql", "CREATE TABLE t (id STRING) WITH ('connector'='kafka',", "'properties.k#'='v',", "'a'='b');\n"},
	{"quotes", "job.sql", someTable, "'", ""},
	{"strings that are not closed", "job.sql", someTable, "SELECT 'a;\n", ""},
	{"missing semicolons", "job.sql", "", strings.ReplaceAll(someTable, ";", ""), ""},
	{"settings", "job.sql", someTable, "SET 'k#' = 'v';\n", ""},
	{"hints", "job.sql", someTable + "INSERT INTO t SELECT * FROM t ", "/*+ OPTIONS('a'='b') */ ", ""},
	{"templates", "job.sql", someTable, "{{ '", ""},
	{"dots", "job.sql", someTable + "INSERT INTO ", "a.", ""},
	{"common tables", "job.sql", someTable + "INSERT INTO t WITH ", "c# AS (SELECT * FROM t),", "x AS (SELECT 1) SELECT * FROM c1;"},
	{"copies", "job.sql", someTable, "CREATE TABLE u# LIKE t;\n", ""},

	{"files", "k8s.yaml", someMap, "  f#.properties: |\n    acks=1\n    linger.ms=5\n", ""},
	{"the same file", "k8s.yaml", someMap + "  f.properties: &x |\n    acks=1\n    linger.ms=5\n    bootstrap.servers=k\n    client.id=x\n", "  f#.properties: *x\n", ""},
	{"documents", "k8s.yaml", "", "---\n" + someMap + "  f.properties: |\n    acks=1\n    linger.ms=5\n", ""},
	{"lists in lists", "k8s.yaml", "apiVersion: v1\nkind: List\nitems: ", "[{apiVersion: v1, kind: List, items: ", ""},
	{"settings as entries", "k8s.yaml", someMap, "  p#.bootstrap.servers: k\n  p#.acks: \"1\"\n", ""},
	{"encoded", "k8s.yaml", strings.ReplaceAll(someMap, "ConfigMap", "Secret"),
		"  f#.properties: " + base64.StdEncoding.EncodeToString([]byte("acks=1\nlinger.ms=5\nssl.key.password=x\n")) + "\n", ""},
	{"deployments", "k8s.yaml", "", "---\n" + someJob, ""},
	{"many keys", "k8s.yaml", someJob, "    k#: v\n", "  job: {jarURI: x}\n"},

	{"blocks", "job.yaml", "", "a#:\n  bootstrap.servers: k:9092\n  group.id: g\n", ""},
	{"prefixes", "job.yaml", "", "a#.bootstrap.servers: k:9092\na#.group.id: g\n", ""},
	{"items", "job.yaml", "kafka:\n", "- {bootstrap.servers: k, group.id: g}\n", ""},
	{"scripts", "job.yaml", "a:\n", "  b#: \"CREATE TABLE t (id STRING) WITH ('connector'='kafka')\"\n", ""},
	{"nothing of ours", "a.yaml", "", "k#: v\n", ""},
	{"nothing of ours", "a.conf", "", "k# = v\n", ""},
	{"one line", "a.txt", "", "a", ""},
	{"blanks", "a.conf", "", " ", "x"},
	{"variables", "a.env", "", "KAFKA_A#=v\n", ""},
}

// text is the hostile text of about a size in bytes.
func (h hostile) text(size int) string {
	var b strings.Builder
	b.WriteString(h.head)
	for i := 0; b.Len() < size-len(h.tail); i++ {
		b.WriteString(strings.ReplaceAll(h.unit, "#", strconv.Itoa(i)))
	}
	b.WriteString(h.tail)
	return b.String()
}

// cost is what a run took.
type cost struct {
	time      time.Duration // of all processors together, so that other work beside it does not count
	allocated uint64        // bytes
}

func (c cost) String() string {
	return fmt.Sprintf("%v and %d MB", c.time.Round(time.Millisecond), c.allocated>>20)
}

// lintText runs everything on one file, with every reporter, or only what comes before the rules.
func lintText(t *testing.T, file, text string, whole bool) cost {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := cpuTime()
	run := lint.Parse
	if whole {
		run = lint.Run
	}
	result, err := run(context.Background(), lint.Options{Dir: dir})
	if err != nil || len(result.Errors) > 0 {
		t.Fatal(err, result.Errors)
	}
	if len(result.Files) != 1 || result.Files[0].Status != report.StatusLinted && result.Files[0].Reason == "" {
		t.Errorf("files %+v", result.Files)
	}
	if whole {
		write(t, result)
	}
	elapsed := cpuTime() - start
	runtime.ReadMemStats(&after)
	return cost{elapsed, after.TotalAlloc - before.TotalAlloc}
}

// write lets every reporter write.
func write(t *testing.T, result *lint.Result) {
	t.Helper()
	data := &report.Data{Findings: result.Findings, Suppressed: result.Suppressed, Files: result.Files, Summary: result.Summary,
		Rules: result.Rules, Excerpt: result.Excerpt, Verbose: true}
	for _, format := range report.Formats() {
		r, _ := report.Get(format)
		if err := r(io.Discard, data); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// evaluated are the cases that are hostile to what comes after parsing.
var evaluated = []string{
	"a.properties one line", "a.properties same key", "a.properties many keys", "a.properties suppressions", "a.properties unknown suppressions",
	"a.properties names in a suppression", "a.properties brokers", "sinks.json connectors", "flink-conf.yaml nested blocks",
}

// TestHostileFiles reads texts that are made to take time and memory, in a small and in a
// large size: what is not linear in the size takes much more than the margins allow. With
// KCFGLINT_HEAVY=1, the large one is the largest that a file may have, and all rules run
// on it.
func TestHostileFiles(t *testing.T) {
	heavy := os.Getenv("KCFGLINT_HEAVY") != ""
	for _, h := range hostiles {
		name := h.file + " " + h.name
		t.Run(name, func(t *testing.T) {
			whole := heavy || slices.Contains(evaluated, name)
			small, large, limit := 8<<10, 256<<10, cost{4 * time.Second, 512 << 20}
			switch {
			case heavy:
				large, limit = parse.MaxSize-4096, cost{10 * time.Second, 3 << 30}
			case race: // it takes ten times the time, and this is about other things than races
				whole, small, large, limit.time = false, 2<<10, 4<<10, time.Minute
			case strings.HasPrefix(name, "a.properties"):
				large = 768 << 10
			case whole:
				large = 64 << 10
			}
			a, b := lintText(t, h.file, h.text(small), whole), lintText(t, h.file, h.text(large), whole)
			growth := uint64(large / small)
			if t.Logf("%d kB: %v, %d kB: %v", small>>10, a, large>>10, b); b.time > limit.time || b.allocated > min(limit.allocated, 3*growth*a.allocated+(32<<20)) {
				t.Error("too much")
			}
		})
	}
}
