// Command spring records what Spring Boot hands to Kafka clients for some configuration
// files, and what texts its YAML reader makes of plain scalars, or checks that the
// recorded answers still hold. It needs a JDK and Maven.
//
//	go run .          compares the recorded answers with those of the real classes
//	go run . -write   records them
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// cases are the files and the active profiles under which they are read.
var cases = []string{
	"typed.yml:", "precedence.yml:", "profiles.yml:", "profiles.yml:prod", "profiles.yml:dev", "profiles.yml:prod,eu",
	"sections.properties:", "sections.properties:dev", "sections.properties:prod", "anchors.yml:", "duplicate.yml:",
}

func main() {
	write := flag.Bool("write", false, "record the answers")
	flag.Parse()
	if err := run(*write); err != nil {
		fmt.Fprintln(os.Stderr, "spring:", err)
		os.Exit(1)
	}
}

func run(write bool) error {
	classes, err := os.MkdirTemp("", "oracle")
	if err != nil {
		return err
	}
	defer os.RemoveAll(classes)
	classpath, err := compile(classes)
	if err != nil {
		return err
	}
	dir := filepath.Join("..", "..", "..", "internal", "parse", "testdata", "spring")
	var args []string
	for _, c := range cases {
		args = append(args, filepath.Join(dir, c))
	}
	clients, err := java(classpath, nil, args...)
	if err != nil {
		return err
	}
	if err := settle(filepath.Join(dir, "answers.tsv"), clients, write); err != nil {
		return err
	}
	recorded := filepath.Join(dir, "yaml11.tsv")
	old, err := os.ReadFile(recorded)
	if err != nil {
		return err
	}
	var scalars strings.Builder
	for line := range strings.Lines(string(old)) {
		scalar, _, _ := strings.Cut(line, "\t")
		scalars.WriteString(scalar + "\n")
	}
	texts, err := java(classpath, strings.NewReader(scalars.String()), "scalars")
	if err != nil {
		return err
	}
	return settle(recorded, texts, write)
}

func settle(file string, answers []byte, write bool) error {
	if write {
		return os.WriteFile(file, answers, 0o644)
	}
	recorded, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(recorded, answers) {
		return fmt.Errorf("%s: the answers differ from the recorded ones", file)
	}
	fmt.Printf("%s: %d answers are as recorded\n", filepath.Base(file), bytes.Count(answers, []byte("\n")))
	return nil
}

func java(classpath string, in *strings.Reader, args ...string) ([]byte, error) {
	cmd := exec.Command("java", append([]string{"-cp", classpath, "Oracle"}, args...)...)
	if in != nil {
		cmd.Stdin = in
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("java: %w\n%s", err, &stderr)
	}
	return out, nil
}

// compile compiles the program and returns the class path to run it with. Spring wants
// to read the class files, so that java's way of running a source file does not do.
func compile(classes string) (string, error) {
	list := filepath.Join(classes, "classpath")
	if out, err := exec.Command("mvn", "-q", "-B", "dependency:build-classpath", "-Dmdep.outputFile="+list).CombinedOutput(); err != nil {
		return "", fmt.Errorf("mvn: %w\n%s", err, out)
	}
	jars, err := os.ReadFile(list)
	if err != nil {
		return "", err
	}
	classpath := strings.TrimSpace(string(jars))
	if out, err := exec.Command("javac", "-cp", classpath, "-d", classes, "Oracle.java").CombinedOutput(); err != nil {
		return "", fmt.Errorf("javac: %w\n%s", err, out)
	}
	return classes + string(os.PathListSeparator) + classpath, nil
}
