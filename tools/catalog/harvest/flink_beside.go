package main

import (
	"slices"
	"strings"
)

// besideFlink is a release of software that has options of Flink's and releases of its
// own, the release of Flink that it is read with, and its jars ("group:artefact:version").
// Not every mirror of Maven Central has all of them: a jar may be of another patch.
type besideFlink struct {
	version, flink string
	modules        []string
}

// number is the version without the release of Flink behind it ("3.2.0-1.19").
func (r besideFlink) number() Version {
	text, _, _ := strings.Cut(r.version, "-")
	v, _ := parseVersion(text)
	return v
}

// interfaces are the modules of Flink to which its connectors and its operator refer.
var interfaces = []string{
	"flink-annotations", "flink-core", "flink-core-api", "flink-metrics-core", "flink-runtime", "flink-streaming-java", "flink-connector-base",
	"flink-table-common", "flink-table-api-java", "flink-table-api-java-bridge", "flink-table-api-bridge-base", "flink-table-runtime",
	"flink-shaded-guava", "flink-shaded-jackson", "slf4j-api",
}

// jars are those of the release and of Flink.
func (r besideFlink) jars() []string {
	jars := slices.Clone(r.modules)
	for _, f := range flinkReleases {
		if f.Minor() != r.flink {
			continue
		}
		for _, jar := range flinkJars(f) {
			if slices.Contains(interfaces, strings.Split(jar, ":")[1]) {
				jars = append(jars, jar)
			}
		}
	}
	return jars
}

// withFlink is the artefact of such software; the options and factories of the named modules
// are read.
func withFlink(a Artefact, releases []besideFlink, modules ...string) Artefact {
	a.Client, a.Reader = "flink", "FlinkOptions"
	a.Args = func(Version) []string { return append([]string{"flink"}, modules...) }
	a.Jars = func(v Version) []string {
		for _, r := range releases {
			if r.number() == v {
				return r.jars()
			}
		}
		return nil
	}
	for _, r := range releases {
		a.Releases = append(a.Releases, r.number())
	}
	return a
}

// besideArtefacts are Flink's connectors, and its operator for Kubernetes with the
// autoscaler.
var besideArtefacts = []Artefact{
	connector("flink-connector-kafka", "kafka-connector", kafkaConnectors),
	connector("flink-connector-jdbc", "jdbc-connector", jdbcConnectors),
	later(connector("flink-connector-elasticsearch", "es-connector", elasticsearchConnectors)),
	later(connector("flink-cdc", "cdc", cdcConnectors)),
	later(settings("flink-kubernetes-operator", operators)),
	later(settings("flink-autoscaler", autoscalers)),
}

// connector is an artefact whose table factories are read; of is what the versions are of.
func connector(name, of string, releases []besideFlink) Artefact {
	var modules []string
	for _, r := range releases {
		for _, jar := range r.modules {
			if module := strings.Split(jar, ":")[1]; !slices.Contains(modules, module) {
				modules = append(modules, module)
			}
		}
	}
	return withFlink(Artefact{Name: name, Of: of, Interpret: interpretFactories(of)}, releases, modules...)
}

// settings is an artefact whose options stand in the configuration of a cluster or job.
func settings(module string, releases []besideFlink) Artefact {
	return withFlink(Artefact{Name: module, Of: "operator", Interpret: interpretFlink("operator")}, releases, module)
}

// later marks an artefact with releases that are not read.
func later(a Artefact) Artefact {
	a.Later = true
	return a
}

// apache are jars of Flink's own group.
func apache(jars ...string) []string { return inGroup("org.apache.flink:", jars) }

// ververica are jars of the group that released Flink CDC up to 3.0.
func ververica(jars ...string) []string { return inGroup("com.ververica:", jars) }

// inGroup adds the group to jars without one.
func inGroup(group string, jars []string) []string {
	out := make([]string, len(jars))
	for i, jar := range jars {
		if out[i] = jar; strings.Count(jar, ":") == 1 {
			out[i] = group + jar
		}
	}
	return out
}

var kafkaConnectors = []besideFlink{
	{"1.15.4", "1.15", apache("flink-connector-kafka:1.15.4")},
	{"1.16.3", "1.16", apache("flink-connector-kafka:1.16.3")},
	{"1.17.2", "1.17", apache("flink-connector-kafka:1.17.2")},
	{"3.0.2-1.18", "1.18", apache("flink-connector-kafka:3.0.2-1.18")},
	{"3.1.0-1.18", "1.18", apache("flink-connector-kafka:3.1.0-1.18")},
	{"3.2.0-1.19", "1.19", apache("flink-connector-kafka:3.2.0-1.19")},
	{"3.3.0-1.20", "1.20", apache("flink-connector-kafka:3.3.0-1.20")},
	{"3.4.0-1.20", "1.20", apache("flink-connector-kafka:3.4.0-1.20")},
	{"4.0.1-2.0", "2.0", apache("flink-connector-kafka:4.0.1-2.0")},
	{"5.0.0-2.2", "2.2", apache("flink-connector-kafka:5.0.0-2.2")},
}

var jdbcConnectors = []besideFlink{
	{"1.15.4", "1.15", apache("flink-connector-jdbc:1.15.4")},
	{"1.16.3", "1.16", apache("flink-connector-jdbc:1.16.3")},
	{"3.0.0-1.16", "1.16", apache("flink-connector-jdbc:3.0.0-1.16")},
	{"3.1.2-1.18", "1.18", apache("flink-connector-jdbc:3.1.2-1.18")},
	{"3.2.0-1.19", "1.19", apache("flink-connector-jdbc:3.2.0-1.19")},
	{"3.3.0-1.20", "1.20", apache("flink-connector-jdbc-core:3.3.0-1.20")},
	{"4.0.0-2.0", "2.0", apache("flink-connector-jdbc-core:4.0.0-2.0")},
}

var elasticsearchConnectors = []besideFlink{
	{"1.15.3", "1.15", apache("flink-connector-elasticsearch6:1.15.2", "flink-connector-elasticsearch7:1.15.3", "flink-connector-elasticsearch-base:1.15.3")},
	{"1.16.3", "1.16", apache("flink-connector-elasticsearch6:1.16.1", "flink-connector-elasticsearch7:1.16.3", "flink-connector-elasticsearch-base:1.16.3")},
	{"3.0.1-1.17", "1.17", apache("flink-connector-elasticsearch6:3.0.1-1.17", "flink-connector-elasticsearch7:3.0.1-1.17", "flink-connector-elasticsearch-base:3.0.1-1.17")},
}

// mongoKafka and the driver have enums to which the options of MongoDB refer up to 2.4.
const (
	mongoKafka  = "org.mongodb.kafka:mongo-kafka-connect:1.6.1"
	mongoDriver = "org.mongodb:mongodb-driver-core:4.3.4"
	mongoBSON   = "org.mongodb:bson:4.3.4"
)

var cdcConnectors = []besideFlink{
	{"2.1.1", "1.15", ververica("flink-connector-mysql-cdc:2.1.1", "flink-connector-postgres-cdc:2.1.1", "flink-connector-mongodb-cdc:2.1.0",
		"flink-connector-oracle-cdc:2.1.1", "flink-connector-debezium:2.1.1", mongoKafka, mongoDriver, mongoBSON)},
	{"2.2.1", "1.15", ververica("flink-connector-mysql-cdc:2.2.1", "flink-connector-postgres-cdc:2.2.1", "flink-connector-mongodb-cdc:2.2.1",
		"flink-connector-oracle-cdc:2.2.1", "flink-connector-sqlserver-cdc:2.2.1", "flink-connector-debezium:2.2.1", mongoKafka, mongoDriver, mongoBSON)},
	{"2.3.0", "1.16", ververica("flink-connector-mysql-cdc:2.3.0", "flink-connector-postgres-cdc:2.3.0", "flink-connector-mongodb-cdc:2.3.0",
		"flink-connector-oracle-cdc:2.3.0", "flink-connector-sqlserver-cdc:2.3.0", "flink-cdc-base:2.3.0", "flink-connector-debezium:2.3.0", mongoKafka, mongoDriver, mongoBSON)},
	{"2.4.2", "1.17", ververica("flink-connector-mysql-cdc:2.4.2", "flink-connector-postgres-cdc:2.4.2", "flink-connector-mongodb-cdc:2.4.1",
		"flink-connector-oracle-cdc:2.4.0", "flink-connector-sqlserver-cdc:2.4.2", "flink-cdc-base:2.4.2", "flink-connector-debezium:2.4.2")},
	{"3.0.1", "1.18", ververica("flink-connector-mysql-cdc:3.0.1", "flink-connector-postgres-cdc:3.0.1", "flink-connector-mongodb-cdc:3.0.1",
		"flink-connector-oracle-cdc:3.0.1", "flink-connector-sqlserver-cdc:3.0.1", "flink-cdc-base:3.0.1", "flink-connector-debezium:3.0.1")},
	{"3.1.1", "1.18", apache("flink-connector-mysql-cdc:3.1.1", "flink-connector-postgres-cdc:3.1.1", "flink-connector-mongodb-cdc:3.1.1",
		"flink-connector-oracle-cdc:3.1.1", "flink-cdc-base:3.1.1", "flink-connector-debezium:3.1.1")},
	{"3.2.1", "1.19", apache("flink-connector-mysql-cdc:3.2.0", "flink-connector-postgres-cdc:3.2.1", "flink-connector-oracle-cdc:3.2.0",
		"flink-connector-sqlserver-cdc:3.2.0", "flink-cdc-base:3.2.1", "flink-connector-debezium:3.2.1")},
	{"3.3.0", "1.20", apache("flink-connector-oceanbase-cdc:3.3.0", "flink-cdc-base:3.3.0", "flink-connector-debezium:3.3.0")},
	{"3.4.0", "1.20", apache("flink-connector-postgres-cdc:3.4.0", "flink-connector-db2-cdc:3.4.0", "flink-cdc-base:3.4.0", "flink-connector-debezium:3.4.0")},
	{"3.5.0", "1.20", apache("flink-connector-postgres-cdc:3.5.0", "flink-cdc-base:3.5.0", "flink-connector-debezium:3.5.0")},
}

// operators are read with the libraries to which their defaults refer.
var operators = []besideFlink{
	{"1.1.0", "1.15", slices.Concat(apache("flink-kubernetes-operator:1.1.0"), kubernetes("3.0.3", "5.12.2"))},
	{"1.3.0", "1.15", slices.Concat(apache("flink-kubernetes-operator:1.3.0", "flink-kubernetes-operator-api:1.3.0"), kubernetes("4.1.1", "6.2.0"))},
	{"1.7.0", "1.17", slices.Concat(apache("flink-kubernetes-operator:1.7.0", "flink-kubernetes-operator-api:1.7.0"), kubernetes("4.4.4", "6.8.1"))},
}

var autoscalers = []besideFlink{
	{"1.7.0", "1.17", apache("flink-autoscaler:1.7.0")},
	{"1.10.0", "1.19", apache("flink-autoscaler:1.10.0")},
}

// kubernetes are the operator SDK and the model of Kubernetes' resources.
func kubernetes(sdk, model string) []string {
	return []string{"io.javaoperatorsdk:operator-framework-core:" + sdk,
		"io.fabric8:kubernetes-model-core:" + model, "io.fabric8:kubernetes-model-common:" + model}
}
