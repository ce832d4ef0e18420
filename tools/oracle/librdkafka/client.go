package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// client is a process with librdkafka.
type client struct {
	*compare.Program
	version string // of librdkafka, as it says
}

func startClient(r release) (*client, error) {
	p, err := compare.Start(func(dir string) (*exec.Cmd, error) { return r.build(dir) })
	if err != nil {
		return nil, err
	}
	version, err := p.Line()
	if err != nil {
		p.Close()
		return nil, err
	}
	return &client{p, version}, nil
}

// build builds the program in client/ with the release; librdkafka's log goes nowhere.
func (r release) build(dir string) (*exec.Cmd, error) {
	const module = "github.com/confluentinc/confluent-kafka-go"
	program, err := os.ReadFile(filepath.Join("client", "main.go"))
	if err != nil {
		return nil, err
	}
	path := module
	if strings.HasPrefix(string(r), "1.") {
		program = bytes.ReplaceAll(program, []byte(module+"/v2/"), []byte(module+"/"))
	} else {
		path += "/v2"
	}
	mod := fmt.Appendf(nil, "module client\n\ngo 1.26\n\nrequire %s v%s\n", path, r)
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "main.go"), program, 0o644), os.WriteFile(filepath.Join(dir, "go.mod"), mod, 0o644)); err != nil {
		return nil, err
	}
	binary := filepath.Join(dir, "client")
	build := exec.Command("go", "build", "-mod=mod", "-o", binary, ".")
	build.Dir, build.Env = dir, append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return exec.Command(binary), nil
}

// judge constructs the clients of a batch.
func (c *client) judge(_ string, cases []compare.Case) ([]compare.Verdict, error) {
	return c.Judge(cases, func(one compare.Case) ([]byte, error) {
		settings := make([][2]string, len(one.Settings))
		for i, s := range one.Settings {
			settings[i] = [2]string{s.Key, s.Value}
		}
		return json.Marshal(map[string]any{"Kind": one.Kind, "Settings": settings})
	}, func(answer string) (why []string, err error) {
		err = json.Unmarshal([]byte(answer), &why)
		return why, err
	})
}
