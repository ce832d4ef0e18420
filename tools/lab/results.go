package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// resultsFile keeps what was counted, so that some experiments can be run again and the
// page still has all.
const resultsFile = "results.json"

// results is what was counted, by the name of the experiment.
type results struct {
	Java   string           `json:"java"` // of the last run
	Counts map[string]sides `json:"counts"`
}

// sides is what was counted with the files of both folders.
type sides struct {
	Flagged counts `json:"flagged"`
	Mended  counts `json:"mended"`
}

func readResults() (r results, err error) {
	text, err := os.ReadFile(resultsFile)
	if err != nil {
		return results{}, err
	}
	return r, json.Unmarshal(text, &r)
}

func (r results) write() error {
	text, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(resultsFile, append(text, '\n'), 0o644)
}

// of returns the results of the experiments, in their order.
func (r results) of(all []experiment) ([]result, error) {
	var found []result
	for _, e := range all {
		counted, ok := r.Counts[e.name]
		if !ok {
			return nil, fmt.Errorf("no results of %s", e.name)
		}
		found = append(found, result{e, counted})
	}
	return found, nil
}

// add puts new results in the place of old ones and drops those of experiments that are
// no more.
func (r results) add(found []result) results {
	all := results{Java: r.Java, Counts: map[string]sides{}}
	for _, e := range experiments {
		if counted, ok := r.Counts[e.name]; ok {
			all.Counts[e.name] = counted
		}
	}
	for _, f := range found {
		all.Counts[f.name] = f.sides
	}
	return all
}
