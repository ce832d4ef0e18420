package resolve

import (
	"fmt"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// frameworks are the names of the owners in sentences.
var frameworks = map[string]string{
	model.OwnerConnect: "Kafka Connect", model.OwnerStreams: "Kafka Streams", model.OwnerSpring: "Spring",
	model.OwnerAlpakka: "Alpakka", model.OwnerSmallRye: "SmallRye", model.OwnerFlink: "Flink", model.OwnerMirror: "MirrorMaker",
}

// software are the names of what versions are of in sentences.
var software = map[string]string{
	model.OfBroker: "Kafka", model.OfFlink: "Flink", model.OfKafkaConnector: "Flink's connector for Kafka",
	model.OfESConnector: "Flink's connector for Elasticsearch", model.OfJDBCConnector: "Flink's connector for JDBC", model.OfFlinkCDC: "Flink CDC",
	model.OfOperator: "Flink's operator", model.OfConnect: "Kafka Connect", model.OfSpring: "Spring", model.OfSmallRye: "SmallRye",
}

// Origin says where the value of a key comes from that is not written: "forced by Kafka
// Streams", "default of the Java client 3.9". It is empty for one that is written, and for
// one that nothing is known of.
func Origin(c *model.Component, key string, versions Versions) string {
	switch e := Key(c, key, versions); e.State {
	case model.Forced:
		return "forced by " + frameworks[c.Owner]
	case model.Default:
		if s := c.Get(key); s != nil && s.State == model.Default && !s.KeySpan.IsZero() {
			return ""
		}
		if _, ok := ownerValue(c, key, c.Get(key), versions); ok {
			return "default of " + frameworks[c.Owner]
		}
		return "default of " + released(c, key, versions)
	}
	return ""
}

// released names the software of which a key's default is, with its version.
func released(c *model.Component, key string, versions Versions) string {
	entry := Entry(c, key)
	of := Software(c)
	if entry != nil && entry.Of != "" {
		of = entry.Of
	}
	number, assumed := versionFor(c, entry, versions)
	return nameOf(c, of, number, assumed)
}

// Product names the software whose defaults apply to a component, with its version: "the
// Java client 4.1", "Flink 2.0, which is assumed".
func Product(c *model.Component, versions Versions) string {
	return nameOf(c, Software(c), versions[Software(c)].Number, versions[Software(c)].Assumed)
}

func nameOf(c *model.Component, of string, number []int, assumed bool) string {
	name := software[of]
	switch {
	case name != "":
	case c.Client == model.ClientJava:
		name = "the Java client"
	default:
		name = c.Client
	}
	switch {
	case number == nil:
		return name
	case assumed:
		return fmt.Sprintf("%s %s, which is assumed", name, catalog.Format(number))
	}
	return name + " " + catalog.Format(number)
}
