package cli

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/chain"
	"github.com/kcfglint/kcfglint/internal/guarantee"
)

// planted are files of every format that hold secrets; each PLANT is replaced by a text
// that occurs nowhere else.
var planted = map[string]string{
	"client/producer.properties": `bootstrap.servers=kafka-1.example.org:9093
security.protocol=SASL_PLAINTEXT
sasl.mechanism=PLAIN
acks=1
ssl.truststore.password=PLANT
ssl.keystore.key=-----BEGIN PRIVATE KEY----- PLANT
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \
  username="svc" \
  password="PLANT";
schema.registry.url=https://svc:PLANT@registry.example.org
basic.auth.user.info=svc:PLANT
app.token=PLANT
`,
	"client/consumer.properties": `metadata.broker.list=kafka-1.example.org:9093
group.id=g
enable.auto.commit=true
sasl.username=svc
sasl.password=PLANT
ssl.key.password=PLANT
`,
	"client/broken.properties": "bootstrap.servers=kafka:9092\nssl.key.password=PLANT\\u00zz\nacks=1\n",
	"spring/application.yml": `spring:
  kafka:
    bootstrap-servers: kafka-1.example.org:9093
    ssl:
      trust-store-password: PLANT
    properties:
      sasl.jaas.config: org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="PLANT";
      "[sasl.oauthbearer.client.credentials.client.secret]": PLANT
    producer:
      acks: 1
      properties: {ssl.key.password: PLANT, linger.ms: 5}
`,
	"spring/application-prod.properties": "spring.kafka.producer.acks=0\nspring.kafka.ssl.key-password=PLANT\nspring.kafka.properties.sasl.jaas.config=x.PlainLoginModule required password='PLANT';\n",
	"connect/sink.json": `{"name": "sink", "config": {"connector.class": "io.example.JdbcSinkConnector", "topics": "t", "errors.tolerance": "all",
  "connection.url": "jdbc:postgresql://db/x?user=u&password=PLANT", "connection.password": "PLANT", "aws.secret.access.key": "PLANT",
  "producer.override.sasl.jaas.config": "x.PlainLoginModule required username=\"u\" password=\"PLANT\";"}}`,
	"connect/fragment.json": "\"connector.class\": \"io.example.JdbcSinkConnector\",\n\"connection.password\": \"PLANT\",\n\"topics\": \"t\",\n",
	"connect/broken.json":   `{"connector.class": "io.example.JdbcSinkConnector", "connection.password": "PLANT" "topics": 1}`,
	"connect/worker.properties": `bootstrap.servers=kafka-1.example.org:9093
group.id=connect
key.converter=org.apache.kafka.connect.json.JsonConverter
value.converter=org.apache.kafka.connect.json.JsonConverter
offset.storage.topic=o
config.storage.topic=c
status.storage.topic=s
producer.ssl.key.password=PLANT
producer.acks=1
`,
	"flink/flink-conf.yaml": "jobmanager.rpc.address: jm\nexecution.checkpointing.mode: AT_LEAST_ONCE\ns3.secret-key: PLANT\nsecurity.ssl.rest.key-password: PLANT\ns3:\n  secret-key: \"PLANT\"\n",
	"flink/config.yaml":     "execution:\n  checkpointing:\n    interval: 10s\n    mode: AT_LEAST_ONCE\ns3:\n  secret-key: PLANT\nsecurity.ssl.internal.keystore-password: PLANT\n",
	"flink/job.yaml": `apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: orders
spec:
  flinkVersion: v1_19
  flinkConfiguration:
    s3.secret-key: PLANT
    execution.checkpointing.mode: AT_LEAST_ONCE
  job:
    jarURI: local:///opt/job.jar
    args: ["--kafka.password", "PLANT", "-Ds3.secret-key=PLANT"]
    upgradeMode: stateless
`,
	"flink/job.sql": `CREATE TABLE orders (id STRING) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'scan.startup.mode' = 'latest-offset', 'properties.bootstrap.servers' = 'kafka:9092',
  'properties.sasl.jaas.config' = 'x.PlainLoginModule required username="u" password="PLANT";', 'properties.ssl.key.password' = 'PLANT',
  'format' = 'json', 'json.ignore-parse-errors' = 'true');
CREATE TABLE es (id STRING) WITH ('connector' = 'elasticsearch-7', 'hosts' = 'https://u:PLANT@es:9200', 'index' = 'i', 'username' = 'u', 'password' = 'PLANT');
CREATE TABLE db (id STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://db/x?password=PLANT', 'password' = 'PLANT
INSERT INTO es SELECT id FROM orders;
`,
	"k8s/config.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: app
data:
  producer.properties: |
    bootstrap.servers=kafka-1.example.org:9093
    acks=1
    ssl.key.password=PLANT
---
apiVersion: v1
kind: Secret
metadata:
  name: app
stringData:
  producer.properties: |
    bootstrap.servers=kafka-1.example.org:9093
    acks=1
    ssl.key.password=PLANT
data:
  consumer.properties: BASE64
`,
	"generic/job.yaml": `source:
  bootstrap.servers: kafka-1.example.org:9093
  topic: orders
  auto.offset.reset: latest
  ssl.key.password: PLANT
  password: PLANT
`,
	"generic/broken.yaml": "spring:\n  kafka:\n    bootstrap-servers: x\n   ssl: {password: PLANT\n",
}

// TestNoSecretIsPrinted plants secrets in every format and looks for them in every output.
func TestNoSecretIsPrinted(t *testing.T) {
	dir := t.TempDir()
	n := 0
	encoded := base64.StdEncoding.EncodeToString([]byte("bootstrap.servers=kafka-1.example.org:9093\ngroup.id=g\nenable.auto.commit=true\nssl.key.password=hidden7Gq9x\n"))
	for name, text := range planted {
		for strings.Contains(text, "PLANT") {
			n++
			text = strings.Replace(text, "PLANT", fmt.Sprintf("hidden7Gq9x%03d", n), 1)
		}
		text = strings.ReplaceAll(text, "BASE64", encoded)
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	summary := filepath.Join(dir, "summary.md")
	t.Setenv("GITHUB_STEP_SUMMARY", summary)
	commands := [][]string{{"parse"}}
	for _, format := range guarantee.Formats() {
		commands = append(commands, []string{"guarantee", "--format", format})
	}
	for _, format := range chain.Formats() {
		commands = append(commands, []string{"chain", "--format", format})
	}
	for _, format := range chain.PlanFormats() {
		commands = append(commands, []string{"chain", "--reconcile", "--format", format})
	}
	for _, format := range []string{"text", "json", "github", "sarif"} {
		for _, more := range [][]string{nil, {"-v"}, {"-q"}, {"--no-ignore"}} {
			commands = append(commands, append([]string{"lint", "--select", "all", "--color", "never", "--format", format}, more...))
		}
	}
	for _, args := range commands {
		var out, err bytes.Buffer
		code := Main(context.Background(), args, Streams{In: strings.NewReader(""), Out: &out, Err: &err})
		if code != ExitClean && code != ExitFindings {
			t.Errorf("%v: exit code %d: %s", args, code, err.String())
		}
		if out.Len() == 0 {
			t.Errorf("%v prints nothing", args)
		}
		written, _ := os.ReadFile(summary)
		for _, text := range []string{out.String(), err.String(), string(written)} {
			if i := strings.Index(text, "hidden7Gq9x"); i >= 0 {
				t.Errorf("%v prints a secret: ...%s", args, text[max(i-200, 0):i+14])
			}
			if strings.Contains(text, encoded[:40]) {
				t.Errorf("%v prints an encoded secret", args)
			}
		}
	}
}
