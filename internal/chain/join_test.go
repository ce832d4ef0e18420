package chain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kcfglint/kcfglint/internal/chain"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
)

const connector = `{"name": %q, "config": {"connector.class": %q, %s}}`

// table is a statement that makes a table on Kafka.
func table(name, topic, servers string) string {
	return fmt.Sprintf("CREATE TABLE %s (id STRING) WITH ('connector' = 'kafka', 'topic' = '%s', 'properties.bootstrap.servers' = '%s', "+
		"'properties.group.id' = 'g', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');\n", name, topic, servers)
}

func index(name, index string) string {
	return fmt.Sprintf("CREATE TABLE %s (id STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'elasticsearch-7', 'hosts' = 'http://es:9200', 'index' = '%s');\n", name, index)
}

func spring(topic, servers string) string {
	return "spring:\n  application:\n    name: shop\n  kafka:\n    bootstrap-servers: " + servers + "\n    producer:\n      acks: all\n    template:\n      default-topic: " + topic + "\n"
}

func TestJoins(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"a service to an index", map[string]string{
			"shop/application.yml": spring("orders", "k:9092"),
			"job.sql":              table("o", "orders", "k:9092") + index("es", "orders-v1") + "INSERT INTO es SELECT id FROM o;",
		}, []string{"shop > orders > o > job > es > orders-v1"}},
		{"clusters that differ", map[string]string{
			"shop/application.yml": spring("orders", "a:9092"),
			"job.sql":              table("o", "orders", "b:9092") + index("es", "i") + "INSERT INTO es SELECT id FROM o;",
		}, []string{"? > orders > o > job > es > i", "shop > orders > ?"}},
		{"a cluster that is not known joins the only one", map[string]string{
			"shop/application.yml": spring("orders", "a:9092"),
			"sink.json":            fmt.Sprintf(connector, "s", "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector", `"topics": "orders"`),
		}, []string{"shop > orders > s > orders"}},
		{"a cluster that is not known joins none of two", map[string]string{
			"shop/application.yml": spring("orders", "a:9092"),
			"bill/application.yml": spring("orders", "b:9092"),
			"sink.json":            fmt.Sprintf(connector, "s", "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector", `"topics": "orders"`),
		}, []string{"? > orders > s > orders", "shop > orders > ?", "shop > orders > ?"}},
		{"each topic to its own index", map[string]string{
			"sink.json": fmt.Sprintf(connector, "s", "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector", `"topics": "A,b"`),
		}, []string{"? > A > s > a", "? > b > s > b"}},
		{"an index that transformations may rename", map[string]string{
			"sink.json": fmt.Sprintf(connector, "s", "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector",
				`"topics": "a", "transforms": "r", "transforms.r.type": "org.apache.kafka.connect.transforms.RegexRouter"`),
		}, []string{"? > a > s > ?"}},
		{"a connector of which nothing is known", map[string]string{
			"sink.json": fmt.Sprintf(connector, "s", "com.example.OtherSinkConnector", `"topics": "a"`),
		}, []string{"? > a > s > ?"}},
		{"change data capture", map[string]string{
			"source.json": fmt.Sprintf(connector, "cdc", "io.debezium.connector.postgresql.PostgresConnector",
				`"database.hostname": "db", "topic.prefix": "shop", "table.include.list": "public.orders,public.items"`),
			"sink.json": fmt.Sprintf(connector, "s", "io.confluent.connect.jdbc.JdbcSinkConnector",
				`"topics": "shop.public.orders", "connection.url": "jdbc:postgresql://dw/dw", "table.name.format": "orders"`),
		}, []string{"public.orders > cdc > shop.public.orders > s > orders", "public.items > cdc > shop.public.items > ?"}},
		{"tables by patterns", map[string]string{
			"source.json": fmt.Sprintf(connector, "cdc", "io.debezium.connector.postgresql.PostgresConnector", `"topic.prefix": "shop", "table.include.list": "public.*"`),
		}, []string{"? > cdc > ?"}},
		{"a pattern of topics", map[string]string{
			"shop/application.yml": spring("orders.eu", "a:9092"),
			"sink.json":            fmt.Sprintf(connector, "s", "com.example.OtherSinkConnector", `"topics.regex": "orders\\..*"`),
			"none.json":            fmt.Sprintf(connector, "n", "com.example.OtherSinkConnector", `"topics.regex": "bills"`),
		}, []string{"shop > orders.eu > s > ?", "? > n > ?"}},
		{"no cross product within a job", map[string]string{
			"job.sql": table("a", "a", "k:1") + table("b", "b", "k:1") + index("x", "x") + index("y", "y") +
				"INSERT INTO x SELECT id FROM a; INSERT INTO y SELECT id FROM b;",
		}, []string{"? > a > a > job > x > x", "? > b > b > job > y > y"}},
		{"a pipeline of Flink CDC", map[string]string{
			"pipeline.yaml": "source:\n  type: mysql\n  hostname: db\n  tables: shop.orders, shop.items\nsink:\n  type: kafka\n  properties.bootstrap.servers: a:9092\n",
			"sink.json":     fmt.Sprintf(connector, "s", "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector", `"topics": "shop.orders"`),
		}, []string{"shop.orders > pipeline > shop.orders > s > shop.orders", "shop.items > pipeline > shop.items > ?"}},
		{"a pipeline to one topic, of tables by pattern", map[string]string{
			"pipeline.yaml": "source:\n  type: mysql\n  tables: shop.\\.*\nsink:\n  type: kafka\n  topic: changes\n",
		}, []string{"? > pipeline > changes > ?"}},
		{"a pipeline whose routes rename tables", map[string]string{
			"pipeline.yaml": "source:\n  type: mysql\n  tables: shop.orders\nsink:\n  type: elasticsearch\n  hosts: http://es:9200\nroute:\n  - source-table: shop.orders\n    sink-table: o\n",
		}, []string{"shop.orders > pipeline > ?"}},
		{"a pipeline without Kafka", map[string]string{
			"pipeline.yaml": "source:\n  type: mysql\n  tables: shop.orders\nsink:\n  type: elasticsearch\n  hosts: http://es:9200\npipeline:\n  name: search\n",
		}, []string{"shop.orders > search > shop.orders"}},
		{"a dead letter queue", map[string]string{
			"sink.json": fmt.Sprintf(connector, "s", "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector",
				`"topics": "a", "errors.deadletterqueue.topic.name": "failed"`),
			"retry.properties": "bootstrap.servers=k:9092\ngroup.id=retry\nauto.offset.reset=earliest\nenable.auto.commit=false\n",
		}, []string{"? > a > s > a", "? > a > s > failed > ?", "? > retry"}},
		{"a channel with a dead letter queue", map[string]string{
			"application.properties": "kafka.bootstrap.servers=k:9092\nmp.messaging.incoming.in.connector=smallrye-kafka\nmp.messaging.incoming.in.topic=a\n" +
				"mp.messaging.incoming.in.failure-strategy=dead-letter-queue\nmp.messaging.incoming.in.dead-letter-queue.topic=failed\n",
		}, []string{"? > a > in", "? > a > in > failed > ?"}},
		{"logs of a service", map[string]string{
			"source.json": fmt.Sprintf(connector, "logs", "org.apache.kafka.connect.file.FileStreamSourceConnector", `"file": "/var/log/shop/orders.log", "topic": "orders"`),
		}, []string{"/var/log/shop/orders.log > logs > orders > ?"}},
		{"two jobs to one index", map[string]string{
			"a.sql": table("a", "a", "k:1") + index("x", "all") + "INSERT INTO x SELECT id FROM a;",
			"b.sql": table("b", "b", "k:1") + index("y", "all") + "INSERT INTO y SELECT id FROM b;",
		}, []string{"? > a > a > a > x > all", "? > b > b > b > y > all"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			repository(t, test.files)
			got := ways(run(t, chain.Options{}))
			slices.Sort(got)
			slices.Sort(test.want)
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestFromAndTo(t *testing.T) {
	t.Chdir("../..")
	r := run(t, chain.Options{From: "orders.placed", To: "store-totals"}, "examples/orders")
	if got := ways(r); !slices.Equal(got, []string{"orders.placed > orders > order-windows > store_totals > store-totals"}) {
		t.Error(got)
	}
	// A name that a table shares with what it stands for means the whole way.
	r = run(t, chain.Options{From: "orders_enriched", To: "region_revenue"}, "examples/orders")
	if got := ways(r); !slices.Equal(got, []string{"orders_enriched > orders.enriched > orders_enriched > region-revenue > region_revenue > region_revenue"}) {
		t.Error(got)
	}
	r = run(t, chain.Options{From: "payment-gateway", To: "store-totals"}, "examples/orders")
	if got := ways(r); !r.Apart || !slices.Contains(got, "payment-gateway > ?") || len(got) != 2 {
		t.Error(r.Apart, got)
	}
	_, err := chain.Run(context.Background(), lint.Options{Paths: []string{"examples/orders"}, Versions: map[string]model.Version{}}, chain.Options{From: "nobody"})
	var name *chain.NameError
	if !errors.As(err, &name) || !strings.Contains(err.Error(), "checkout-service") {
		t.Error(err)
	}
}

// TestCircle: records that come back do not keep the search busy, and the path says so.
func TestCircle(t *testing.T) {
	repository(t, map[string]string{
		"a.sql": table("a", "one", "k:1") + table("b", "two", "k:1") + "INSERT INTO b SELECT id FROM a;",
		"b.sql": table("b", "two", "k:1") + table("a", "one", "k:1") + "INSERT INTO a SELECT id FROM b;",
	})
	r := run(t, chain.Options{})
	if len(r.Paths) != 1 || !r.Paths[0].Cycle || len(r.Paths[0].Hops) != 8 {
		t.Fatalf("%+v", r.Paths)
	}
	for _, format := range chain.Formats() {
		write(t, format, r)
	}
	r = run(t, chain.Options{From: "one", To: "two"})
	if len(r.Paths) != 1 || r.Paths[0].Cycle {
		t.Errorf("%+v", r.Paths)
	}
}

// TestLattice: stages that are all joined with one another have more paths than can be
// shown, and the report says how many it leaves out.
func TestLattice(t *testing.T) {
	files := make(map[string]string)
	for stage := range 12 {
		for n := range 4 {
			topic := func(i int) string { return fmt.Sprintf("t%d", i) }
			files[fmt.Sprintf("j%d-%d.sql", stage, n)] = table("a", topic(stage), "k:1") + table("b", topic(stage+1), "k:1") + "INSERT INTO b SELECT id FROM a;"
		}
	}
	repository(t, files)
	start := time.Now()
	r := run(t, chain.Options{})
	if len(r.Paths) != 200 || r.Omitted == 0 || !r.More {
		t.Errorf("%d paths, %d omitted, more: %v", len(r.Paths), r.Omitted, r.More)
	}
	for _, format := range chain.Formats() {
		if out := write(t, format, r); format != "json" && !strings.Contains(out, "more paths are left out") {
			t.Errorf("%s does not say that paths are left out", format)
		}
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("took %s", took)
	}
}

// TestHostileNames: names cannot break out of a picture or a command, nor act on a terminal.
func TestHostileNames(t *testing.T) {
	const evil = `a"b'<script>alert(1)</script>&|]\u001b[2J`
	repository(t, map[string]string{
		"sink.json": `{"name": "` + strings.ReplaceAll(evil, `"`, `\"`) + `", "config": {"connector.class": "com.example.OtherSinkConnector", "topics": "x'; rm -rf &\"q"}}`,
	})
	r := run(t, chain.Options{})
	if len(r.Paths) != 1 || !strings.Contains(ways(r)[0], "<script>") {
		t.Fatal(ways(r))
	}
	for _, format := range chain.Formats() {
		out := write(t, format, r)
		if strings.Contains(out, "\x1b") {
			t.Errorf("%s: an escape sequence", format)
		}
		switch format {
		case "svg":
			elements(t, out)
		case "html", "mermaid":
			if strings.Contains(out, "<script") || strings.Contains(out, "<b>&") {
				t.Errorf("%s: a name becomes markup:\n%s", format, out)
			}
		case "dot":
			if !strings.Contains(out, `a\"b'<script>`) {
				t.Errorf("a quote is not escaped:\n%s", out)
			}
		}
	}
	var plan bytes.Buffer
	if err := chain.WritePlan(&plan, "text", r); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(plan.String(), `--topic 'x'\''; rm -rf &"q'`) {
		t.Errorf("a topic is not quoted for the shell:\n%s", plan.String())
	}
}

// TestCounts: how rows are counted depends on what the table holds, and never moves the
// offsets of the job's group.
func TestCounts(t *testing.T) {
	upsert := "CREATE TABLE t (id STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'upsert-kafka', 'topic' = 'a', 'properties.group.id' = 'job', " +
		"'properties.bootstrap.servers' = 'k:1', 'key.format' = 'raw', 'value.format' = 'json');\n"
	for sql, want := range map[string]string{
		table("t", "a", "k:1"): "SET 'execution.runtime-mode' = 'batch';",
		upsert:                 "SET 'execution.runtime-mode' = 'streaming';",
		strings.Replace(table("t", "a", "k:1"), "'json'", "'debezium-json'", 1): "SET 'execution.runtime-mode' = 'streaming';",
	} {
		repository(t, map[string]string{"job.sql": sql + index("x", "x") + "INSERT INTO x SELECT id FROM t;"})
		var plan bytes.Buffer
		if err := chain.WritePlan(&plan, "text", run(t, chain.Options{})); err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{want, "'properties.group.id' = 'count-rows'"} {
			if !strings.Contains(plan.String(), part) {
				t.Errorf("%s is not in\n%s", part, plan.String())
			}
		}
	}
}

// TestSecrets: credentials in addresses are not printed.
func TestSecrets(t *testing.T) {
	files := make(map[string]string)
	for i, url := range []string{
		"jdbc:postgresql://u:hidden7Gq9x@db/shop", "jdbc:postgresql://db/shop?user=u&password=hidden7Gq9x",
		"jdbc:sqlserver://db:1433;databaseName=shop;password=hidden7Gq9x", "jdbc:oracle:thin:u/hidden7Gq9x@db:1521:shop",
		"jdbc:mysql://u:hidden7Gq9x/x@db/shop", "jdbc:mysql://db/shop?password=a@hidden7Gq9x", "http://u:p@hidden7Gq9x@db",
		"jdbc:sqlserver://db;password=//hidden7Gq9x", "jdbc:mysql://u:p?hidden7Gq9x@db",
	} {
		files[fmt.Sprintf("s%d.json", i)] = fmt.Sprintf(connector, "s", "io.confluent.connect.jdbc.JdbcSinkConnector", fmt.Sprintf(`"topics": "a", "connection.url": %q`, url))
		files[fmt.Sprintf("e%d.json", i)] = fmt.Sprintf(connector, "s", "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector", fmt.Sprintf(`"topics": "a", "connection.url": %q`, url))
	}
	repository(t, files)
	r := run(t, chain.Options{})
	for _, format := range chain.Formats() {
		if out := write(t, format, r); strings.Contains(out, "hidden7Gq9x") {
			i := strings.Index(out, "hidden7Gq9x")
			t.Errorf("%s: ...%s", format, out[max(i-100, 0):i+11])
		}
	}
	for _, format := range chain.PlanFormats() {
		var out bytes.Buffer
		if err := chain.WritePlan(&out, format, r); err != nil || strings.Contains(out.String(), "hidden7Gq9x") {
			t.Errorf("reconcile %s: %v", format, err)
		}
	}
}
