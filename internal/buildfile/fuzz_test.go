package buildfile

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
)

func FuzzPOM(f *testing.F) {
	f.Add([]byte(`<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.2.4</version></parent></project>`))
	f.Add([]byte(`<project><properties><v>3.6.1</v></properties><dependencies><dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>${v}</version></dependency></dependencies></project>`))
	fuzzFile(f, "pom.xml")
}

func FuzzGradle(f *testing.F) {
	f.Add([]byte("ext { v = '3.6.1' } // c\nimplementation \"org.apache.kafka:kafka-clients:${rootProject.ext.v}\"\n"))
	f.Add([]byte("val v by extra(\"3.6.1\")\nid(\"org.springframework.boot\") version v /* x */"))
	f.Add([]byte("implementation group: 'org.apache.kafka', name: 'kafka-clients', version: v"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if text := uncommented(data); len(text) != len(data) || strings.Count(text, "\n") != strings.Count(string(data), "\n") {
			t.Errorf("places moved: %q, %q", data, text)
		}
		check(t, "build.gradle", data)
	})
}

func FuzzRequirements(f *testing.F) {
	f.Add([]byte("confluent_kafka[avro]==2.3.0 ; python_version > '3.8' --hash=sha256:0\n"))
	fuzzFile(f, "requirements.txt")
}

func FuzzYarnLock(f *testing.F) {
	f.Add([]byte("kafkajs@^2.0.0:\n  version \"2.2.4\"\n"))
	f.Add([]byte("\"kafkajs@npm:^2.0.0\":\n  version: 2.2.4\n"))
	fuzzFile(f, "yarn.lock")
}

func fuzzFile(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) { check(t, name, data) })
}

// check reads a build file: what it declares has a version that can be read, or none.
func check(t *testing.T, name string, data []byte) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, name), string(data))
	for _, a := range open(t, dir).folder(".") {
		if a.version != nil && catalog.Compare(a.version, []int{0}) < 0 || !strings.HasPrefix(a.place, name) {
			t.Errorf("%+v", a)
		}
	}
}
