package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// fresh lets Flink answer files that nobody has recorded, and kcfglint's tests of its
// readers compare.
func fresh(n int, seed uint64, corpus string) error {
	for _, of := range []struct {
		suite
		test, pkg string
	}{
		{suite{file: "flink-conf.yaml", releases: []string{"1.20.1"}, inputs: generatedLegacy(n, seed+100)}, "TestFlinkConfOracle", "./internal/parse/syntax"},
		{suite{file: "config.yaml", releases: []string{"2.2.0"}, inputs: generatedStandard(n, seed+100)}, "TestFlinkConfigOracle", "./internal/parse"},
	} {
		files, err := collect(corpus, of.file)
		if err != nil {
			return err
		}
		of.inputs = append(of.inputs, files...)
		if err := of.compare(of.test, of.pkg); err != nil {
			return fmt.Errorf("%s: %w", of.file, err)
		}
		fmt.Printf("%s: kcfglint reads %d files, %d of the folder, as Flink %s does\n", of.file, len(of.inputs), len(files), of.releases[0])
	}
	return nil
}

// collect reads the files of a folder that are called so, or end so, and are no templates.
func collect(folder, name string) (inputs []string, err error) {
	if folder == "" {
		return nil, nil
	}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, name) {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil && utf8.Valid(text) && !strings.Contains(string(text), "{{") {
			inputs = append(inputs, string(text))
		}
		return err
	})
	return inputs, err
}

// compare runs a test on the answers of Flink.
func (s suite) compare(test, pkg string) error {
	answers, err := s.ask()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "answers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s.record = filepath.Join(dir, "answers.json")
	if err := s.write(answers); err != nil {
		return err
	}
	cmd := exec.Command("go", "test", "-count=1", "-run", "^"+test+"$", pkg, "-args", "-answers", s.record)
	cmd.Dir = filepath.Join(root, "..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%.8000s", err, out)
	}
	return nil
}
