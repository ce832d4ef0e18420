package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// real stands before the kind of a client that is from a file of a collection.
const real = "real "

// component is what "kcfglint parse" says of a client.
type component struct {
	ID, Kind, Client, Dialect, Owner string
	Settings                         []struct {
		Key, Value, State string
		Effective         bool
		Secret            *struct {
			Known, Empty bool
			Jaas         *struct{ Module string }
		}
	}
}

// collection returns the Java clients of a collection of real files as cases, and the
// judge that says what kcfglint makes of them where they stand. Hosts are replaced by
// this machine, secrets by others, and what the files do not say is left out. Spring's
// clients are not among them, whose values Spring converts.
func collection(kcfglint, dir, version string, kinds []model.Kind) ([]compare.Case, compare.Judge, error) {
	out, err := exec.Command(kcfglint, "parse", dir).Output()
	if err != nil {
		return nil, nil, fmt.Errorf("kcfglint parse: %w", err)
	}
	var parsed struct{ Components []component }
	if err := json.Unmarshal(out, &parsed); err != nil {
		return nil, nil, err
	}
	var cases []compare.Case
	for _, c := range parsed.Components {
		if c.Client != model.ClientJava || c.Dialect == "spring" || c.Owner == model.OwnerStreams || !slices.Contains(kinds, model.Kind(c.Kind)) {
			continue
		}
		one := compare.Case{Kind: real + c.Kind, File: fmt.Sprintf("%05d.properties", len(cases)), Note: c.ID}
		for _, s := range c.Settings {
			if !s.Effective || s.State == "unknown" || s.State == "default" || strings.HasPrefix(s.Key, "@") {
				continue
			}
			value := stand(s.Key, s.Value)
			switch {
			case s.Secret == nil:
			case !s.Secret.Known:
				continue
			case s.Secret.Empty:
				value = ""
			case s.Secret.Jaas != nil && !loginByPassword.MatchString(s.Secret.Jaas.Module):
				continue // what else such a module has to be told is not known
			case s.Secret.Jaas != nil:
				value = s.Secret.Jaas.Module + ` required username="u" password="p";`
			default:
				value = "secret"
			}
			one.Settings = append(one.Settings, compare.Setting{Key: s.Key, Value: value})
		}
		one.Keep = len(one.Settings) // what kcfglint says is of the whole
		cases = append(cases, one)
	}
	judge, err := collected(kcfglint, dir, version)
	return cases, judge, err
}

var (
	address         = regexp.MustCompile(`[A-Za-z0-9._-]+(:\d+)`)
	loginByPassword = regexp.MustCompile(`\.(Plain|Scram)LoginModule$`)
	url             = regexp.MustCompile(`^(https?)://[^/]*`)
)

// stand returns the value with this machine in place of other hosts.
func stand(key, value string) string {
	switch {
	case strings.HasSuffix(key, "bootstrap.servers"):
		return address.ReplaceAllString(value, "127.0.0.1$1")
	case strings.HasSuffix(key, ".url"):
		return url.ReplaceAllString(value, "$1://127.0.0.1:1")
	}
	return value
}

// collected returns the judge that looks up what kcfglint says of components.
func collected(kcfglint, dir, version string) (compare.Judge, error) {
	cmd := exec.Command(kcfglint, "lint", "--format", "json", "--fail-on", "never", "--kafka-version", version, dir)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("kcfglint lint: %w", err)
	}
	var report struct {
		Findings []struct {
			Rule, Severity, Consequence, Message, File string
			Line                                       int
			Component                                  struct{ ID string }
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return nil, err
	}
	said := map[string][]string{}
	for _, f := range report.Findings {
		if f.Severity == "error" && f.Consequence == "startup-failure" {
			text := fmt.Sprintf("%s %s, line %d: %s", f.Rule, filepath.Base(f.File), f.Line, f.Message)
			said[f.Component.ID] = append(said[f.Component.ID], text)
		}
	}
	return func(_ string, cases []compare.Case) ([]compare.Verdict, error) {
		verdicts := make([]compare.Verdict, len(cases))
		for i, c := range cases {
			verdicts[i] = compare.Verdict{Fails: len(said[c.Note]) > 0, Why: said[c.Note]}
		}
		return verdicts, nil
	}, nil
}
