// Package buildfile reads from the build files of a repository with which versions of
// Kafka's and Flink's software an application is built: Maven, Gradle, Go modules, Python
// and npm. Nothing is run and nothing is fetched: what stands in the repository counts.
package buildfile

import (
	"fmt"
	"os"
	"path"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// Finder looks build files up in one repository and remembers what it has read. It is not
// safe for concurrent use.
type Finder struct {
	root    *os.Root // nil if the repository cannot be opened
	name    func(repoPath string) string
	folders map[string]artifacts
	poms    map[string]*pom
	vars    map[string]map[string]string // Gradle's variables, by folder
}

// New returns a finder for the repository at a folder. name turns a path in the
// repository, separated by slashes, into the one that users know.
func New(root string, name func(repoPath string) string) *Finder {
	f := &Finder{name: name, folders: make(map[string]artifacts), poms: make(map[string]*pom), vars: make(map[string]map[string]string)}
	f.root, _ = os.OpenRoot(root) // without it, there is no evidence
	return f
}

// Close lets go of the repository.
func (f *Finder) Close() error {
	if f.root == nil {
		return nil
	}
	return f.root.Close()
}

// artifact is one thing that an application is built with.
type artifact struct {
	version []int  // nil: it is declared, and which version it has cannot be told
	text    string // as it stands there
	place   string // file:line
}

// artifacts are by the names that evidence uses.
type artifacts map[string]artifact

// put adds what is not there yet.
func (a artifacts) put(name string, found artifact) {
	if _, ok := a[name]; !ok && name != "" {
		a[name] = found
	}
}

// agree is put where all places must say the same.
func (a artifacts) agree(name string, found artifact) {
	if before, ok := a[name]; ok && catalog.Compare(before.version, found.version) != 0 {
		found.version = nil
		a[name] = found
		return
	}
	a.put(name, found)
}

// source is an artifact that tells a version: its own, or that of what it brings with it.
type source struct{ artifact, brings string }

// sources says which artifacts tell the version of what, the best first. What Spring Boot
// and Quarkus manage overrides what other artifacts would bring (Maven: dependency
// management also holds for transitive dependencies).
var sources = map[string][]source{
	model.OfClient + "/" + model.ClientJava: {
		{"kafka-clients", ""}, {"spring-boot", "kafka-clients"}, {"quarkus", "kafka-clients"},
		{"spring-kafka", "kafka-clients"}, {"kafka-streams", ""}, {"connect-runtime", ""}, {"kafka", ""},
		{"flink-connector-kafka", "kafka-clients"},
	},
	model.OfClient + "/" + catalog.Librdkafka: {
		{"confluent-kafka-go", ""}, {"confluent-kafka", ""}, {"node-rdkafka", "librdkafka"}, {"kafka-javascript", "librdkafka"},
	},
	model.OfClient + "/" + catalog.Sarama:      {{"sarama", ""}},
	model.OfClient + "/" + catalog.FranzGo:     {{"franz-go", ""}},
	model.OfClient + "/" + catalog.KafkaGo:     {{"kafka-go", ""}},
	model.OfClient + "/" + catalog.KafkaPython: {{"kafka-python", ""}},
	model.OfClient + "/" + catalog.AIOKafka:    {{"aiokafka", ""}},
	model.OfClient + "/" + catalog.KafkaJS:     {{"kafkajs", ""}},
	model.OfSpring:                             {{"spring-boot", ""}},
	model.OfSmallRye:                           {{smallryeKafka, ""}, {"quarkus", smallryeKafka}},
	model.OfFlink:                              {{"flink", ""}, {"apache-flink", ""}},
	model.OfKafkaConnector:                     {{"flink-connector-kafka", ""}},
	model.OfESConnector:                        {{"flink-connector-elasticsearch", ""}},
	model.OfJDBCConnector:                      {{"flink-connector-jdbc", ""}},
	model.OfFlinkCDC:                           {{"flink-cdc", ""}},
	model.OfConnect:                            {{"connect-runtime", ""}},
}

// Version returns the version of a piece of software (model.OfClient ...) with which the
// application is built that a configuration file belongs to, from the nearest build file
// that says so in the file's folder or one above it. repoPath is that of the
// configuration file; client matters for model.OfClient only. ok is false if no build
// file tells it, or none does so for certain: a range is no version.
func (f *Finder) Version(repoPath, of, client string) (version model.Version, ok bool) {
	if of == model.OfClient {
		of += "/" + client
	}
	from := sources[of]
	repoPath = path.Clean(repoPath)
	if f.root == nil || from == nil || path.IsAbs(repoPath) || repoPath == ".." || strings.HasPrefix(repoPath, "../") {
		return model.Version{}, false
	}
	for dir := repoPath; dir != "."; {
		dir = path.Dir(dir)
		found := f.folder(dir)
		for _, s := range from {
			a, declared := found[s.artifact]
			if !declared {
				continue
			}
			number := a.version
			if s.brings != "" {
				number = catalog.Brings(s.artifact, a.version, s.brings)
			}
			return model.Version{Number: number, Evidence: fmt.Sprintf("%s %s in %s", s.artifact, a.text, a.place)}, number != nil
		}
	}
	return model.Version{}, false
}

// folder returns what the build files of a folder declare.
func (f *Finder) folder(dir string) artifacts {
	if found, ok := f.folders[dir]; ok {
		return found
	}
	found := make(artifacts)
	f.folders[dir] = found
	for _, read := range []func(dir string, into artifacts){f.maven, f.gradle, f.goModule, f.python, f.node} {
		read(dir, found)
	}
	return found
}

// maxSize is the size in bytes above which a build file is not read. Lock files are large.
const maxSize = 4 << 20

// read returns a file of the repository, nil if it is not there or cannot be one. Links
// that lead out of the repository are not followed.
func (f *Finder) read(repoPath string) []byte {
	info, err := f.root.Stat(repoPath)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxSize {
		return nil
	}
	data, err := f.root.ReadFile(repoPath)
	if err != nil || len(data) > maxSize {
		return nil
	}
	return data
}

// place names a line of a file; 0 is the file as a whole.
func (f *Finder) place(repoPath string, line int) string {
	if line == 0 {
		return f.name(repoPath)
	}
	return fmt.Sprintf("%s:%d", f.name(repoPath), line)
}

// number reads a version as build files write it: "3.6.1", "v1.9.2+incompatible",
// "2.3.12.RELEASE". It returns nil for a range, a placeholder and what else is no version.
func number(text string) []int {
	text = strings.TrimSpace(text)
	for i := 0; i+1 < len(text); i++ {
		if c := text[i+1] | 0x20; text[i] == '.' && 'a' <= c && c <= 'z' {
			text = text[:i] // a qualifier: .RELEASE, .Final, .redhat-00001
			break
		}
	}
	version, err := catalog.ParseVersion(text)
	if err != nil {
		return nil
	}
	return version
}

// kafkaNumber is number for Kafka's own artifacts, which Confluent builds under the
// versions of its platform: 7.5.0-ccs is Kafka 3.5.
func kafkaNumber(text string) []int {
	version := number(text)
	if strings.HasSuffix(text, "-ccs") || strings.HasSuffix(text, "-ce") {
		return catalog.Brings("confluent-platform", version, "kafka-clients")
	}
	return version
}

// jvm returns the name that evidence uses of an artifact of Maven's coordinates, "" if it
// tells nothing.
func jvm(group, name string) string {
	switch group {
	case "org.apache.kafka":
		switch {
		case name == "kafka-clients", name == "kafka-streams", name == "connect-runtime":
			return name
		case strings.HasPrefix(name, "kafka_2."):
			return "kafka"
		}
	case "org.springframework.boot":
		if name == "spring-boot" || name == "spring-boot-dependencies" || name == "spring-boot-gradle-plugin" || strings.HasPrefix(name, "spring-boot-starter") {
			return "spring-boot"
		}
	case "org.springframework.kafka":
		if name == "spring-kafka" {
			return name
		}
	case "io.quarkus", "io.quarkus.platform":
		if name == "quarkus-bom" || name == "quarkus-universe-bom" {
			return "quarkus"
		}
	case "io.smallrye.reactive":
		if name == smallryeKafka {
			return name
		}
	case "org.apache.flink":
		return flink(name)
	case "com.ververica": // that of Flink CDC up to 3.0
		if strings.HasPrefix(name, "flink-cdc-") {
			return "flink-cdc"
		}
	}
	return ""
}

const smallryeKafka = "smallrye-reactive-messaging-kafka"

// flinkOwn begin the names of artifacts that have the version of Flink itself.
var flinkOwn = []string{"flink-core", "flink-java", "flink-streaming-", "flink-clients", "flink-runtime", "flink-table-",
	"flink-dist", "flink-statebackend-"}

func flink(name string) string {
	switch bare := strings.Replace(name, "flink-sql-connector-", "flink-connector-", 1); {
	case strings.HasPrefix(bare, "flink-connector-kafka"):
		return "flink-connector-kafka"
	case strings.HasPrefix(bare, "flink-connector-elasticsearch"):
		return "flink-connector-elasticsearch"
	case strings.HasPrefix(bare, "flink-connector-jdbc"):
		return "flink-connector-jdbc"
	case strings.HasPrefix(bare, "flink-cdc-"):
		return "flink-cdc"
	}
	for _, prefix := range flinkOwn {
		if strings.HasPrefix(name, prefix) {
			return "flink"
		}
	}
	return ""
}

// declared is an artifact of the JVM whose version stands in a text.
func (f *Finder) declared(name, text, repoPath string, line int) artifact {
	a := artifact{text: text, place: f.place(repoPath, line)}
	switch name {
	case "kafka-clients", "kafka-streams", "connect-runtime", "kafka":
		a.version = kafkaNumber(text)
	default:
		a.version = number(text)
	}
	return a
}
