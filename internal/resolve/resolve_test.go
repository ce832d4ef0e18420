package resolve

import (
	"fmt"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestNear(t *testing.T) {
	tests := []struct {
		cluster, script string
		want            bool
	}{
		{".", "sql", true},
		{"conf", "sql/jobs", true},
		{"flink/conf", "flink/sql", true},
		{"flink", "flink/sql/jobs", true},
		{"deploy/flink/conf", "deploy/sql", true},
		{"garage/config", "flink-cdc/sql", false},
		{"a/flink/conf", "b/flink/sql", false},
	}
	for _, test := range tests {
		if got := near(test.cluster, test.script); got != test.want {
			t.Errorf("near(%q, %q) = %v", test.cluster, test.script, got)
		}
	}
}

func component(id string, kind model.Kind) *model.Component {
	return &model.Component{ID: id, File: id, Kind: kind, Complete: model.Full, Client: model.ClientJava, Versions: map[string]model.Version{}}
}

func complete(all ...*model.Component) {
	Components(all, func(string) Given { return Given{} }, func(f string) string { return f })
}

func TestInherit(t *testing.T) {
	cluster := component("flink/conf/flink-conf.yaml", model.FlinkCluster)
	cluster.Add(model.Setting{Key: "execution.checkpointing.interval", Written: "execution.checkpointing.interval", Value: "60 s", Notation: model.Flink,
		KeySpan: model.Span{File: cluster.File, Start: model.Position{Line: 1}}})
	job := component("flink/sql/job.sql", model.FlinkJob)
	job.Dialect = "flink-sql"
	complete(cluster, job)
	e := Key(job, "execution.checkpointing.interval", job.Versions)
	if e.State != model.Inherited || e.Value != int64(60_000) {
		t.Errorf("the job has %+v of its cluster's interval", e)
	}
}

// TestAmbiguousCluster: of two clusters that are equally near, neither is the job's.
func TestAmbiguousCluster(t *testing.T) {
	one, two := component("flink/a/flink-conf.yaml", model.FlinkCluster), component("flink/b/flink-conf.yaml", model.FlinkCluster)
	job := component("flink/sql/job.sql", model.FlinkJob)
	job.Dialect = "flink-sql"
	complete(one, two, job)
	if e := Key(job, "execution.checkpointing.interval", job.Versions); e.State != model.Unknown {
		t.Errorf("the interval is %s", e.State)
	}
}

func TestParentNotInView(t *testing.T) {
	job := component("job.yaml", model.FlinkJob)
	job.Parent = "FlinkDeployment/session"
	complete(job)
	if e := Key(job, "execution.checkpointing.interval", job.Versions); e.State != model.Unknown {
		t.Errorf("the interval is %s although the session cluster is not in view", e.State)
	}
	table := component("job.sql", model.FlinkTable)
	table.Parent = "nowhere"
	complete(table)
	if e := Key(table, "scan.startup.mode", table.Versions); e.State == model.Unknown {
		t.Error("a table's own key is unknown because its job is not in view")
	}
}

func TestDevelopment(t *testing.T) {
	tests := []struct {
		path, cluster string
		want          bool
	}{
		{"config/producer.properties", "kafka:9092", false},
		{"config/dev/producer.properties", "", true},
		{"config/producer-local.properties", "", true},
		{"src/test/resources/application.yml", "", true},
		{"devices/producer.properties", "", false},
		{"examples/demo.properties", "", false},
		{"producer.properties", "localhost:9092,127.0.0.1:9093", true},
		{"producer.properties", "localhost:9092,kafka:9093", false},
	}
	for _, test := range tests {
		c := component(test.path, model.Producer)
		c.Links.Cluster = test.cluster
		complete(c)
		if c.Development != test.want {
			t.Errorf("%s with %q: development is %v", test.path, test.cluster, c.Development)
		}
	}
}

func TestDevelopmentOfJobs(t *testing.T) {
	tests := []struct {
		clusters []string
		want     bool
	}{
		{nil, false},
		{[]string{"localhost:9092"}, true},
		{[]string{"localhost:9092", "kafka:9092"}, false},
		{[]string{"kafka:9092", "localhost:9092"}, false},
		{[]string{"localhost:9092", ""}, false},
	}
	for _, test := range tests {
		job := component("job.sql", model.FlinkJob)
		job.ID = "job.sql#job"
		all := []*model.Component{job}
		for i, cluster := range test.clusters {
			table, client := component("job.sql", model.FlinkTable), component("job.sql", model.Consumer)
			table.ID, table.Parent = fmt.Sprintf("job.sql#table/%d", i), job.ID
			client.ID, client.OwnerID, client.Links.Cluster = table.ID+"/consumer", table.ID, cluster
			all = append(all, table, client)
		}
		complete(all...)
		if job.Development != test.want {
			t.Errorf("tables on %q: development of the job is %v", test.clusters, job.Development)
		}
	}
}

func TestIssues(t *testing.T) {
	tests := []struct {
		key, value, code, suggestion string
	}{
		{"linger.ms", "5s", UnitSuffix, "5000"},
		{"batch.size", "16KB", UnitSuffix, "16384"},
		{"batch.size", "64_000", UnitSuffix, "64000"},
		{"buffer.memory", "33,554,432", UnitSuffix, "33554432"},
		{"buffer.memory", "1e6", UnitSuffix, "1000000"},
		{"linger.ms", "5", "", ""},
		{"acks", "all # durable", InlineComment, "all"},
		{"enable.idempotence", `"true"`, Quoted, "true"},
		{"client.id", `"orders"`, Quoted, "orders"},
		{"metric.reporters", `"a.B"`, "", ""},
		{"client.id", "orders # 1", "", ""},
	}
	for _, test := range tests {
		c := component("producer.properties", model.Producer)
		c.Dialect = "properties"
		span := model.Span{File: c.File, Start: model.Position{Line: 1}}
		c.Add(model.Setting{Key: test.key, Written: test.key, Value: test.value, KeySpan: span, ValueSpan: span})
		issues := Issues(c, c.Get(test.key), nil)
		switch {
		case test.code == "" && len(issues) > 0:
			t.Errorf("%s=%s: %v", test.key, test.value, issues)
		case test.code != "" && (len(issues) != 1 || issues[0].Code != test.code || issues[0].Fields["suggestion"] != test.suggestion):
			t.Errorf("%s=%s: %v", test.key, test.value, issues)
		}
	}
}
