package main

import "strings"

// flinkJar is a module of Flink that declares options or has factories. Up to the release
// scala its name ends in the Scala version; from and to bound the releases that have it.
type flinkJar struct{ name, scala, from, to string }

var flinkModules = []flinkJar{
	{name: "flink-annotations"},
	{name: "flink-core"},
	{name: "flink-core-api", from: "1.20"},
	{name: "flink-metrics-core"},
	{name: "flink-rpc-core"},
	{name: "flink-runtime"},
	{name: "flink-streaming-java"},
	{name: "flink-java", to: "1.20"},
	{name: "flink-optimizer", to: "1.20"},
	{name: "flink-clients"},
	{name: "flink-queryable-state-client-java", to: "1.20"},
	{name: "flink-statebackend-rocksdb"},
	{name: "flink-statebackend-changelog"},
	{name: "flink-dstl-dfs"},
	{name: "flink-statebackend-forst", from: "2.0"},
	{name: "flink-kubernetes"},
	{name: "flink-yarn"},
	{name: "flink-python", scala: "1.15"},
	{name: "flink-cep"},
	{name: "flink-hadoop-fs"},
	{name: "flink-s3-fs-hadoop"},
	{name: "flink-table-common"},
	{name: "flink-table-api-java"},
	{name: "flink-table-api-java-bridge"},
	{name: "flink-table-api-bridge-base"},
	{name: "flink-table-runtime"},
	{name: "flink-sql-client"},
	{name: "flink-sql-gateway", from: "1.16"},
	{name: "flink-connector-base"},
	{name: "flink-connector-files"},
	{name: "flink-connector-datagen", from: "1.17"},
	{name: "flink-json"},
	{name: "flink-csv"},
	{name: "flink-avro"},
	{name: "flink-avro-confluent-registry"},
	{name: "flink-parquet"},
	{name: "flink-orc"},
	{name: "flink-protobuf", from: "1.16"},
}

// shaded are the versions of what Flink's classes load beside them, by release.
var shaded = map[string]struct{ guava, jackson string }{
	"1.15": {"30.1.1-jre-15.0", "2.12.4-15.0"},
	"1.16": {"30.1.1-jre-15.0", "2.12.4-15.0"},
	"1.17": {"30.1.1-jre-16.1", "2.13.4-16.1"},
	"1.18": {"31.1-jre-17.0", "2.14.2-17.0"},
	"1.19": {"31.1-jre-17.0", "2.14.2-17.0"},
	"1.20": {"31.1-jre-17.0", "2.14.2-17.0"},
	"2.0":  {"32.1.3-jre-19.0", "2.15.3-19.0"},
	"2.1":  {"33.4.0-jre-20.0", "2.18.2-20.0"},
	"2.2":  {"33.4.0-jre-20.0", "2.18.2-20.0"},
	"2.3":  {"33.5.0-jre-21.0", "2.20.1-21.0"},
}

// pinned are jars that are taken in another version than the release's, because not every
// mirror of Maven Central has it: module, release, version. It is a patch of the same
// release where there is one, else the nearest release.
var pinned = pins(`
flink-dstl-dfs 1.15 1.15.2
flink-parquet 1.15 1.15.3
flink-orc 1.15 1.15.3
flink-s3-fs-hadoop 1.15 1.15.2
flink-dstl-dfs 1.16 1.15.2
flink-sql-gateway 1.16 1.16.1
flink-protobuf 1.16 1.16.1
flink-orc 1.16 1.16.1
flink-s3-fs-hadoop 1.16 1.16.1
flink-dstl-dfs 1.17 1.18.1
flink-avro-confluent-registry 1.17 1.17.1
flink-protobuf 1.17 1.17.0
flink-protobuf 1.18 1.18.0
flink-kubernetes 1.19 1.19.1
flink-yarn 1.19 1.19.1
flink-python 1.19 1.19.0
flink-sql-gateway 1.19 1.19.1
flink-sql-client 1.19 1.19.0
flink-parquet 1.19 1.19.2
flink-orc 1.19 1.19.1
flink-protobuf 1.19 1.18.0
flink-table-api-java 1.20 1.20.4
flink-table-runtime 1.20 1.20.4
flink-table-api-java-bridge 1.20 1.20.4
flink-table-api-bridge-base 1.20 1.20.4
flink-kubernetes 1.20 1.20.1
flink-yarn 1.20 1.20.1
flink-python 1.20 1.20.3
flink-sql-gateway 1.20 1.20.3
flink-sql-client 1.20 1.20.3
flink-csv 1.20 1.20.3
flink-avro 1.20 1.20.3
flink-avro-confluent-registry 1.20 1.20.0
flink-protobuf 1.20 1.20.0
flink-parquet 1.20 1.20.1
flink-orc 1.20 1.20.1
flink-s3-fs-hadoop 1.20 1.20.1
flink-statebackend-forst 2.0 2.0.0
flink-kubernetes 2.0 2.0.0
flink-yarn 2.0 2.0.0
flink-python 2.0 2.0.0
flink-sql-gateway 2.0 2.0.0
flink-sql-client 2.0 2.0.0
flink-connector-files 2.0 2.0.0
flink-csv 2.0 2.0.0
flink-avro 2.0 2.0.0
flink-avro-confluent-registry 2.0 2.0.0
flink-protobuf 2.0 2.0.0
flink-parquet 2.0 2.0.0
flink-orc 2.0 2.0.0
flink-s3-fs-hadoop 2.0 2.0.0
flink-table-api-java-bridge 2.1 2.1.2
flink-table-api-bridge-base 2.1 2.1.2
flink-kubernetes 2.1 2.1.0
flink-yarn 2.1 2.1.0
flink-python 2.1 2.1.0
flink-sql-client 2.1 2.1.0
flink-json 2.1 2.1.2
flink-csv 2.1 2.1.1
flink-avro 2.1 2.1.1
flink-avro-confluent-registry 2.1 2.1.1
flink-parquet 2.1 2.1.1
flink-s3-fs-hadoop 2.1 2.1.1
flink-orc 2.1 2.0.0
flink-protobuf 2.1 2.0.0
flink-statebackend-forst 2.1 2.0.0
flink-statebackend-forst 2.2 2.2.0
flink-kubernetes 2.2 2.2.0
flink-yarn 2.2 2.2.0
flink-python 2.2 2.2.0
flink-sql-client 2.2 2.2.0
flink-csv 2.2 2.2.0
flink-protobuf 2.2 2.2.0
flink-parquet 2.2 2.2.0
flink-orc 2.2 2.2.0
flink-s3-fs-hadoop 2.2 2.2.0
`)

func pins(table string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(table) {
		if f := strings.Fields(line); len(f) == 3 {
			out[f[0]+" "+f[1]] = f[2]
		}
	}
	return out
}

// flinkJars are the jars of one release of Flink.
func flinkJars(v Version) []string {
	const group = "org.apache.flink:"
	jars := []string{"org.slf4j:slf4j-api:1.7.36", "org.apache.commons:commons-compress:1.26.0"}
	for _, m := range flinkModules {
		if m.from != "" && compareMinors(v.Minor(), m.from) < 0 || m.to != "" && compareMinors(v.Minor(), m.to) > 0 {
			continue
		}
		name, version := m.name, v.String()
		if m.scala != "" && compareMinors(v.Minor(), m.scala) <= 0 {
			name += "_2.12"
		}
		if p := pinned[m.name+" "+v.Minor()]; p != "" {
			version = p
		}
		jars = append(jars, group+name+":"+version)
	}
	with := shaded[v.Minor()]
	return append(jars, group+"flink-shaded-guava:"+with.guava, group+"flink-shaded-jackson:"+with.jackson)
}

// flinkReleases are the releases of Flink that are read.
var flinkReleases = []Version{
	{1, 15, 4}, {1, 16, 3}, {1, 17, 2}, {1, 18, 1}, {1, 19, 3}, {1, 20, 5}, {2, 0, 2}, {2, 1, 3}, {2, 2, 1}, {2, 3, 0},
}

// flinkArtefact is Flink itself.
var flinkArtefact = Artefact{
	Name: "flink", Client: "flink", Of: "flink", Releases: flinkReleases, Jars: flinkJars,
	Reader: "FlinkOptions", Args: func(Version) []string { return []string{"flink"} }, Interpret: interpretFlink(""),
}
