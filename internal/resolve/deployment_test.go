package resolve

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestStage(t *testing.T) {
	for file, want := range map[string]string{
		"producer.properties":                        "",
		"config/prod/producer.properties":            "prod",
		"config/producer-prod.properties":            "prod",
		"deploy/overlays/eu-west/kafka.yaml":         "eu-west",
		"deploy/envs/qa.yaml":                        "qa",
		"clusters/eu/staging/topics.yaml":            "eu/staging",
		"products/producer.properties":               "",
		"services/orders/application-dev.properties": "dev",
	} {
		if got := stage(file); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

func TestPlace(t *testing.T) {
	projects := map[string]bool{"kafka/basic": true, "kafka/secure": true}
	for file, want := range map[string]string{
		"topics.yaml":                               "",
		"kafka/basic/connect/sink.json":             "kafka/basic",
		"kafka/secure/docker-compose.yml":           "kafka/secure",
		"examples/payments/producer.properties":     "examples/payments",
		"orders/src/test/resources/application.yml": " (tests)",
	} {
		if got := place(file, projects); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

func broker(file, listeners string) *model.Component {
	c := &model.Component{ID: file, File: file, Kind: model.Broker, Client: model.ClientJava, Complete: model.Full, Versions: map[string]model.Version{}}
	c.Add(model.Setting{Key: "advertised.listeners", Value: listeners})
	return c
}

func client(file, servers string) *model.Component {
	c := &model.Component{ID: file, File: file, Kind: model.Producer, Client: model.ClientJava, Complete: model.Full, Versions: map[string]model.Version{}}
	c.Add(model.Setting{Key: "bootstrap.servers", Value: servers})
	c.Links.Cluster = servers
	return c
}

func TestClusters(t *testing.T) {
	b1 := broker("brokers/1.properties", "SSL://kafka-1.example.org:9093,PLAINTEXT://localhost:9092")
	b2 := broker("brokers/2.properties", "SSL://kafka-2.example.org:9093")
	both := client("orders.properties", "kafka-1.example.org:9093,kafka-2.example.org:9093")
	one := client("refunds.properties", "kafka-2.example.org:9093")
	other := client("audit.properties", "kafka-9.example.org:9093")
	local := client("local.properties", "localhost:9092")
	for _, k := range clusters([]*model.Component{b1, b2, both, one, other, local}) {
		k.tell()
	}
	if both.Links.Cluster != one.Links.Cluster || one.Links.Cluster != b1.Links.Cluster || !one.BrokerInView {
		t.Errorf("%q, %q and %q", both.Links.Cluster, one.Links.Cluster, b1.Links.Cluster)
	}
	if other.Links.Cluster == one.Links.Cluster || other.BrokerInView {
		t.Errorf("%q is of another cluster", other.Links.Cluster)
	}
	if local.BrokerInView {
		t.Error("the loopback address of another folder is that of another machine")
	}
	if s := one.Get("@broker.listener"); s == nil || s.Value != "SSL" || s.KeySpan.File != "" && s.KeySpan.File != b2.File {
		t.Errorf("listener %+v", s)
	}
	if s := one.Get("@broker.transaction.max.timeout.ms"); s == nil || s.Value != "900000" {
		t.Errorf("the brokers' default: %+v", s)
	}
}

// Every example calls its cluster kafka.
func TestClustersOfOneName(t *testing.T) {
	kafka := func(file, brokers string) *model.Component {
		c := broker(file, "")
		c.Dialect, c.Links.Service = "cfk", "kafka.confluent.svc"
		c.Add(model.Setting{Key: "@brokers", Value: brokers})
		return c
	}
	topic := func(file string) *model.Component {
		return &model.Component{ID: file + "#t", File: file, Kind: model.Topic, Links: model.Links{Service: "kafka.confluent.svc"}, Versions: map[string]model.Version{}}
	}
	all := []*model.Component{kafka("small/kafka.yaml", "1"), kafka("large/kafka.yaml", "3"), kafka("large/secured.yaml", "4")}
	want := map[string]string{"small/kafka.yaml": "1", "small/topics/orders.yaml": "1", "large/secured.yaml": "4", "large/topics.yaml": "", "topics.yaml": ""}
	for file := range want {
		all = append(all, topic(file))
	}
	for _, k := range clusters(all) {
		k.tell()
	}
	for _, c := range all[3:] {
		if got, _ := c.Value("@brokers"); got != want[c.File] {
			t.Errorf("%s has %q brokers, want %q", c.File, got, want[c.File])
		}
	}
}

func TestClustersThatDisagree(t *testing.T) {
	b1, b2 := broker("1.properties", "PLAINTEXT://kafka:9092"), broker("2.properties", "PLAINTEXT://kafka:9092")
	b1.Add(model.Setting{Key: "transaction.max.timeout.ms", Value: "60000"})
	c := client("orders.properties", "kafka:9092")
	for _, k := range clusters([]*model.Component{b1, b2, c}) {
		k.tell()
	}
	if s := c.Get("@broker.transaction.max.timeout.ms"); s != nil {
		t.Errorf("%s, which only one of the brokers has", s.Value)
	}
}
