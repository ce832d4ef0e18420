package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const data = "../../internal/catalog/data"

// The embedded data is what the facts give.
func TestDataIsCurrent(t *testing.T) {
	tables, err := readTables("facts")
	if err != nil {
		t.Fatal(err)
	}
	files, err := build(tables)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(data, filepath.FromSlash(name)))
		if err != nil || string(got) != want {
			t.Errorf("%s is not what the facts give (%v); run make generate", name, err)
		}
	}
	err = filepath.WalkDir(data, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(data, path)
		if _, ok := files[filepath.ToSlash(name)]; !ok {
			t.Errorf("%s comes from no facts; run make generate", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestGenerate(t *testing.T) {
	facts, out := t.TempDir(), t.TempDir()
	stale := filepath.Join(out, "keys", "java", "gone.tsv")
	write(t, stale, "")
	write(t, filepath.Join(out, "README"), "left alone")
	write(t, filepath.Join(facts, "java.csv"), header+
		"java,producer,acks,enum,,all|-1>all|0|1,all,3.0,,ProducerConfig,nonnull;maxlen=3,yes\n"+
		"java,producer,acks,enum,,all|-1>all|0|1,1,,2.8,ProducerConfig,,\n"+
		"java,producer+consumer,ssl.key.password,password,,,,,,SslConfigs,,\n")
	write(t, filepath.Join(facts, "successors.csv"), "client,kind,key,successor,source\n"+
		"java,producer,acks,ssl.key.password,ProducerConfig\n"+
		"java,consumer,ssl.key.password,,ConsumerConfig\n")
	write(t, filepath.Join(facts, "aliases.csv"), "client,kind,key,alias,from,to,source\n"+
		"java,producer,acks,request.required.acks,,0.8,ProducerConfig\n")
	write(t, filepath.Join(facts, "owners.csv"), "owner,kind,key,value,how,when,from,to,source\n"+
		"connect,producer+consumer,client.id,,generated,,,,Worker\n")
	write(t, filepath.Join(facts, "releases.csv"), "of,client,oldest,newest,minors,source\n"+
		"client,java,2.8,3.0.1,2.8 3.0,Maven Central\n")
	write(t, filepath.Join(facts, "brings.csv"), "artifact,from,to,brings,version,source\n"+
		"spring-boot,3.3,,kafka-clients,3.7,pom\nspring-boot,3.2,3.2,kafka-clients,3.6,pom\n")
	if err := generate(facts, out); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"keys/java/producer.tsv": "acks\tenum\t\tall|-1>all|0|1\t1\t\t2.8\tclient\trequest.required.acks@..0.8\t\t\tssl.key.password\t\n" +
			"\tenum\t\tall|-1>all|0|1\tall\t3.0\t\t\t\tnonnull;maxlen=3\tyes\t\t\n" +
			"ssl.key.password\tpassword\t\t\t\t\t\tclient\t\t\t\t\t\n",
		"keys/java/consumer.tsv": "ssl.key.password\tpassword\t\t\t\t\t\tclient\t\t\t\t\t\n",
		"owners/connect.tsv":     "consumer\tclient.id\t\tgenerated\t\t\t\nproducer\tclient.id\t\tgenerated\t\t\t\n",
		"releases.tsv":           "client/java\t2.8\t3.0.1\t2.8,3.0\n",
		"brings.tsv":             "spring-boot\t3.2\t3.2\tkafka-clients\t3.6\nspring-boot\t3.3\t\tkafka-clients\t3.7\n",
		"passwords.tsv":          "ssl.key.password\n",
		"README":                 "left alone",
	} {
		if got, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name))); string(got) != want || err != nil {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	if _, err := os.Stat(stale); err == nil {
		t.Error("a file that no facts give any more is still there")
	}
}

const header = "client,kind,key,type,unit,values,default,from,to,source,checks,deprecated\n"

func TestBadFacts(t *testing.T) {
	for _, test := range []struct{ file, text, want string }{
		{"k.csv", header + "java,producer,acks,text,,,,,,X,,\n", `k.csv:2: unknown type "text"`},
		{"k.csv", header + "java,producer,acks,int,days,,,,,X,,\n", `unknown unit "days"`},
		{"k.csv", header + "java,producer,acks,enum,,,,,,X,,\n", "an enumeration without values"},
		{"k.csv", header + "java,producer,acks,string,,,(empty or required),,,X,,\n", "is prose"},
		{"k.csv", header + "java,producer,acks,int,,,1,3.0,2.8,X,,\n", "ends at 2.8 before it begins at 3.0"},
		{"k.csv", header + "java,producer,acks,int,,,1,1.x,,X,,\n", `from: "1.x" is no version`},
		{"k.csv", header + "java,producer,acks,int,,,1,,,,,\n", "no source"},
		{"k.csv", header + "java,producer,acks,int,,,1,,,X,,\njava,producer,acks,int,,,2,3.0,,X,,\n", "k.csv:3: acks overlaps with"},
		{"k.csv", header + "java,producer,acks,int,,,1,,2.8,X,,\njava,producer,acks,int,,,2,2.8.1,,X,,\n", "overlaps"},
		{"k.csv", header + "java,producer,acks,int,ms,,1,,2.8,X,,\njava,producer,acks,int,,,2,3.0,,X,,\n", "acks changes its unit"},
		{"k.csv", header + "java,producer,acks,int,,,\"a\tb\",,,X,,\n", "default holds a tab or a line end"},
		{"k.csv", "client,kind,colour\n", `unknown column "colour"`},
		{"k.csv", header + "java,producer,acks,int,,,1,,,X,nonsense,\n", `unknown check "nonsense"`},
		{"k.csv", header + "java,producer,acks,int,,,1,,,X,nonnull;maxlen,\n", `unknown check "maxlen"`},
		{"k.csv", header + "java,producer,acks,int,,,1,,,X,,no\n", `deprecated is "no"`},
		{"successors.csv", "client,kind,key,successor,source\njava,producer,a,nokey,X\n", `java producer has no key "nokey"`},
		{"successors.csv", "client,kind,key,successor,source\njava,producer,a,a,X\n", `"a" succeeds itself`},
		{"successors.csv", "client,kind,key,successor,source\njava,producer,a,b,X\njava,producer,a,,X\n", `"a" has a successor already`},
		{"aliases.csv", "client,kind,key,alias,source\njava,producer,nokey,x,X\n", `java producer has no key "nokey"`},
		{"aliases.csv", "client,kind,key,alias,source\njava,producer,a,b,X\n", `"b" is itself a key`},
		{"aliases.csv", "client,kind,key,alias,source\njava,producer,a,x,X\njava,producer,b,x,X\n", `"x" is a name of "a" already`},
		{"owners.csv", "owner,kind,key,value,how,source\nconnect,producer,acks,all,always,X\n", `how is "always"`},
		{"owners.csv", "owner,kind,key,value,how,source\nconnect,producer,acks,,default,X\n", "a value is given if and only if"},
		{"releases.csv", "of,client,oldest,newest,minors,source\nflink,,1.17,2.0,2.0 1.20,X\n", "releases are not in order at 1.20"},
		{"brings.csv", "artifact,from,to,brings,version,source\na,1.0,1.0,b,,X\n", `"" is no version`},
		{"brings.csv", "artifact,from,to,brings,version,source\na,1.0,1.1,b,1.0,X\na,1.1,,b,1.1,X\n", "a overlaps with"},
		{"releases.csv", "of,client,oldest,newest,minors,source\nflink,,1.17,,2.0,X\n", `"" is no version`},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "base.csv"), header+"java,producer,a,int,,,,,,X,,\njava,producer,b,int,,,,,,X,,\n")
		write(t, filepath.Join(dir, test.file), test.text)
		out := filepath.Join(dir, "out")
		err := generate(dir, out)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %q: %v; want %q", test.file, test.text, err, test.want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%q: something was written", test.text)
		}
	}
	if err := generate(t.TempDir(), t.TempDir()); err == nil {
		t.Error("an empty folder gives no error")
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
