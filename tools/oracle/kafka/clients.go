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
	"strings"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// clients is a JVM with the real clients of one release.
type clients struct {
	dir string // its working directory, with the files that configurations name
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func startClients(r release) (*clients, error) {
	dir, err := os.MkdirTemp("", "clients")
	if err != nil {
		return nil, err
	}
	c := &clients{dir: dir}
	if err := c.start(r); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

func (c *clients) start(r release) error {
	classpath, err := c.compile(r)
	if err != nil {
		return err
	}
	// The only hosts that resolve, so that no name is asked for anywhere.
	hosts := filepath.Join(c.dir, "hosts")
	if err := os.WriteFile(hosts, []byte("127.0.0.1 localhost\n::1 localhost\n"), 0o644); err != nil {
		return err
	}
	keytool := exec.Command("keytool", "-genkeypair", "-keyalg", "EC", "-dname", "CN=oracle", "-storetype", "PKCS12",
		"-keystore", "keystore.p12", "-storepass", "secret")
	keytool.Dir = c.dir
	if out, err := keytool.CombinedOutput(); err != nil {
		return fmt.Errorf("keytool: %w\n%s", err, out)
	}
	c.cmd = exec.Command("java", "-Xmx512m", "-XX:+UseSerialGC", "-Djdk.net.hosts.file="+hosts, "-Djava.io.tmpdir="+c.dir, "-cp", classpath, "Oracle")
	c.cmd.Dir, c.cmd.Stderr = c.dir, os.Stderr
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	c.out = bufio.NewReader(out)
	return c.cmd.Start()
}

// compile compiles the program against the release and returns the class path.
func (c *clients) compile(r release) (string, error) {
	list := filepath.Join(c.dir, "classpath")
	mvn := exec.Command("mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath",
		"-Dkafka.version="+r.clients, "-Dstreams.version="+r.streams, "-Dmdep.outputFile="+list)
	if out, err := mvn.CombinedOutput(); err != nil {
		return "", fmt.Errorf("mvn: %w\n%s", err, out)
	}
	jars, err := os.ReadFile(list)
	if err != nil {
		return "", err
	}
	classpath := strings.TrimSpace(string(jars))
	if out, err := exec.Command("javac", "-nowarn", "-cp", classpath, "-d", c.dir, "Oracle.java").CombinedOutput(); err != nil {
		return "", fmt.Errorf("javac: %w\n%s", err, out)
	}
	return c.dir + string(os.PathListSeparator) + classpath, nil
}

// close ends the JVM.
func (c *clients) close() {
	if c.in != nil {
		c.in.Close()
		c.cmd.Wait()
	}
	os.RemoveAll(c.dir)
}

// judge constructs the clients of a batch.
func (c *clients) judge(dir string, cases []compare.Case) ([]compare.Verdict, error) {
	asked := make(chan error, 1)
	go func() {
		questions := json.NewEncoder(c.in)
		var err error
		for _, one := range cases {
			err = errors.Join(err, questions.Encode(map[string]string{"kind": strings.TrimPrefix(one.Kind, real), "file": filepath.Join(dir, one.File)}))
		}
		asked <- err
	}()
	verdicts := make([]compare.Verdict, len(cases))
	for i := range cases {
		line, err := c.out.ReadBytes('\n')
		if err != nil {
			return nil, fmt.Errorf("java ended at %s: %w", cases[i].File, err)
		}
		if err := json.Unmarshal(line, &verdicts[i].Why); err != nil {
			return nil, fmt.Errorf("java said %.200q: %w", line, err)
		}
		verdicts[i].Fails = len(verdicts[i].Why) > 0
	}
	return verdicts, <-asked
}
