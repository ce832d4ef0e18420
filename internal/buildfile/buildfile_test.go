package buildfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// TestVersion runs the repositories of testdata. The lines before the files are questions
// and answers: "PATH of[/client] = VERSION from EVIDENCE", or "= none".
func TestVersion(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no repositories", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			if err := txtar.Write(archive, dir); err != nil {
				t.Fatal(err)
			}
			f := open(t, dir)
			asked := 0
			for line := range strings.Lines(string(archive.Comment)) {
				if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
					continue
				}
				question, want, ok := strings.Cut(line, " = ")
				repoPath, software, both := strings.Cut(question, " ")
				if !ok || !both {
					t.Fatalf("%q is no question", line)
				}
				of, client, _ := strings.Cut(software, "/")
				if got := answer(f.Version(repoPath, of, client)); got != want {
					t.Errorf("%s: got %s, want %s", question, got, want)
				}
				asked++
			}
			if asked == 0 {
				t.Error("nothing was asked")
			}
		})
	}
}

func open(t testing.TB, dir string) *Finder {
	t.Helper()
	f := New(dir, func(repoPath string) string { return repoPath })
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func answer(v model.Version, ok bool) string {
	if !ok {
		return "none"
	}
	return catalog.Format(v.Number) + " from " + v.Evidence
}

// TestOutside never leaves the repository: neither by a path nor by a link nor by a parent.
func TestOutside(t *testing.T) {
	const pom = `<project><groupId>g</groupId><artifactId>a</artifactId><properties><kafka.version>3.1.0</kafka.version></properties>
<dependencies><dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>3.1.0</version></dependency></dependencies></project>`
	const child = `<project><parent><groupId>g</groupId><artifactId>a</artifactId><version>1</version><relativePath>../../pom.xml</relativePath></parent></project>`
	outside := t.TempDir()
	root := filepath.Join(outside, "repo")
	for name, text := range map[string]string{"pom.xml": pom, "repo/child/pom.xml": child} {
		write(t, filepath.Join(outside, name), text)
	}
	if err := os.Symlink(filepath.Join(outside, "pom.xml"), filepath.Join(root, "pom.xml")); err != nil {
		t.Skip(err)
	}
	f := open(t, root)
	for _, path := range []string{"child/application.yml", "application.yml", "../application.yml", "/application.yml", ".."} {
		if v, ok := f.Version(path, model.OfClient, model.ClientJava); ok {
			t.Errorf("%s: %v", path, v)
		}
	}
}

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestHostile gives no evidence, in no time.
func TestHostile(t *testing.T) {
	deep := strings.Repeat
	for name, files := range map[string]map[string]string{
		"deep XML":          {"pom.xml": deep("<project>", 200_000)},
		"circles":           {"pom.xml": `<project><artifactId>a</artifactId><parent><groupId>g</groupId><artifactId>a</artifactId><version>1</version><relativePath>pom.xml</relativePath></parent><properties><a>${b}${b}</a><b>${a}${a}</b></properties><dependencies><dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>${a}</version></dependency></dependencies></project>`},
		"deep TOML":         {"gradle/libs.versions.toml": "a = " + deep("[", 500_000)},
		"deep TOML lines":   {"gradle/libs.versions.toml": "a = " + deep("[\n", 500_000)},
		"deep TOML keys":    {"gradle/libs.versions.toml": deep("a.", 500_000) + "a = 1"},
		"deep JSON":         {"package-lock.json": deep(`{"a":`, 500_000)},
		"too large":         {"build.gradle": "'org.apache.kafka:kafka-clients:3.6.1'" + deep(" ", maxScript)},
		"too large to read": {"requirements.txt": "aiokafka==0.11.0" + deep("\n", maxSize)},
		"open string":       {"build.gradle": `x = """` + deep("'", 100_000)},
		"many quotes":       {"build.gradle": deep(`"a:b:c" $`, 25_000)},
		"self reference":    {"build.gradle": "v = '$v$v'\n'org.apache.kafka:kafka-clients:$v'"},
		"binary":            {"pom.xml": "\x00\xff\xfe", "go.mod": "\x00\xff", "poetry.lock": "\x00", "requirements.txt": "\xff\xff==1"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range files {
				write(t, filepath.Join(dir, name), text)
			}
			f := open(t, dir)
			for of := range sources {
				of, client, _ := strings.Cut(of, "/")
				if v, ok := f.Version("a.properties", of, client); ok {
					t.Errorf("%s: %v", of, v)
				}
			}
		})
	}
}
