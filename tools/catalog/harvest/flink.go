package main

import (
	"regexp"
	"slices"
	"strings"
)

// configuration are the classes whose options are keys of a cluster's or a job's
// configuration; the rest belongs to tables, catalogs, hints or Flink's inner workings.
var configuration = regexp.MustCompile(`^org\.apache\.flink\.(` +
	`configuration|kubernetes\.configuration|yarn\.configuration|table\.api\.config|streaming\.api\.environment|` +
	`changelog\.fs|runtime\.highavailability|runtime\.shuffle|client\.cli|client\.deployment\.application|` +
	`contrib\.streaming\.state|state\.rocksdb|state\.forst|table\.gateway\.api\.config|table\.client\.config|` +
	`cep\.configuration|fs\.s3\.common|kubernetes\.operator|autoscaler|` +
	`python\.PythonOptions|runtime\.jobgraph\.SavepointConfigOptions|connector\.base\.source\.reader\.SourceReaderOptions)\b`)

// noConfiguration are options of query hints, which have no place in a configuration, and
// of Flink's inner workings.
var noConfiguration = regexp.MustCompile(`LookupJoinHintOptions|(MLPredict|VectorSearch)RuntimeConfigOptions|Internal`)

// undotted are the keys without a dot: elsewhere such a key follows a prefix that users
// choose (the name of a reporter).
var undotted = []string{"restart-strategy", "high-availability", "scheduler-mode", "external-resources"}

// isConfiguration reports whether an option is a key that users write as it is.
func (o *option) isConfiguration() bool {
	return configuration.MatchString(o.class) && !noConfiguration.MatchString(o.class) &&
		!strings.Contains(o.key, "<") && !strings.HasPrefix(o.key, "$") &&
		(strings.Contains(o.key, ".") || slices.Contains(undotted, o.key))
}

// interpretFlink observes the keys of configurations (kind flink-cluster) and what table
// factories take.
func interpretFlink(of string) func(lines []byte) ([]Observation, error) {
	return func(lines []byte) ([]Observation, error) {
		read, err := readFlink(lines)
		if err != nil {
			return nil, err
		}
		return append(configurationKeys(read.options, of), read.observeFactories(of)...), nil
	}
}

// interpretFactories observes what table factories take: a connector's options have the
// kind flink-table@<connector>, a format's flink-format@<format>, with the format's name
// in front of the key as it stands in a table.
func interpretFactories(of string) func(lines []byte) ([]Observation, error) {
	return func(lines []byte) ([]Observation, error) {
		read, err := readFlink(lines)
		if err != nil {
			return nil, err
		}
		return read.observeFactories(of), nil
	}
}

func (r *flinkOptions) observeFactories(of string) []Observation {
	var found []Observation
	for _, f := range r.factories {
		found = append(found, f.observe(of)...)
	}
	return found
}

// configurationKeys takes of several options with one key one that is not deprecated.
func configurationKeys(options []option, of string) []Observation {
	byKey := map[string]*option{}
	var keys []string
	for i := range options {
		o := &options[i]
		if !o.isConfiguration() {
			continue
		}
		known := byKey[o.key]
		if known == nil {
			keys = append(keys, o.key)
		}
		if known == nil || known.deprecated && !o.deprecated {
			byKey[o.key] = o
		}
	}
	var found []Observation
	for _, key := range keys {
		o := byKey[key]
		found = append(found, o.observe("flink-cluster", key, simpleName(o.class), of))
	}
	return found
}

func (o *option) observe(kind, key, source, of string) Observation {
	m := o.meaning(key)
	return Observation{Kind: kind, Key: key, Type: m.typ, Values: m.values, Default: m.text, Source: source, Of: of,
		Checks: m.checks, Deprecated: o.deprecated, Aliases: strings.Join(o.fallbacks, ";")}
}

// tableKinds are the kinds of what factories make.
var tableKinds = map[string]string{"connector": "flink-table@", "format": "flink-format@"}

func (f *factory) observe(of string) []Observation {
	kind := tableKinds[f.makes] + f.identifier
	if kind == f.identifier { // a factory of catalogs, modules, endpoints
		return nil
	}
	var found []Observation
	for _, o := range f.options {
		key := o.key
		switch {
		case strings.ContainsAny(key, "#<"): // a pattern: fields.#.kind of datagen
			continue
		case f.makes == "format":
			key = f.identifier + "." + key
			for i, k := range o.fallbacks {
				o.fallbacks[i] = f.identifier + "." + k
			}
		}
		seen := o.observe(kind, key, f.identifier+" factory", of)
		if f.required[o.key] {
			seen.Checks = strings.TrimPrefix(seen.Checks+";required", ";")
		}
		found = append(found, seen)
	}
	return found
}

// simpleName is the name of a class without its package.
func simpleName(class string) string { return class[strings.LastIndexByte(class, '.')+1:] }
