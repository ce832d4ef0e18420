package catalog

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// PipelineKind is the kind of which the options of a connector are that stands in a part of
// a pipeline of Flink CDC, "source" or "sink". The options of the block pipeline are those of
// model.FlinkCDC.
func PipelineKind(part, connector string) model.Kind {
	return model.Kind("flink-cdc-" + part + "@" + connector)
}

// PipelineConnectors returns the connectors of Flink CDC for a part of a pipeline of which the
// catalog has all options, sorted.
func PipelineConnectors(part string) []string {
	var names []string
	for s := range sections {
		if name, ok := strings.CutPrefix(string(s.kind), string(PipelineKind(part, ""))); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// PipelineOption returns an option of a part of a pipeline by the name that it has there, nil if
// neither the parser of definitions nor the connector takes it in any release. What a
// connector hands on behind a prefix, such as debezium., is text; behind the Kafka sink's
// properties. are the keys of the producer, and nil is what it does not have.
func PipelineOption(part, connector, name string) *Key {
	if k := direct(Flink, model.Kind("flink-cdc-"+part), name); k != nil { // YamlPipelineDefinitionParser
		return k
	}
	kind := PipelineKind(part, connector)
	if k := direct(Flink, kind, name); k != nil {
		return k
	}
	for i, c := range name {
		if c != '.' {
			continue
		}
		m := direct(Flink, kind, name[:i+1])
		if m != nil && connector == "kafka" && m.Name == "properties." {
			m = direct(model.ClientJava, model.Producer, name[i+1:])
		}
		if m != nil {
			return m.entry(name)
		}
	}
	return nil
}

// entry is a key that is handed on under another name, by what it is behind the prefix.
func (k *Key) entry(name string) *Key {
	c := *k
	c.Name, c.Aliases, c.names, c.replacement, c.facts = name, nil, nil, "", slices.Clone(k.facts)
	for i := range c.facts {
		f := &c.facts[i]
		f.text = ""
		if k.Of == model.OfFlinkCDC {
			f.checks = ""
		}
	}
	return &c
}

// RequiredThroughout reports whether every release that has the key requires it.
func (k *Key) RequiredThroughout() bool {
	return !slices.ContainsFunc(k.facts, func(f fact) bool { return !f.demands("required") })
}

// cdcReader is the release of Flink of which Flink CDC has its own copy of the readers of
// values (ConfigurationUtils and TimeUtils of flink-cdc-common).
var cdcReader = []int{1, 18}
