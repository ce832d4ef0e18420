package main

import (
	"fmt"
	"slices"
	"strings"
)

// option is a ConfigOption of Flink.
type option struct {
	class string // that declares it, "" for one that a factory lists
	key   string
	typ   string // the class of its value
	list  bool
	// text is the default, an enum's by name; hasDefault: there is one.
	text       string
	hasDefault bool
	fallbacks  []string   // keys that count as well, ConfigOption.fallbackKeys; "key!" is deprecated
	constants  []constant // of an enum
	deprecated bool       // the field or its class has @Deprecated
}

// constant is one of an enum: its name and its text, which is what users write.
type constant struct{ name, text string }

// factory is what makes table connectors or formats.
type factory struct {
	identifier string // "kafka"
	makes      string // "connector", "format" or the class of another one
	options    []option
	required   map[string]bool // keys of options
}

// flinkOptions is what the options and factories of one release's jars say.
type flinkOptions struct {
	options   []option
	factories []*factory
}

// readFlink reads the lines that java/FlinkOptions.java prints. A class that could not be
// read is an error: what it says would be missing.
func readFlink(lines []byte) (*flinkOptions, error) {
	r := &flinkOptions{}
	factories := map[string]*factory{}
	for line := range strings.Lines(string(lines)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case f[0] == "option" && len(f) == 10:
			o := readOption(f[3:])
			o.class = f[1]
			r.options = append(r.options, o)
		case f[0] == "factory" && len(f) == 4:
			if id := f[2] + " " + f[1]; factories[id] == nil {
				factories[id] = &factory{identifier: f[1], makes: f[2], required: map[string]bool{}}
				r.factories = append(r.factories, factories[id])
			}
		case f[0] == "uses" && len(f) == 11:
			made := factories[f[2]+" "+f[1]]
			if made == nil {
				return nil, fmt.Errorf("options of a factory that is not there: %q", line)
			}
			made.add(readOption(f[4:]), f[3] == "required")
		case f[0] == "error" && len(f) == 3:
			return nil, fmt.Errorf("%s could not be read: %s", f[1], f[2])
		default:
			return nil, fmt.Errorf("cannot read %q", line)
		}
	}
	return r, nil
}

// readOption reads key, type, "list", default, fallback keys, constants, "deprecated".
func readOption(f []string) option {
	o := option{key: f[0], typ: f[1], list: f[2] == "list", deprecated: f[6] == "deprecated"}
	o.text, o.hasDefault = strings.CutPrefix(f[3], "=")
	if !o.hasDefault {
		o.text = ""
	}
	if f[4] != "" {
		o.fallbacks = strings.Split(f[4], ",")
	}
	if f[5] != "" {
		for c := range strings.SplitSeq(f[5], "|") {
			name, text, _ := strings.Cut(c, "=")
			o.constants = append(o.constants, constant{name, text})
		}
	}
	return o
}

// add keeps one option a key: several factories make one format (of rows and of files),
// and what one of them can do without is not required.
func (f *factory) add(o option, required bool) {
	known := slices.ContainsFunc(f.options, func(k option) bool { return k.key == o.key })
	if !known {
		f.options = append(f.options, o)
	}
	f.required[o.key] = required && (!known || f.required[o.key])
}
