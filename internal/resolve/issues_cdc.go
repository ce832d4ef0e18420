package resolve

import (
	"iter"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// partOf cuts the key of an option of a pipeline of Flink CDC into the part in which it
// stands and its name there; ok is false for what stands in the block pipeline.
func partOf(key string) (part, name string, ok bool) {
	part, name, ok = strings.Cut(key, ".")
	return part, name, ok && (part == "source" || part == "sink")
}

// optionOf returns the part in which an option of a pipeline stands, with its connector, and the
// option's name there; ok is false for what stands in the block pipeline, whatever it is called.
func optionOf(c *model.Component, s *model.Setting) (part, connector, name string, ok bool) {
	if part, name, ok = partOf(s.Key); !ok || s.Written == s.Key {
		return "", "", "", false
	}
	connector, _ = c.Value(part + ".type")
	return part, connector, name, true
}

// pipelineOption returns the catalog's entry of an option of a pipeline.
func pipelineOption(c *model.Component, key string) *catalog.Key {
	part, name, ok := partOf(key)
	if s := c.Get(key); !ok || s != nil && s.Written == key {
		return catalog.Lookup(catalog.Flink, model.FlinkCDC, key)
	}
	connector, _ := c.Value(part + ".type")
	if !certainlyCDC(c) {
		connector = ""
	}
	return catalog.PipelineOption(part, connector, name)
}

// certainlyCDC reports whether a definition shows that Flink CDC reads it: other tools have
// a source and a sink of the same types, but neither tables nor a block of Flink CDC's.
func certainlyCDC(c *model.Component) bool {
	if source, _ := c.Value("source.type"); source == "values" || c.Get("source.tables") != nil || c.Get("@cdc.routed") != nil {
		return true
	}
	return slices.ContainsFunc(catalog.Keys(catalog.Flink, model.FlinkCDC), func(k *catalog.Key) bool {
		return k.Name != "name" && c.Get(k.Name) != nil
	})
}

// unknownToPipeline judges an option that no release of Flink CDC has: where the release is
// known, in any case, else if it shows what is meant by it.
func (j judged) unknownToPipeline() (Issue, bool) {
	part, connector, name, ok := optionOf(j.c, j.s)
	if !ok {
		return j.misspelt(names(catalog.Flink, model.FlinkCDC))
	}
	if rest, ok := producers(part, connector, name); ok {
		meant, ok := nearest(rest, names(model.ClientJava, model.Producer))
		return j.suggest("properties." + meant), ok && j.c.Get("sink.properties."+meant) == nil
	}
	if !optionsKnown(part, connector) || !certainlyCDC(j.c) || strings.ContainsAny(name, fillers) || j.foreign(part) && late(part, connector) {
		return Issue{}, false
	}
	issue := Issue{UnknownKey, j.refusal(part, connector)}
	if suggestion, ok := pipelineName(j.c, part, connector, name); ok {
		issue.Fields["suggestion"] = suggestion
		return issue, true
	}
	if j.assumed && !needless(part, connector, name) {
		return Issue{}, false
	}
	issue.Code, issue.Fields["connector"] = Unsupported, connector
	return issue, true
}

// optionsKnown reports whether the catalog has the options of a connector.
func optionsKnown(part, connector string) bool {
	return catalog.Keys(catalog.Flink, catalog.PipelineKind(part, connector)) != nil
}

// ofTables are options of Flink CDC's tables in SQL of which a pipeline has no need: tables
// says what they say, and snapshots are always incremental.
var ofTables = []string{"database-name", "schema-name", "table-name", "scan.incremental.snapshot.enabled"}

// needless reports whether an option is one of those.
func needless(part, connector, name string) bool {
	return slices.Contains(ofTables, name) && !late(part, connector)
}

// late reports whether a connector came to Flink CDC after others may have written one of the
// same name. Forks of the earlier ones have more options, and require and name those of
// Flink CDC as it does.
func late(part, connector string) bool {
	return catalog.Compare(connectorSince(part, connector), checkedSince) > 0
}

// foreign reports whether a connector in a part is a fork or somebody else's, as far as that
// is to be seen.
func (j judged) foreign(part string) bool { return j.assumed && j.c.Get("@cdc.foreign."+part) != nil }

// readsPipelineValue reports whether a value that is wrong is refused when a pipeline starts:
// the sink for OceanBase reads its own only where it writes.
func (j judged) readsPipelineValue() bool {
	part, connector, _, ok := optionOf(j.c, j.s)
	return !ok || !j.foreign(part) && connector != "oceanbase"
}

// producers cuts off what stands before the keys of the producer that the Kafka sink makes.
func producers(part, connector, name string) (key string, ok bool) {
	key, ok = strings.CutPrefix(name, "properties.")
	return key, ok && part == "sink" && connector == "kafka"
}

// pipelineName finds the option that is meant, if it is not set, too.
func pipelineName(c *model.Component, part, connector, name string) (string, bool) {
	suggestion, ok := nearest(name, optionsIn(part, connector))
	if !ok {
		suggestion, ok = beginning(c, part, connector, name)
	}
	if !ok {
		suggestion, ok = behindPrefix(part, connector, name)
	}
	if !ok && slices.Contains(ofTables[:3], name) {
		suggestion, ok = "tables", catalog.PipelineOption(part, connector, "tables") != nil
		if name == "database-name" && catalog.PipelineOption(part, connector, "database") != nil {
			suggestion = "database"
		}
	}
	if !ok && part == "sink" && connector == "kafka" {
		if suggestion = name; catalog.Lookup(model.ClientJava, model.Producer, name) == nil {
			suggestion, ok = nearest(name, names(model.ClientJava, model.Producer))
		}
		suggestion, ok = "properties."+suggestion, ok || suggestion == name
	}
	return suggestion, ok && c.Get(part+"."+suggestion) == nil
}

// beginning finds the option that a connector requires of which only the beginning is written, as
// in host for hostname.
func beginning(c *model.Component, part, connector, name string) (option string, ok bool) {
	for _, k := range catalog.Keys(catalog.Flink, catalog.PipelineKind(part, connector)) {
		if len(name) > 3 && strings.HasPrefix(k.Name, name) && k.Required(nil) && c.Get(part+"."+k.Name) == nil {
			return k.Name, true
		}
	}
	return "", false
}

// behindPrefix finds the option of which what stands before it is left out, as in warehouse for
// catalog.properties.warehouse.
func behindPrefix(part, connector, name string) (option string, ok bool) {
	options := slices.Collect(optionsIn(part, connector))
	for _, k := range catalog.Keys(catalog.Flink, catalog.PipelineKind(part, connector)) {
		if strings.HasSuffix(k.Name, ".") && slices.Contains(options, k.Name+name) {
			return k.Name + name, true
		}
	}
	return "", false
}

// optionsIn yields the names of the options that a part may have.
func optionsIn(part, connector string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, kind := range []model.Kind{model.Kind("flink-cdc-" + part), catalog.PipelineKind(part, connector)} {
			for _, k := range catalog.Keys(catalog.Flink, kind) {
				if !strings.HasSuffix(k.Name, ".") && !yield(k.Name) {
					return
				}
			}
		}
	}
}

// checkedSince is the first release of Flink CDC whose connectors refuse what they do not know
// (FactoryHelper.validate and validateExcept); before, it is passed over.
var checkedSince = []int{3, 2}

// unchecked are the connectors that pass over it in all releases: their factories do not
// validate what they are given.
var unchecked = []string{"maxcompute", "oceanbase"}

// refusal says whether Flink CDC stops at an option that the connector does not have: if its
// version is not known, since when, unless the connector came later.
func (j judged) refusal(part, connector string) map[string]any {
	switch {
	case slices.Contains(unchecked, connector):
		return map[string]any{"refused": false}
	case catalog.Compare(connectorSince(part, connector), checkedSince) >= 0:
		return map[string]any{"refused": true}
	case j.assumed:
		return map[string]any{"refused": true, "since": catalog.Format(checkedSince)}
	}
	return map[string]any{"refused": catalog.Within(j.version, checkedSince, nil)}
}

// connectorSince returns the first release of Flink CDC that brings a connector, nil if all do.
func connectorSince(part, connector string) []int {
	var first []int
	for _, k := range catalog.Keys(catalog.Flink, catalog.PipelineKind(part, connector)) {
		since := k.Since()
		if since == nil {
			return nil
		}
		if first == nil || catalog.Compare(since, first) < 0 {
			first = since
		}
	}
	return first
}

// beforeConnector reports whether an option stands in a part whose connector came with a later
// release than runs here: it is one of somebody else's.
func (j judged) beforeConnector() bool {
	part, connector, _, ok := optionOf(j.c, j.s)
	if !ok || j.assumed {
		return false
	}
	since := connectorSince(part, connector)
	return since != nil && !catalog.Within(j.version, since, nil)
}

// refusedByPipeline is refused of an option of a pipeline: the block pipeline takes any.
func (j judged) refusedByPipeline() bool {
	part, connector, name, ok := optionOf(j.c, j.s)
	if !ok {
		return false
	}
	if _, ok := producers(part, connector, name); ok {
		return false
	}
	refused, _ := j.refusal(part, connector)["refused"].(bool)
	return refused
}
