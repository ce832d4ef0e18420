package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// real stands before the kind of a client that is from a file of a collection.
const real = "real "

// component is what "kcfglint parse" says of a client.
type component struct {
	ID, Kind, Client, Dialect, Owner string
	Settings                         []struct {
		Key, Written, Value, State string
		Effective                  bool
		Secret                     *struct {
			Known, Empty bool
			Jaas         *struct{ Module string }
		}
		KeySpan struct {
			File  string
			Start struct{ Line int }
		}
	}
}

// place is a line of a file.
type place struct {
	file string
	line int
}

// said is what kcfglint says of a collection.
type said struct {
	byID    map[string][]finding
	byPlace map[place][]finding
}

// finding is one on whether a client starts, in the words of compare.Lint.
type finding struct {
	text  string
	fails bool // an error, or one that code or an assumed version lowers
}

// of returns what is said of a component: of itself, and at its settings. What several
// components of a file have in common is said of one of them.
func (s said) of(c *component) compare.Verdict {
	found := slices.Clone(s.byID[c.ID])
	for _, setting := range c.Settings {
		if setting.Effective {
			found = append(found, s.byPlace[place{setting.KeySpan.File, setting.KeySpan.Start.Line}]...)
		}
	}
	var v compare.Verdict
	for _, f := range found {
		v.Fails = v.Fails || f.fails
		v.Why = append(v.Why, f.text)
	}
	slices.Sort(v.Why)
	v.Why = slices.Compact(v.Why)
	return v
}

// collection returns the Java clients of a collection of real files as cases, and the
// judge that says what kcfglint makes of them where they stand. Hosts are replaced by
// this machine, secrets by others, and what the files do not say is left out. Of Spring's
// clients it is what Spring hands them. The clients of a Streams application are tried
// with it.
func collection(kcfglint, dir, version string, kinds []model.Kind) ([]compare.Case, compare.Judge, error) {
	out, err := exec.Command(kcfglint, "parse", dir).Output()
	if err != nil {
		return nil, nil, fmt.Errorf("kcfglint parse: %w", err)
	}
	var parsed struct{ Components []component }
	if err := json.Unmarshal(out, &parsed); err != nil {
		return nil, nil, err
	}
	number, err := catalog.ParseVersion(version)
	if err != nil {
		return nil, nil, err
	}
	var cases []compare.Case
	for _, c := range parsed.Components {
		if c.Client != model.ClientJava || c.Owner == model.OwnerStreams || !slices.Contains(kinds, model.Kind(c.Kind)) {
			continue
		}
		one := compare.Case{Kind: real + c.Kind, File: fmt.Sprintf("%05d.properties", len(cases)), Note: c.ID}
		for _, s := range c.Settings {
			if !s.Effective || s.State == "unknown" || s.State == "default" || strings.HasPrefix(s.Key, "@") {
				continue
			}
			value := stand(s.Key, s.Value)
			switch {
			case s.Secret == nil && c.Dialect == "spring" && !strings.HasSuffix(s.Written, s.Key):
				var ok bool
				if value, ok = bound(model.Kind(c.Kind), s.Key, value, number); !ok {
					continue
				}
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
	all, err := lint(kcfglint, dir, version)
	if err != nil {
		return nil, nil, err
	}
	verdicts := map[string]compare.Verdict{}
	for i := range parsed.Components {
		c := &parsed.Components[i]
		verdicts[c.ID] = all.of(c)
	}
	return cases, func(_ string, cases []compare.Case) ([]compare.Verdict, error) {
		found := make([]compare.Verdict, len(cases))
		for i, c := range cases {
			found[i] = verdicts[c.Note]
		}
		return found, nil
	}, nil
}

// bound returns the text of what Spring Boot makes of the value of one of its own
// properties, and false if it takes it as not written.
func bound(kind model.Kind, key, value string, version []int) (string, bool) {
	k := catalog.Lookup(model.ClientJava, kind, key)
	if k == nil {
		return value, true
	}
	v, err := k.ParseAt(value, model.Spring, version)
	switch {
	case errors.Is(err, catalog.ErrUnset):
		return "", false
	case err != nil:
		return value, true
	}
	return fmt.Sprint(v), true
}

var (
	// A port in capitals, as in localhost:KAFKA_PORT, is filled in later.
	address         = regexp.MustCompile(`[A-Za-z0-9._-]+:(\d+|[A-Z][A-Z0-9_]*)`)
	loginByPassword = regexp.MustCompile(`\.(Plain|Scram)LoginModule$`)
	url             = regexp.MustCompile(`^(https?)://[^/]*`)
)

// stand returns the value with this machine in place of other hosts.
func stand(key, value string) string {
	switch {
	case strings.HasSuffix(key, "bootstrap.servers"):
		return address.ReplaceAllStringFunc(value, func(a string) string {
			if _, port, _ := strings.Cut(a, ":"); port[0] <= '9' {
				return "127.0.0.1:" + port
			}
			return "127.0.0.1:9092"
		})
	case strings.HasSuffix(key, ".url"):
		return url.ReplaceAllString(value, "$1://127.0.0.1:1")
	}
	return value
}

// lint returns what kcfglint says of clients that may not start.
func lint(kcfglint, dir, version string) (said, error) {
	cmd := exec.Command(kcfglint, "lint", "--format", "json", "--fail-on", "never", "--no-ignore", "--kafka-version", version, dir)
	out, err := cmd.Output()
	if err != nil {
		return said{}, fmt.Errorf("kcfglint lint: %w", err)
	}
	var report struct {
		Findings []struct {
			Rule, Severity, Consequence, Lowered, Message, File string
			Line                                                int
			Component                                           struct{ ID string }
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return said{}, err
	}
	s := said{byID: map[string][]finding{}, byPlace: map[place][]finding{}}
	for _, f := range report.Findings {
		if f.Consequence == "startup-failure" {
			text := fmt.Sprintf("%s %s %s, %s, line %d: %s", f.Rule, f.Severity, f.Consequence, filepath.Base(f.File), f.Line, f.Message)
			one := finding{text, f.Severity == "error" || f.Lowered != ""}
			s.byID[f.Component.ID] = append(s.byID[f.Component.ID], one)
			s.byPlace[place{f.File, f.Line}] = append(s.byPlace[place{f.File, f.Line}], one)
		}
	}
	return s, nil
}
