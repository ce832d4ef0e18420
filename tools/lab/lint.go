package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"slices"
)

// lint returns the ids of the rules that kcfglint reports on a folder, sorted.
func lint(kcfglint, folder string, s source) ([]string, error) {
	version := "--kafka-version"
	if s.software == flink {
		version = "--flink-version"
	}
	out, err := exec.Command(kcfglint, "lint", "--format", "json", "--fail-on", "never", version, s.release, folder).Output()
	if err != nil {
		return nil, fmt.Errorf("kcfglint lint %s: %w", folder, err)
	}
	var report struct {
		Findings []struct{ Rule string }
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return nil, err
	}
	ids := []string{}
	for _, f := range report.Findings {
		ids = append(ids, f.Rule)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}
