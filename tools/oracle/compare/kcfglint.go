package compare

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
)

// Lint returns the judge that runs the kcfglint binary with some arguments: a
// configuration will not start if and only if a finding is an error whose consequence is
// a startup failure.
func Lint(binary string, args ...string) Judge {
	return func(dir string, cases []Case) ([]Verdict, error) {
		cmd := exec.Command(binary, append([]string{"lint", "--format", "json", "--fail-on", "never", "--no-ignore"}, append(args, ".")...)...)
		cmd.Dir = dir
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("kcfglint: %w\n%s%.2000s", err, &stderr, out)
		}
		return read(out, cases)
	}
}

type report struct {
	Findings []struct {
		Rule, Severity, Consequence, Lowered, Message, File string
		Line                                                int
	}
	Files []struct {
		Path, Status, Reason string
		Components           int
	}
}

func read(out []byte, cases []Case) ([]Verdict, error) {
	var r report
	if err := json.Unmarshal(out, &r); err != nil {
		return nil, fmt.Errorf("kcfglint's report: %w", err)
	}
	byFile := make(map[string]*Verdict, len(cases))
	verdicts := make([]Verdict, len(cases))
	for i, c := range cases {
		verdicts[i].Void = "kcfglint does not recognise the file"
		byFile[c.File] = &verdicts[i]
	}
	for _, f := range r.Files {
		if v := byFile[f.Path]; v != nil && f.Status == "linted" && f.Components > 0 {
			v.Void = ""
		}
	}
	for _, f := range r.Findings {
		v := byFile[f.File]
		if v == nil {
			continue
		}
		v.Why = append(v.Why, fmt.Sprintf("%s %s %s, line %d: %s", f.Rule, f.Severity, f.Consequence, f.Line, f.Message))
		// A finding that code or an assumed version lowers says what happens with the file as it is,
		// and here nothing else sets anything.
		if f.Consequence == "startup-failure" && (f.Severity == "error" || f.Lowered != "") {
			v.Fails = true
			v.Why[0], v.Why[len(v.Why)-1] = v.Why[len(v.Why)-1], v.Why[0] // what decides first
		}
	}
	return verdicts, nil
}
