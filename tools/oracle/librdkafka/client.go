package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// client is a process with librdkafka.
type client struct {
	dir     string
	version string // of librdkafka, as it says
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
}

func startClient(version string) (*client, error) {
	dir, err := os.MkdirTemp("", "client")
	if err != nil {
		return nil, err
	}
	c := &client{dir: dir}
	if err := c.start(version); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// start builds the program in client/ with that release and runs it.
func (c *client) start(version string) error {
	mod := filepath.Join(c.dir, "go.mod")
	text := fmt.Sprintf("module client\n\ngo 1.26\n\nrequire github.com/confluentinc/confluent-kafka-go/v2 v%s\n", version)
	if err := os.WriteFile(mod, []byte(text), 0o644); err != nil {
		return err
	}
	binary := filepath.Join(c.dir, "client")
	build := exec.Command("go", "build", "-mod=mod", "-modfile="+mod, "-o", binary, ".")
	build.Dir, build.Env = "client", append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	c.cmd = exec.Command(binary) // librdkafka's log goes nowhere
	c.cmd.Dir = c.dir
	var err error
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	c.out = bufio.NewReader(out)
	if err := c.cmd.Start(); err != nil {
		return err
	}
	c.version, err = c.answer()
	return err
}

func (c *client) answer() (text string, err error) {
	line, err := c.out.ReadBytes('\n')
	if err != nil {
		return "", fmt.Errorf("the client's process ended: %w", err)
	}
	err = json.Unmarshal(line, &text)
	return text, err
}

func (c *client) close() {
	if c.cmd != nil && c.cmd.Process != nil {
		c.in.Close()
		c.cmd.Wait()
	}
	os.RemoveAll(c.dir)
}

// judge constructs the clients of a batch.
func (c *client) judge(_ string, cases []compare.Case) ([]compare.Verdict, error) {
	asked := make(chan error, 1)
	go func() {
		questions := json.NewEncoder(c.in)
		var err error
		for _, one := range cases {
			var settings [][2]string
			for _, s := range one.Settings {
				settings = append(settings, [2]string{s.Key, s.Value})
			}
			err = errors.Join(err, questions.Encode(map[string]any{"Kind": one.Kind, "Settings": settings}))
		}
		asked <- err
	}()
	verdicts := make([]compare.Verdict, len(cases))
	for i := range cases {
		why, err := c.answer()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", cases[i].File, err)
		}
		if why != "" {
			verdicts[i] = compare.Verdict{Fails: true, Why: []string{why}}
		}
	}
	return verdicts, <-asked
}
