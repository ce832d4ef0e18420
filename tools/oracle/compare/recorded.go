package compare

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// ReadRecorded returns the recorded answers of a file of JSON lines.
func ReadRecorded[A any](file string) ([]A, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var answers []A
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a A
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		answers = append(answers, a)
	}
	return answers, lines.Err()
}

// EncodeRecorded writes answers as JSON lines.
func EncodeRecorded[A any](answers []A) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for _, a := range answers {
		if err := encoder.Encode(a); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

// Settle writes the answers of some software to a file, or fails if they are not those that
// the file has, and says on standard output what it did.
func Settle[A any](file, software string, answers []A, record bool) error {
	out, err := EncodeRecorded(answers)
	if err != nil {
		return err
	}
	if record {
		if err := os.WriteFile(file, out, 0o644); err != nil {
			return err
		}
		fmt.Printf("recorded %d answers\n", len(answers))
		return nil
	}
	recorded, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(recorded, out) {
		return fmt.Errorf("%s: the answers of %s differ from the recorded ones", file, software)
	}
	fmt.Printf("%d answers of %s are as recorded\n", len(answers), software)
	return nil
}

// Ask gives texts to a program, each a line in base64, and returns the line that it answers
// to each.
func Ask(cmd *exec.Cmd, texts []string) ([]string, error) {
	var in bytes.Buffer
	for _, text := range texts {
		in.WriteString(base64.StdEncoding.EncodeToString([]byte(text)) + "\n")
	}
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmd.Path, err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(texts) {
		return nil, fmt.Errorf("%d texts, %d answers", len(texts), len(lines))
	}
	return lines, nil
}
