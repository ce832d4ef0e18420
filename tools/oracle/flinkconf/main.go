// Command flinkconf records what Flink's GlobalConfiguration makes of flink-conf.yaml and
// config.yaml, and the images' start script of FLINK_PROPERTIES, or checks that the recorded answers still hold. It needs a JDK and Maven.
//
//	go run .                    compares the recorded answers with those of the real classes
//	go run . -write             records them
//	go run . -n 5000 -seed 2   compares kcfglint's readers with Flink on that many other files
//	go run . -corpus folder    and on those of a folder that Flink would find by their names
//	go run . -image folder     asks the start script of an image of Flink what it makes of FLINK_PROPERTIES, too:
//	                           docker-entrypoint.sh and the distribution, as flink, in that folder
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Answers is the recorded file of one reader.
type Answers struct {
	Flink []string `json:"flink"` // releases that were asked, all of one mind
	Cases []Case   `json:"cases"`
}

// Case is one file and what Flink makes of it.
type Case struct {
	Input   string            `json:"input"`
	Config  map[string]string `json:"config,omitempty"`
	Dropped []Drop            `json:"dropped,omitempty"`
	Refused bool              `json:"refused,omitempty"` // Flink does not start
}

// Drop is a line that is passed over with a warning.
type Drop struct {
	Line   int    `json:"line"`
	Reason string `json:"reason"`
}

// suite is a reader: the file it reads, the releases that have it, and where the answers are kept.
type suite struct {
	file     string
	releases []string
	record   string
	inputs   []string
	// prepare makes the configuration that Flink is to load for an input, in a folder; nil
	// writes the input to the file.
	prepare func(input, dir string) error
}

func main() {
	write := flag.Bool("write", false, "record the answers")
	n := flag.Int("n", 0, "files of each kind that are generated beside those whose answers are recorded")
	seed := flag.Uint64("seed", 1, "other files for another seed")
	corpus := flag.String("corpus", "", "a folder whose files are asked, too")
	image := flag.String("image", "", "a folder with docker-entrypoint.sh and the distribution that it starts")
	flag.Parse()
	var err error
	if *n > 0 || *corpus != "" {
		err = fresh(*n, *seed, *corpus)
	} else {
		err = run(*write, *image)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "flinkconf:", err)
		os.Exit(1)
	}
}

// root is where the readers and their tests are.
var root = filepath.Join("..", "..", "..", "internal", "parse")

func run(write bool, image string) error {
	suites := []suite{
		{file: "flink-conf.yaml", releases: []string{"1.17.2", "1.18.1", "1.20.1"},
			record: filepath.Join(root, "syntax", "testdata", "flinkconf", "answers.json"), inputs: slices.Concat(legacy, generatedLegacy(300, 1))},
		{file: "config.yaml", releases: []string{"1.20.1", "2.0.0", "2.2.0"},
			record: filepath.Join(root, "testdata", "flinkconfig", "answers.json"), inputs: slices.Concat(standard, generatedStandard(150, 2))},
	}
	if image != "" {
		suites = append(suites, suite{file: "config.yaml", releases: []string{"1.20.1"}, prepare: started(image),
			record: filepath.Join(root, "testdata", "flinkenv", "answers.json"), inputs: slices.Concat(environment, generatedEnvironment(60, 3))})
	}
	for _, s := range suites {
		answers, err := s.ask()
		if err != nil {
			return fmt.Errorf("%s: %w", s.file, err)
		}
		if write {
			err = s.write(answers)
		} else {
			err = s.check(answers)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", s.file, err)
		}
		fmt.Printf("%s: %d answers of Flink %s\n", s.file, len(answers.Cases), strings.Join(s.releases, ", "))
	}
	return nil
}

// ask lets every release answer and requires that they agree.
func (s suite) ask() (*Answers, error) {
	dir, err := os.MkdirTemp("", "flinkconf")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	cases := filepath.Join(dir, "cases")
	for i, input := range s.inputs {
		name := filepath.Join(cases, fmt.Sprintf("%05d", i))
		if err := os.MkdirAll(name, 0o755); err != nil {
			return nil, err
		}
		if s.prepare != nil {
			if err := s.prepare(input, name); err != nil {
				return nil, err
			}
		} else if err := os.WriteFile(filepath.Join(name, s.file), []byte(input), 0o644); err != nil {
			return nil, err
		}
	}
	var first []Case
	for _, release := range s.releases {
		out, err := java(release, dir, cases)
		if err != nil {
			return nil, err
		}
		got, err := s.parse(out)
		if err != nil {
			return nil, err
		}
		if first == nil {
			first = got
		}
		for i := range got {
			if !reflect.DeepEqual(got[i], first[i]) {
				return nil, fmt.Errorf("flink %s reads %q as %+v, flink %s as %+v", s.releases[0], got[i].Input, first[i], release, got[i])
			}
		}
	}
	if s.prepare != nil {
		first = differences(first)
	}
	return &Answers{s.releases, first}, nil
}

// java runs the oracle against one release and returns its output.
func java(release, dir, cases string) ([]byte, error) {
	classpath := filepath.Join(dir, release+".classpath")
	mvn := exec.Command("mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath",
		"-Dflink.version="+release, "-Dmdep.outputFile="+classpath)
	if out, err := mvn.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("mvn: %w\n%s", err, out)
	}
	jars, err := os.ReadFile(classpath)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("java", "-Dfile.encoding=UTF-8", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
		"-cp", string(bytes.TrimSpace(jars)), "Oracle.java", cases)
	cmd.Stderr = os.Stderr
	return cmd.Output()
}

// parse reads the oracle's output.
func (s suite) parse(out []byte) ([]Case, error) {
	var cases []Case
	scanner := bufio.NewScanner(bytes.NewReader(out))
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		fields := strings.Fields(scanner.Text())
		if len(fields) > 0 && fields[0] == "case" {
			if len(cases) == len(s.inputs) {
				return nil, errors.New("more answers than questions")
			}
			cases = append(cases, Case{Input: s.inputs[len(cases)]})
			continue
		}
		if err := cases[len(cases)-1].add(fields); err != nil {
			return nil, fmt.Errorf("%q: %w", scanner.Text(), err)
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, err
	}
	if len(cases) != len(s.inputs) {
		return nil, fmt.Errorf("%d answers to %d questions", len(cases), len(s.inputs))
	}
	return cases, nil
}

func (c *Case) add(fields []string) error {
	switch {
	case len(fields) == 1 && fields[0] == "refused":
		c.Refused = true
	case len(fields) == 3 && fields[0] == "k":
		key, err1 := decode(fields[1])
		value, err2 := decode(fields[2])
		if c.Config == nil {
			c.Config = make(map[string]string)
		}
		c.Config[key] = value
		return errors.Join(err1, err2)
	case len(fields) == 3 && fields[0] == "w":
		line, err := strconv.Atoi(fields[1])
		c.Dropped = append(c.Dropped, Drop{line, fields[2]})
		return err
	default:
		return errors.New("not understood")
	}
	return nil
}

func decode(field string) (string, error) {
	text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(field, "="))
	return string(text), err
}

// write records the answers, one case a line.
func (s suite) write(answers *Answers) error {
	var b bytes.Buffer
	releases, err := json.Marshal(answers.Flink)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "{\"flink\": %s,\n \"cases\": [\n", releases)
	for i, c := range answers.Cases {
		line, err := json.Marshal(c)
		if err != nil {
			return err
		}
		b.Write(line)
		if i+1 < len(answers.Cases) {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]}\n")
	if err := os.MkdirAll(filepath.Dir(s.record), 0o755); err != nil {
		return err
	}
	return os.WriteFile(s.record, b.Bytes(), 0o644)
}

// check compares the recorded answers with these.
func (s suite) check(answers *Answers) error {
	data, err := os.ReadFile(s.record)
	if err != nil {
		return err
	}
	var recorded Answers
	if err := json.Unmarshal(data, &recorded); err != nil {
		return err
	}
	if !slices.Equal(recorded.Flink, answers.Flink) || len(recorded.Cases) != len(answers.Cases) {
		return errors.New("recorded for other releases or inputs: run with -write")
	}
	for i, c := range answers.Cases {
		if !reflect.DeepEqual(recorded.Cases[i], c) {
			return fmt.Errorf("recorded %+v, Flink says %+v", recorded.Cases[i], c)
		}
	}
	return nil
}
