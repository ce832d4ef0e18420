package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// action is the composite action with what a runner knows.
type action struct {
	t      *testing.T
	root   *syntax.Node
	inputs map[string]string
	dir    string // the workspace
	temp   string
	output string
}

var expression = regexp.MustCompile(`\$\{\{\s*([\w.\-]+)\s*\}\}`)

// expand replaces the expressions that the action uses.
func (a *action) expand(text string) string {
	return expression.ReplaceAllStringFunc(text, func(m string) string {
		name := expression.FindStringSubmatch(m)[1]
		if input, ok := strings.CutPrefix(name, "inputs."); ok {
			declared := a.root.At("inputs", input)
			if declared == nil {
				a.t.Fatalf("the action uses the input %s, which it does not declare", input)
			}
			if value, ok := a.inputs[input]; ok {
				return value
			}
			return declared.Get("default").Str()
		}
		if name == "github.action_path" {
			path, err := filepath.Abs("../..")
			if err != nil {
				a.t.Fatal(err)
			}
			return path
		}
		a.t.Fatalf("the action uses the unknown expression %s", m)
		return ""
	})
}

// run runs every step that has a script and returns the standard output and exit code of
// the last one.
func (a *action) run() (stdout string, code int) {
	for _, step := range a.root.At("runs", "steps").Items {
		script := step.Get("run")
		if script == nil {
			continue
		}
		if code != 0 {
			a.t.Fatalf("a step fails before the last one:\n%s", stdout)
		}
		if step.Get("shell").Str() != "bash" {
			a.t.Fatalf("step %s has no shell", step.Get("id").Str())
		}
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script.Text)
		cmd.Dir = a.dir
		cmd.Env = append(os.Environ(), "GITHUB_ACTIONS=true", "RUNNER_TEMP="+a.temp, "GITHUB_WORKSPACE="+a.dir,
			"GITHUB_OUTPUT="+a.output, "GITHUB_STEP_SUMMARY="+filepath.Join(a.temp, "summary.md"))
		for _, e := range step.Get("env").Entries {
			cmd.Env = append(cmd.Env, e.Key.Text+"="+a.expand(e.Value.Text))
		}
		var out, err bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &err
		code = 0
		if e := cmd.Run(); e != nil {
			var exit *exec.ExitError
			if !errors.As(e, &exit) {
				a.t.Fatal(e)
			}
			code = exit.ExitCode()
		}
		stdout = out.String()
		if step.Get("id").Str() == "build" && code != 0 {
			a.t.Fatalf("the build fails: %s", err.String())
		}
	}
	return stdout, code
}

func newAction(t *testing.T, inputs map[string]string, files map[string]string) *action {
	t.Helper()
	text, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	docs, errs := syntax.ParseYAML(syntax.NewSource(syntax.NewFile("action.yml", string(text))))
	if len(errs) > 0 || len(docs) != 1 {
		t.Fatal(errs)
	}
	a := &action{t: t, root: docs[0].Root, inputs: inputs, dir: t.TempDir(), temp: t.TempDir()}
	a.output = filepath.Join(a.temp, "output")
	for name, text := range files {
		file := filepath.Join(a.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

// command is a workflow command as the runner reads it.
var command = regexp.MustCompile(`^::(error|warning|notice) ([^:]*(?:::)?[^:]*)::(.*)$`)

func TestAction(t *testing.T) {
	a := newAction(t, map[string]string{"sarif-file": "out.sarif", "args": "--kafka-version 3.9"}, map[string]string{
		".git/HEAD":                  "ref: refs/heads/main\n",
		"conf/producer.properties":   "bootstrap.servers=kafka-1.example.org:9093\nsecurity.protocol=SSL\nacks=1\n",
		"conf/consumer.properties":   "bootstrap.servers=kafka-1.example.org:9093\nsecurity.protocol=SSL\ngroup.id=g\nauto.offset.reset=latest\n",
		"conf/unrelated/config.yaml": "colour: blue\n",
	})
	stdout, code := a.run()
	if code != 1 {
		t.Fatalf("exit code %d on a risky producer:\n%s", code, stdout)
	}
	var errorsSeen, warnings int
	for line := range strings.Lines(stdout) {
		m := command.FindStringSubmatch(strings.TrimRight(line, "\n"))
		if m == nil {
			if strings.HasPrefix(line, "::") {
				t.Errorf("not a workflow command: %q", line)
			}
			continue
		}
		properties := make(map[string]string)
		for _, p := range strings.Split(m[2], ",") {
			name, value, _ := strings.Cut(p, "=")
			properties[name] = value
		}
		switch {
		case m[1] == "error" && properties["file"] == "conf/producer.properties" && properties["line"] == "3" && properties["col"] == "6":
			errorsSeen++
		case m[1] == "warning" && properties["file"] == "conf/consumer.properties" && properties["line"] == "4":
			warnings++
		}
		if m[3] == "" {
			t.Errorf("no message: %q", line)
		}
	}
	if errorsSeen == 0 || warnings == 0 {
		t.Errorf("%d errors and %d warnings are annotated at their lines:\n%s", errorsSeen, warnings, stdout)
	}
	summary, err := os.ReadFile(filepath.Join(a.temp, "summary.md"))
	if err != nil || !strings.Contains(string(summary), "| ") || !strings.Contains(string(summary), "KP002") {
		t.Errorf("the step summary: %v\n%s", err, summary)
	}
	output, err := os.ReadFile(a.output)
	if err != nil || !strings.Contains(string(output), "exit-code=1\n") {
		t.Errorf("the outputs: %v %q", err, output)
	}
	var sarif struct {
		Version string
		Runs    []struct{ Results []json.RawMessage }
	}
	text, err := os.ReadFile(filepath.Join(a.dir, "out.sarif"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &sarif); err != nil || sarif.Version != "2.1.0" || len(sarif.Runs) != 1 || len(sarif.Runs[0].Results) < 2 {
		t.Errorf("the SARIF file: %v\n%.400s", err, text)
	}
}

func TestActionOnSoundFiles(t *testing.T) {
	a := newAction(t, map[string]string{"paths": "conf\nother", "working-directory": "sub"}, map[string]string{
		"sub/conf/producer.properties": "bootstrap.servers=kafka-1.example.org:9093\nsecurity.protocol=SSL\nacks=all\n",
		"sub/other/notes.md":           "nothing of ours\n",
	})
	if stdout, code := a.run(); code != 0 || strings.Contains(stdout, "::error") {
		t.Errorf("exit code %d on a sound producer:\n%s", code, stdout)
	}
}
