package resolve

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// TestBuilt: what an application is built with counts for its own components, after what
// files and users say, and before the newest release.
func TestBuilt(t *testing.T) {
	built := func(of, client string) (model.Version, bool) {
		v, ok := map[string][]int{
			"client/java": {3, 1}, "client/librdkafka": {2, 3}, "spring/java": {2, 7}, "connect/java": {3, 2}, "broker/java": {3, 3},
			"flink/java": {1, 18}, "kafka-connector/java": {3, 0}, "es-connector/java": {3, 1}, "smallrye/java": {4, 25},
		}[of+"/"+client]
		return model.Version{Number: v, Evidence: "build file"}, ok
	}
	owned := func(kind model.Kind, owner string) *model.Component {
		c := component("a", kind)
		c.Owner = owner
		return c
	}
	other := component("a", model.Producer)
	other.Client = catalog.Librdkafka
	said := component("a", model.FlinkJob)
	said.Versions[model.OfFlink] = model.Version{Number: []int{1, 20}, Evidence: "spec.flinkVersion"}
	for _, test := range []struct {
		name string
		c    *model.Component
		of   string
		want []int // nil is an assumption
	}{
		{"producer", component("a", model.Producer), model.OfClient, []int{3, 1}},
		{"librdkafka", other, model.OfClient, []int{2, 3}},
		{"client of Spring", owned(model.Consumer, model.OwnerSpring), model.OfSpring, []int{2, 7}},
		{"channel of SmallRye", owned(model.Consumer, model.OwnerSmallRye), model.OfSmallRye, []int{4, 25}},
		{"client of Streams", owned(model.Consumer, model.OwnerStreams), model.OfClient, []int{3, 1}},
		{"client of a worker", owned(model.Producer, model.OwnerConnect), model.OfClient, nil},
		{"worker", component("a", model.ConnectWorker), model.OfConnect, []int{3, 2}},
		{"connector", component("a", model.SinkConnector), model.OfConnect, nil},
		{"broker", component("a", model.Broker), model.OfBroker, nil},
		{"table", component("a", model.FlinkTable), model.OfESConnector, []int{3, 1}},
		{"client of a table", owned(model.Producer, model.OwnerFlink), model.OfKafkaConnector, []int{3, 0}},
		{"job that says so itself", said, model.OfFlink, []int{1, 20}},
	} {
		Components([]*model.Component{test.c}, func(string) Given { return Given{Built: built} }, func(f string) string { return f })
		got := test.c.Versions[test.of]
		if got.Assumed != (test.want == nil) || test.want != nil && catalog.Compare(got.Number, test.want) != 0 {
			t.Errorf("%s: %s is %+v, want %v", test.name, test.of, got, test.want)
		}
	}
	c := component("a", model.Producer)
	flag := map[string]model.Version{model.OfClient: {Number: []int{2, 8}, Evidence: "--kafka-version", OfKafka: true}}
	given := Given{Versions: []map[string]model.Version{flag}, Built: built}
	Components([]*model.Component{c}, func(string) Given { return given }, func(f string) string { return f })
	if got := c.Versions[model.OfClient]; got.Evidence != "--kafka-version" {
		t.Errorf("the flag gives way to %+v", got)
	}
}
