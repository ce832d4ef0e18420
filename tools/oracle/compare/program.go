package compare

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Program is a process with the real software. It answers every line of its input with a
// line of its output.
type Program struct {
	Dir string // its working directory
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// Start runs the command that prepare makes, in a directory of its own.
func Start(prepare func(dir string) (*exec.Cmd, error)) (*Program, error) {
	dir, err := os.MkdirTemp("", "program")
	if err != nil {
		return nil, err
	}
	p := &Program{Dir: dir}
	if err := p.start(prepare); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return p, nil
}

func (p *Program) start(prepare func(dir string) (*exec.Cmd, error)) (err error) {
	if p.cmd, err = prepare(p.Dir); err != nil {
		return err
	}
	p.cmd.Dir = p.Dir
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	p.out = bufio.NewReader(out)
	return p.cmd.Start()
}

// Close ends the process and removes its directory.
func (p *Program) Close() {
	p.in.Close()
	p.cmd.Wait()
	os.RemoveAll(p.Dir)
}

// Line reads the next line of the output.
func (p *Program) Line() (string, error) {
	line, err := p.out.ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("%s ended: %w", filepath.Base(p.cmd.Path), err)
	}
	return strings.TrimSuffix(line, "\n"), nil
}

// Judge puts a question for each case, a line of text, and reads the reasons why it fails
// from the answers: none if it starts.
func (p *Program) Judge(cases []Case, question func(Case) ([]byte, error), reasons func(answer string) ([]string, error)) ([]Verdict, error) {
	asked := make(chan error, 1)
	go func() {
		var err error
		for _, c := range cases {
			line, e := question(c)
			if e == nil {
				_, e = p.in.Write(append(line, '\n'))
			}
			err = errors.Join(err, e)
		}
		asked <- err
	}()
	verdicts := make([]Verdict, len(cases))
	for i, c := range cases {
		line, err := p.Line()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.File, err)
		}
		why, err := reasons(line)
		if err != nil {
			return nil, fmt.Errorf("%s: the answer %.200q: %w", c.File, line, err)
		}
		verdicts[i] = Verdict{Fails: len(why) > 0, Why: why}
	}
	return verdicts, <-asked
}

// Java compiles Oracle.java for the libraries of the pom.xml beside it, whose properties
// defines give, and returns the command that runs it.
func Java(dir string, defines []string, options ...string) (*exec.Cmd, error) {
	list := filepath.Join(dir, "classpath")
	args := append([]string{"-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath", "-Dmdep.outputFile=" + list}, defines...)
	if out, err := exec.Command("mvn", args...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("mvn: %w\n%s", err, out)
	}
	jars, err := os.ReadFile(list)
	if err != nil {
		return nil, err
	}
	classpath := strings.TrimSpace(string(jars))
	if out, err := exec.Command("javac", "-nowarn", "-cp", classpath, "-d", dir, "Oracle.java").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("javac: %w\n%s", err, out)
	}
	args = append([]string{"-Xmx512m", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + dir}, options...)
	cmd := exec.Command("java", append(args, "-cp", dir+string(os.PathListSeparator)+classpath, "Oracle")...)
	cmd.Stderr = os.Stderr
	return cmd, nil
}
