package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const generatedHeader = "client,kind,key,type,unit,values,default,from,to,source,of,checks,deprecated,aliases\n"

// builtFlink makes the data of a section of Flink's of three releases.
func builtFlink(t *testing.T, kind, generated, connector string, hand map[string]string) string {
	t.Helper()
	facts, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(facts, "generated", "flink.csv"), generatedHeader+generated)
	write(t, filepath.Join(facts, "generated", "flink-connector-kafka.csv"), generatedHeader+connector)
	write(t, filepath.Join(facts, "releases.csv"), "of,client,oldest,newest,minors,source\n"+
		"flink,,1.17,2.1.0,1.14 1.15 1.20 2.0 2.1,X\nkafka-connector,,3.0,4.0.0,1.14 1.15 3.1 4.0,X\n"+
		"operator,,1.1,1.7.0,1.1 1.3 1.7,X\n")
	for name, text := range hand {
		write(t, filepath.Join(facts, name), text)
	}
	if err := generate(facts, out); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(out, "keys", "flink", kind+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// names shows key, versions, default and aliases of each line.
func names(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		f := strings.Split(line, "\t")
		out = append(out, strings.TrimSpace(f[0]+" "+f[5]+".."+f[6]+" "+f[4]+" "+f[8]))
	}
	return strings.Join(out, " | ")
}

func TestFlinkNames(t *testing.T) {
	for _, test := range []struct {
		name, generated string
		hand            map[string]string
		want            string
	}{
		{"renamed", "flink,flink-cluster,old.dir,string,,,a,1.15,1.20,X,flink,,,\nflink,flink-cluster,new.dir,string,,,b,2.0,,X,flink,,,old.dir\n", nil,
			"new.dir ..1.20 a old.dir,new.dir@2.0.. | 2.0.. b"},
		{"renamed twice, the oldest name forgotten",
			"flink,flink-cluster,a,int,,,1,1.15,1.15,X,flink,,,\nflink,flink-cluster,b,int,,,1,1.20,1.20,X,flink,,,a\nflink,flink-cluster,c,int,,,1,2.0,,X,flink,,,b\n", nil,
			"c .. 1 a@..1.20,b@1.20..,c@2.0.."},
		{"both are options, one of them deprecated",
			"flink,flink-cluster,a,int,,,1,1.15,,X,flink,,yes,\nflink,flink-cluster,b,int,,,2,1.20,,X,flink,,,a\n", nil,
			"b ..1.15 1 a@..!1.20,b@1.20.. | 1.20.. 2"},
		{"a fallback that is an option of its own",
			"flink,flink-cluster,a,int,,,1,1.15,,X,flink,,,\nflink,flink-cluster,b,int,,,2,1.20,,X,flink,,,a\n", nil,
			"a .. 1 | b 1.20.. 2"},
		{"a fallback of two",
			"flink,flink-cluster,b,int,,,1,1.15,,X,flink,,,a\nflink,flink-cluster,c,int,,,2,1.15,,X,flink,,,a\n", nil,
			"b .. 1 | c .. 2"},
		{"older versions by hand",
			"flink,flink-cluster,b,int,,,1,1.15,,X,flink,,,a\n",
			map[string]string{
				"flink-older.csv": "client,kind,key,type,default,from,to,source\nflink,flink-cluster,b,int,1,,1.14,X\n",
				"aliases.csv":     "client,kind,key,alias,from,to,source\nflink,flink-cluster,b,a,,1.14,X\n",
			},
			"b .. 1 a"},
		{"an older version without the new name",
			"flink,flink-cluster,b,int,,,1,1.15,,X,flink,,,a\n",
			map[string]string{
				"flink-older.csv": "client,kind,key,type,default,from,to,source\nflink,flink-cluster,b,int,1,,1.14,X\n",
				"aliases.csv":     "client,kind,key,alias,from,to,source\nflink,flink-cluster,b,a,,1.14,X\nflink,flink-cluster,b,b,1.15,,X\n",
			},
			"b .. 1 a,b@1.15.."},
		{"a deprecated fallback",
			"flink,flink-cluster,a,int,,,1,1.15,1.15,X,flink,,,\nflink,flink-cluster,b,int,,,1,1.20,,X,flink,,,a!;c\n", nil,
			"b .. 1 a@..!1.20,b@1.20..,c@1.20.."},
		{"a fallback that is deprecated no longer",
			"flink,flink-cluster,b,int,,,1,1.15,1.15,X,flink,,,a!\nflink,flink-cluster,b,int,,,1,1.20,,X,flink,,,a\n", nil,
			"b .. 1 a"},
		{"a deprecated name that is gone",
			"flink,flink-cluster,b,int,,,1,1.15,1.20,X,flink,,,a!\nflink,flink-cluster,b,int,,,1,2.0,,X,flink,,,\n", nil,
			"b .. 1 a@..1.20!1.15"},
		{"joined by hand",
			"flink,flink-cluster,a,int,,,1,1.15,,X,flink,,yes,\nflink,flink-cluster,b,int,,,2,2.0,,X,flink,,,\n",
			map[string]string{"aliases.csv": "client,kind,key,alias,from,to,source\nflink,flink-cluster,b,a,1.15,1.20,X\n"},
			"b ..1.20 1 a@1.15..!2.0,b@2.0.. | 2.0.. 2"},
	} {
		if got := names(builtFlink(t, "flink-cluster", test.generated, "", test.hand)); got != test.want {
			t.Errorf("%s: %s\nwant %s", test.name, got, test.want)
		}
	}
}

// What the jars say of the operator and what is written by hand of its other releases
// become one key, and the versions are those of the operator.
func TestOperator(t *testing.T) {
	got := names(builtFlink(t, "flink-cluster", "flink,flink-cluster,x.y,int,,,1,1.15,,X,flink,,,\n", "", map[string]string{
		"generated/flink-kubernetes-operator.csv": generatedHeader +
			"flink,flink-cluster,op.a,int,,,1,1.1,1.3,X,operator,,,op.old!\nflink,flink-cluster,op.gone,int,,,1,1.1,1.3,X,operator,,,\n",
		"flink-operator.csv": "client,kind,key,type,default,from,to,source,of,aliases\n" +
			"flink,flink-cluster,op.a,int,1,1.7,,X,operator,op.old!\nflink,flink-cluster,op.new,int,2,1.7,,X,operator,\n",
	}))
	want := "op.a .. 1 op.old@..!1.1 | op.gone ..1.3 1 | op.new 1.7.. 2 | x.y .. 1"
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// Options of which several versions and connectors say different things hold without
// versions if nothing says which release is read.
func TestTablesOfUnlistedReleases(t *testing.T) {
	got := names(builtFlink(t, "flink-table", "flink,flink-table@print,x,int,,,1,1.15,,X,flink,,,\n", "", map[string]string{
		"generated/flink-cdc.csv": generatedHeader +
			"flink,flink-table@mysql-cdc,low,double,,,1,2.1,2.2,X,cdc,,,\nflink,flink-table@mysql-cdc,high,double,,,1,2.3,3.2,X,cdc,,,low;lower\n" +
			"flink,flink-table@oracle-cdc,high,double,,,1,2.4,3.2,X,cdc,,,low;lower\n" +
			"flink,flink-table@db2-cdc,high,double,,,2,3.4,3.4,X,cdc,,,lower\n",
	}))
	want := "high ..  lower | low .. 1 | x .. 1"
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestFlinkTables(t *testing.T) {
	const generated = "flink,flink-format@json,json.mode,enum,,(?i)a|b,a,1.15,,X,flink,,,json.old-mode\n" +
		"flink,flink-table@print,sink.parallelism,int,,,1,1.15,,X,flink,,,\n"
	const connector = "flink,flink-table@kafka,topic,list,,,,1.15,,X,kafka-connector,required,,\n" +
		"flink,flink-table@upsert-kafka,topic,list,,,,1.15,1.15,X,kafka-connector,required,,\n" +
		"flink,flink-table@upsert-kafka,topic,list,,,,3.1,,X,kafka-connector,,,\n" +
		"flink,flink-table@kafka,sink.parallelism,int,,,2,1.15,,X,kafka-connector,,,\n" +
		"flink,flink-table@kafka,scan.mode,enum,,(?i)x|y,x,3.1,,X,kafka-connector,,,\n" +
		"flink,flink-table@upsert-kafka,scan.mode,enum,,(?i)x|z,x,4.0,,X,kafka-connector,,,\n" +
		"flink,flink-table@kafka,old.topic,list,,,,1.15,,X,kafka-connector,,,\n" +
		"flink,flink-table@kafka,properties.group.id,string,,,,1.15,,X,kafka-connector,,,\n" +
		"flink,flink-format@json,json.properties,string,,,,1.15,,X,flink,,,\n"
	got := builtFlink(t, "flink-table", generated, connector, map[string]string{
		"flink-table.csv": "client,kind,key,type,from,to,source,of,scope\nflink,flink-table,topic,list,,1.14,X,kafka-connector,other-kafka\n",
		"aliases.csv":     "client,kind,key,alias,from,to,source\nflink,flink-table,topic,old.topic,,,X\n",
	})
	want := "json.mode\tenum\t\t(?i)a|b\ta\t1.15\t\tflink\tjson.old-mode@1.15..\t\t\t\tjson\n" +
		"scan.mode\tenum\t\t(?i)x|y\tx\t3.1\t3.1\tkafka-connector\t\t\t\t\tkafka;upsert-kafka\n" +
		"\tenum\t\t(?i)x|y|z\tx\t4.0\t\t\t\t\t\t\t\n" +
		"sink.parallelism\tint\t\t\t\t\t\tflink\t\t\t\t\tkafka;print\n" +
		"topic\tlist\t\t\t\t\t1.14\tkafka-connector\told.topic\t\t\t\tkafka;other-kafka;upsert-kafka\n" +
		"\tlist\t\t\t\t1.15\t1.15\t\t\trequired\t\t\t\n" +
		"\tlist\t\t\t\t3.1\t\t\t\t\t\t\t\n"
	if got != want {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}
