// Command librdkafka compares the facts of librdkafka with what its releases say of their
// own properties (rd_kafka_conf_properties_show). It builds them with confluent-kafka-go,
// which has librdkafka of the same number, and so needs a C compiler.
//
//	go -C tools/catalog run ./librdkafka -facts facts
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"text/template"
)

func main() {
	facts := flag.String("facts", "facts", "folder of the facts files")
	versions := flag.String("versions", "1.9.1,1.9.2,2.3.0,2.6.1,2.11.1", "releases that are compared")
	flag.Parse()
	if err := run(*facts, strings.Split(*versions, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "librdkafka:", err)
		os.Exit(1)
	}
}

func run(folder string, versions []string) error {
	known, err := readFacts(folder)
	if err != nil {
		return err
	}
	differences := 0
	for _, text := range versions {
		shown, err := show(text)
		if err != nil {
			return fmt.Errorf("%s: %w", text, err)
		}
		properties, err := parse(shown)
		if err != nil {
			return fmt.Errorf("%s: %w", text, err)
		}
		found, err := known.compare(text, properties)
		if err != nil {
			return err
		}
		for _, d := range found {
			fmt.Fprintf(os.Stderr, "%s: %s\n", text, d)
		}
		differences += len(found)
		fmt.Printf("librdkafka %s: %d properties\n", text, len(properties))
	}
	if differences > 0 {
		return fmt.Errorf("%d differences between the facts and librdkafka", differences)
	}
	return nil
}

// program prints the properties of the librdkafka that it is linked with.
//
//go:embed show.go.txt
var program string

// show builds the program with a release and runs it.
func show(version string) (string, error) {
	dir, err := os.MkdirTemp("", "librdkafka")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	module := "github.com/confluentinc/confluent-kafka-go"
	if major, _, _ := strings.Cut(version, "."); major != "1" {
		module += "/v" + major
	}
	var source strings.Builder
	if err := template.Must(template.New("").Parse(program)).Execute(&source, module); err != nil {
		return "", err
	}
	for name, text := range map[string]string{
		"main.go": source.String(),
		"go.mod":  fmt.Sprintf("module show\n\ngo 1.26\n\nrequire %s v%s\n", module, version),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return "", err
		}
	}
	build := exec.Command("go", "build", "-mod=mod", "-o", "show", ".")
	build.Dir, build.Env = dir, append(os.Environ(), "CGO_ENABLED=1", "GOFLAGS=")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	out, err := exec.Command(filepath.Join(dir, "show")).Output()
	return string(out), err
}
