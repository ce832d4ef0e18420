package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// counts is what a scenario counted. Lost records were handed to the client and are
// nowhere at the end; of these, Told came back to the application with an error.
type counts struct {
	Sent       int `json:"sent"`
	Lost       int `json:"lost"`
	Told       int `json:"told"`
	Duplicated int `json:"duplicated"`
	Reordered  int `json:"reordered"`
	// Stalled records are still in their topic, before an application that does not go on.
	Stalled int `json:"stalled"`
}

// program is the compiled Java program for a release of the software.
type program struct{ classpath string }

// classpath returns the jars of a Maven project.
func classpath(ctx context.Context, project, list string, args ...string) (string, error) {
	args = append([]string{"-n", "5", "mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath", "-Dmdep.outputFile=" + list}, args...)
	mvn := exec.CommandContext(ctx, "nice", args...)
	mvn.Dir = project
	if out, err := mvn.CombinedOutput(); err != nil {
		return "", fmt.Errorf("mvn in %s: %w\n%s", project, err, out)
	}
	jars, err := os.ReadFile(list)
	return strings.TrimSpace(string(jars)), err
}

// compile compiles the Java program of a folder, with what all programs share, into dir.
func compile(ctx context.Context, s source, dir string) (*program, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	jars, err := classpath(ctx, string(s.software), filepath.Join(dir, "classpath"), s.args()...)
	if err != nil {
		return nil, err
	}
	var sources []string
	for _, folder := range []string{"common", string(s.software)} {
		found, err := filepath.Glob(filepath.Join(folder, "*.java"))
		if err != nil {
			return nil, err
		}
		sources = append(sources, found...)
	}
	javac := exec.CommandContext(ctx, "javac", append([]string{"-nowarn", "-Xlint:none", "-cp", jars, "-d", dir}, sources...)...)
	if out, err := javac.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("javac: %w\n%s", err, out)
	}
	return &program{dir + string(os.PathListSeparator) + jars}, nil
}

// run runs a scenario with the files of a folder. The program asks on its standard
// output for what is to happen to brokers ("kill 2"), is answered on its standard input
// ("ok", or what went wrong), and ends with "result" and its counts as JSON.
func (p *program) run(ctx context.Context, c *cluster, scenario, folder string) (result counts, err error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	work, err := os.MkdirTemp(c.dir, "run")
	if err != nil {
		return counts{}, err
	}
	defer os.RemoveAll(work)
	cmd := exec.CommandContext(ctx, "nice", "-n", "3", "java", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", p.classpath,
		"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dlab.bootstrap="+c.bootstrap(), "-Dlab.routes="+c.routes(), "-Dlab.work="+work, "lab.Main", scenario, folder)
	// With the programs that it starts itself.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.Dir, cmd.WaitDelay = work, 10*time.Second
	var words bytes.Buffer
	cmd.Stderr = &words
	in, err := cmd.StdinPipe()
	if err != nil {
		return counts{}, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return counts{}, err
	}
	if err := cmd.Start(); err != nil {
		return counts{}, err
	}
	text, asked := serve(ctx, c, in, out)
	err = cmd.Wait()
	switch {
	case ctx.Err() != nil:
		err = ctx.Err()
	case asked != nil:
		err = asked
	case err == nil && text == "":
		err = fmt.Errorf("no result")
	}
	if err != nil {
		return counts{}, fmt.Errorf("%s: %w\n%s", scenario, err, words.String())
	}
	return result, json.Unmarshal([]byte(text), &result)
}

// serve answers the program until it ends, and returns its result.
func serve(ctx context.Context, c *cluster, in io.WriteCloser, out io.Reader) (result string, err error) {
	defer in.Close()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		verb, rest, _ := strings.Cut(lines.Text(), " ")
		if verb == "result" {
			result = rest
			continue
		}
		id, err := strconv.Atoi(rest)
		if err != nil {
			return "", fmt.Errorf("the program said %.200q", lines.Text())
		}
		answer := "ok"
		if err := c.act(ctx, verb, id); err != nil {
			answer = strings.ReplaceAll(err.Error(), "\n", " ")
		}
		if _, err := fmt.Fprintln(in, answer); err != nil {
			return "", err
		}
	}
	return result, lines.Err()
}
