package main

import (
	"strings"
	"testing"
)

const flinkLines = "option\torg.apache.flink.configuration.CheckpointingOptions\tDIR\texecution.checkpointing.dir\tjava.lang.String\t\t-\tstate.checkpoints.dir!,old.dir\t\t\n" +
	"option\torg.apache.flink.configuration.CheckpointingOptions\tTIMEOUT\texecution.checkpointing.timeout\tjava.time.Duration\t\t=PT10M\t\t\t\n" +
	"option\torg.apache.flink.configuration.Old\tMODE\texecution.mode\torg.apache.flink.Mode\t\t=OLD\t\tOLD=old-mode|NEW=new-mode\tdeprecated\n" +
	"option\torg.apache.flink.configuration.New\tMODE\texecution.mode\torg.apache.flink.Mode\t\t=NEW\t\tOLD=old-mode|NEW=new-mode\t\n" +
	"option\torg.apache.flink.configuration.MetricOptions\tINTERVAL\tinterval\tjava.time.Duration\t\t=PT10S\t\t\t\n" +
	"option\torg.apache.flink.formats.json.JsonFormatOptions\tX\tjson.hidden\tjava.lang.Boolean\t\t=false\t\t\t\n" +
	"factory\tkafka\tconnector\tKafkaDynamicTableFactory\n" +
	"uses\tkafka\tconnector\trequired\tproperties.bootstrap.servers\tjava.lang.String\t\t-\t\t\t\n" +
	"uses\tkafka\tconnector\toptional\ttopic\tjava.lang.String\tlist\t-\t\t\t\n" +
	"uses\tkafka\tconnector\toptional\tfields.#.kind\tjava.lang.String\t\t-\t\t\t\n" +
	"factory\tavro-confluent\tformat\tRegistryAvroFormatFactory\n" +
	"uses\tavro-confluent\tformat\trequired\turl\tjava.lang.String\t\t-\tschema-registry.url\t\t\n" +
	"factory\tavro\tformat\tAvroFormatFactory\n" +
	"uses\tavro\tformat\trequired\tcodec\tjava.lang.String\t\t=snappy\t\t\t\n" +
	"factory\tavro\tformat\tAvroFileFormatFactory\n" +
	"uses\tavro\tformat\toptional\tcodec\tjava.lang.String\t\t=snappy\t\t\t\n" +
	"factory\tgeneric_in_memory\tGenericInMemoryCatalogFactory\tGenericInMemoryCatalogFactory\n" +
	"uses\tgeneric_in_memory\tGenericInMemoryCatalogFactory\toptional\tdefault-database\tjava.lang.String\t\t=default\t\t\t\n"

func TestInterpretFlink(t *testing.T) {
	found, err := interpretFlink("flink")([]byte(flinkLines))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range found {
		got = append(got, strings.Join(o.record(Artefact{}, "", ""), ","))
	}
	want := []string{
		",flink-cluster,execution.checkpointing.dir,string,,,,,,CheckpointingOptions,flink,,,state.checkpoints.dir!;old.dir",
		",flink-cluster,execution.checkpointing.timeout,duration,,,10 min,,,CheckpointingOptions,flink,,,",
		",flink-cluster,execution.mode,enum,,(?i)old-mode|new-mode,new-mode,,,New,flink,,,",
		",flink-table@kafka,properties.bootstrap.servers,string,,,,,,kafka factory,flink,required,,",
		",flink-table@kafka,topic,list,,,,,,kafka factory,flink,,,",
		",flink-format@avro-confluent,avro-confluent.url,string,,,,,,avro-confluent factory,flink,required,,avro-confluent.schema-registry.url",
		",flink-format@avro,avro.codec,string,,,snappy,,,avro factory,flink,,,",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What a class says that could not be read would be missing from the facts.
func TestUnreadClassIsAnError(t *testing.T) {
	for _, lines := range []string{
		"error\torg.apache.flink.RocksDBOptions\tjava.lang.ClassNotFoundException: org.rocksdb.Filter\n",
		"uses\tkafka\tconnector\toptional\ttopic\tjava.lang.String\tlist\t-\t\t\t\n",
		"option\ttoo\tshort\n",
	} {
		if _, err := interpretFlink("flink")([]byte(lines)); err == nil {
			t.Errorf("%q was read", lines)
		}
	}
}

func TestDuration(t *testing.T) {
	for iso, want := range map[string]string{
		"PT10M": "10 min", "PT0S": "0 ms", "PT0.2S": "200 ms", "PT48H": "2 d", "PT1M30S": "90 s", "PT1H": "1 h",
		"PT-0.001S": "-1", "PT-1S": "-1000", "PT2562047788015H12M55.807S": "9223372036854775807 ms", "soon": "soon",
	} {
		if got := duration(iso); got != want {
			t.Errorf("duration(%q) = %q, want %q", iso, got, want)
		}
	}
}

// Every release of a connector has a release of Flink to be read with, and every pin is
// of a module and a release that are read.
func TestReleasesOfFlink(t *testing.T) {
	for _, a := range besideArtefacts {
		for i, v := range a.Releases {
			if jars := a.Jars(v); len(jars) < 13 {
				t.Errorf("%s %s: only %v", a.Name, v, jars)
			}
			if i > 0 && compareVersions(a.Releases[i-1], v) >= 0 {
				t.Errorf("%s: %s is not in order", a.Name, v)
			}
		}
	}
	all := ""
	for _, v := range flinkReleases {
		if shaded[v.Minor()].guava == "" {
			t.Errorf("what Flink %s shades is not known", v)
		}
		for _, jar := range flinkJars(v) {
			all += v.Minor() + " " + jar + "\n"
		}
	}
	for pin, version := range pinned {
		module, release, _ := strings.Cut(pin, " ")
		if !strings.Contains(all, release+" org.apache.flink:"+module+":"+version+"\n") &&
			!strings.Contains(all, release+" org.apache.flink:"+module+"_2.12:"+version+"\n") {
			t.Errorf("%s is pinned for %s and not read", module, release)
		}
	}
}
