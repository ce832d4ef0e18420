package main

import "fmt"

// kafkaArtefacts are Kafka's own, whose settings are ConfigDefs. A member that a release
// does not have gives way to the next after "|".
var kafkaArtefacts = []Artefact{
	configDefs("kafka-clients", "client", []string{"org.apache.kafka:kafka-clients"}, nil,
		"producer=org.apache.kafka.clients.producer.ProducerConfig#CONFIG",
		"consumer=org.apache.kafka.clients.consumer.ConsumerConfig#CONFIG",
		"consumer=org.apache.kafka.clients.consumer.ShareConsumerConfig#CONFIG",
		"admin=org.apache.kafka.clients.admin.AdminClientConfig#CONFIG"),
	configDefs("kafka-streams", "client", []string{"org.apache.kafka:kafka-streams"}, streamsJars,
		"streams=org.apache.kafka.streams.StreamsConfig#CONFIG"),
	configDefs("connect-runtime", "connect", []string{"org.apache.kafka:connect-runtime"}, connectJars,
		"connect-worker=org.apache.kafka.connect.runtime.distributed.DistributedConfig#CONFIG|org.apache.kafka.connect.runtime.distributed.DistributedConfig#config",
		"connect-worker=org.apache.kafka.connect.runtime.standalone.StandaloneConfig#CONFIG",
		"source-connector=org.apache.kafka.connect.runtime.SourceConnectorConfig#configDef",
		"sink-connector=org.apache.kafka.connect.runtime.SinkConnectorConfig#configDef"),
	configDefs("connect-mirror", "connect", []string{"org.apache.kafka:connect-mirror"}, mirrorJars,
		"mirror=org.apache.kafka.connect.mirror.MirrorMakerConfig#CONFIG_DEF|org.apache.kafka.connect.mirror.MirrorMakerConfig#config",
		"mirror=org.apache.kafka.connect.mirror.MirrorSourceConfig#CONNECTOR_CONFIG_DEF",
		"mirror=org.apache.kafka.connect.mirror.MirrorCheckpointConfig#CONNECTOR_CONFIG_DEF",
		"mirror=org.apache.kafka.connect.mirror.MirrorHeartbeatConfig#CONNECTOR_CONFIG_DEF",
		"mirror=org.apache.kafka.connect.mirror.MirrorConnectorConfig#CONNECTOR_CONFIG_DEF|org.apache.kafka.connect.mirror.MirrorConnectorConfig#BASE_CONNECTOR_CONFIG_DEF"),
	configDefs("kafka-broker", "broker", []string{"org.apache.kafka:kafka_2.12", "org.apache.kafka:kafka_2.13"}, brokerJars,
		"broker=org.apache.kafka.server.config.AbstractKafkaConfig#CONFIG_DEF|kafka.server.KafkaConfig$#configDef|kafka.server.KafkaConfig$#kafka$server$KafkaConfig$$configDef",
		"topic=org.apache.kafka.storage.internals.log.LogConfig#CONFIG|kafka.log.LogConfig$#kafka$log$LogConfig$$configDef"),
}

// beside are modules without which the jars of an artefact are not complete.
var beside = map[string][]string{
	"kafka-streams":   {"org.apache.kafka:kafka-clients"},
	"connect-runtime": {"org.apache.kafka:kafka-clients", "org.apache.kafka:connect-api"},
	"connect-mirror":  {"org.apache.kafka:kafka-clients", "org.apache.kafka:connect-runtime", "org.apache.kafka:connect-mirror-client"},
	"kafka-broker":    {"org.apache.kafka:kafka-clients", "org.apache.kafka:kafka-server", "org.apache.kafka:kafka-storage"},
}

// oldest are the first minor releases that are read; what rules need of older ones is
// written by hand.
var oldest = map[string]Version{
	"kafka-clients": {2, 0}, "kafka-streams": {2, 0}, "connect-runtime": {2, 0}, "connect-mirror": {2, 7}, "kafka-broker": {2, 0},
}

// configDefs is an artefact whose ConfigDefs ConfigDefs.java reads; jars are those that
// its classes need besides the clients.
func configDefs(artefact, of string, modules []string, jars func(Version) []string, members ...string) Artefact {
	return Artefact{
		Name: artefact, Client: "java", Of: of, Modules: modules, Beside: beside[artefact], Oldest: oldest[artefact],
		Jars: func(v Version) []string {
			all := []string{"org.apache.kafka:kafka-clients:" + v.String(), "org.slf4j:slf4j-api:1.7.36"}
			if jars != nil {
				all = append(all, jars(v)...)
			}
			return all
		},
		Reader: "ConfigDefs", Args: func(Version) []string { return members }, Interpret: interpretConfigDefs,
	}
}

// ofKafka names artefacts that are released with Kafka.
func ofKafka(v Version, artefacts ...string) []string {
	out := make([]string, len(artefacts))
	for i, a := range artefacts {
		out[i] = fmt.Sprintf("org.apache.kafka:%s:%s", a, v)
	}
	return out
}

func streamsJars(v Version) []string { return ofKafka(v, "kafka-streams") }

func connectJars(v Version) []string {
	return append(ofKafka(v, "connect-runtime", "connect-api", "connect-json", "connect-transforms"),
		"org.apache.maven:maven-artifact:3.9.6")
}

func mirrorJars(v Version) []string {
	return append(connectJars(v), ofKafka(v, "connect-mirror", "connect-mirror-client")...)
}

// brokerJars are those that the class initializers of the configuration reach; the rest
// of the broker stays away.
func brokerJars(v Version) []string {
	scala := "2.13"
	library := "2.13.15"
	if v.Before(2, 4) {
		scala, library = "2.12", "2.12.19"
	}
	jars := append(ofKafka(v, "kafka_"+scala), "org.scala-lang:scala-library:"+library,
		"com.typesafe.scala-logging:scala-logging_"+scala+":3.9.5", "com.yammer.metrics:metrics-core:2.2.0")
	for _, m := range []struct {
		name         string
		major, minor int
	}{
		{"kafka-raft", 2, 7}, {"kafka-metadata", 2, 8}, {"kafka-server-common", 3, 0}, {"kafka-storage", 3, 0},
		{"kafka-storage-api", 3, 0}, {"kafka-group-coordinator", 3, 4}, {"kafka-server", 3, 7},
		{"kafka-group-coordinator-api", 3, 8}, {"kafka-transaction-coordinator", 3, 8},
		{"kafka-coordinator-common", 4, 0}, {"kafka-share-coordinator", 4, 0},
	} {
		if !v.Before(m.major, m.minor) {
			jars = append(jars, ofKafka(v, m.name)...)
		}
	}
	if v.Before(4, 0) {
		jars = append(jars, "org.apache.zookeeper:zookeeper:3.8.4", "org.apache.zookeeper:zookeeper-jute:3.8.4",
			"net.sf.jopt-simple:jopt-simple:5.0.4")
	} else {
		jars = append(jars, "commons-validator:commons-validator:1.9.0")
	}
	return jars
}
