package parse

import (
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// flinkCDCDialect reads pipelines of Flink CDC: one component with the options of pipeline
// by their own names, and those of source and sink behind "source." and "sink.".
var flinkCDCDialect = Dialect{
	Name:     "flink-cdc",
	Grammars: []Grammar{YAML},
	Words:    []string{"sink:"},
	Match:    func(d *Document) bool { return isFlinkCDC(d.Root) },
	Read:     readFlinkCDC,
}

// cdcParts are the only keys that a definition has at its root
// (YamlPipelineDefinitionParser).
var cdcParts = []string{"source", "sink", "route", "transform", "pipeline"}

// cdcConnectors are types of sources and sinks that Flink CDC has.
var cdcConnectors = []string{
	"db2", "doris", "elasticsearch", "fluss", "hudi", "iceberg", "kafka", "maxcompute", "mongodb", "mysql", "oceanbase", "oracle",
	"paimon", "postgres", "sqlserver", "starrocks", "tidb", "values", "vitess",
}

// isFlinkCDC reports whether a document defines a pipeline. As other tools have a source
// and a sink as well, it must hold more that is Flink CDC's: a list of routes or transforms,
// or connectors that it has. With a part that it does not have it must hold a pipeline, too.
func isFlinkCDC(root *syntax.Node) bool {
	source, sink := root.At("source", "type"), root.At("sink", "type")
	if !isSet(source) || !isSet(sink) {
		return false
	}
	ours := func(n *syntax.Node) bool { return slices.Contains(cdcConnectors, strings.ToLower(n.Text)) }
	known := ours(source) && ours(sink)
	if slices.ContainsFunc(entries(root), isNoCDCPart) {
		return known && root.Get("pipeline").IsMap()
	}
	return known || root.Get("route").IsSeq() || root.Get("transform").IsSeq()
}

func isNoCDCPart(e *syntax.Entry) bool { return !slices.Contains(cdcParts, e.Key.Text) }

func readFlinkCDC(d *Document, out *Output) {
	pipeline := d.Root.Get("pipeline")
	name, span := path.Base(d.Name), d.Root.Entry("source").Key.Span
	name = strings.TrimSuffix(name, path.Ext(name))
	if e := d.Root.Entry("pipeline"); e != nil {
		span = e.Key.Span
	}
	if n := pipeline.Get("name"); isSet(n) && !isPlaceholder(n.Text) {
		name = n.Text
	}
	c := out.Component(model.FlinkCDC, "pipeline", name, span)
	for _, part := range []string{"source", "sink"} {
		cdcOptions(c, d.Root.Get(part), part+".")
	}
	cdcOptions(c, pipeline, "")
	if e := d.Root.Entry("route"); e != nil && e.Value.IsSeq() {
		putFact(c, "@cdc.routed", "true", e.Key.Span)
	}
	if servers := d.Root.At("sink", "properties.bootstrap.servers"); isSet(servers) {
		c.Links.Cluster = clusterName(servers.Text)
	}
	cdcUnread(c, d.Root)
}

// cdcPipeline are the options of the block pipeline in all releases from 3.0 on
// (PipelineOptions); functions and models are taken out of it before.
var cdcPipeline = []string{
	"execution.runtime-mode", "local-time-zone", "model", "name", "operator.uid.prefix", "parallelism", "route-mode",
	"schema-operator.rpc-timeout", "schema.change.behavior", "schema.operator.uid", "sink.partitioning.strategy",
	"transform.decimal.precision.mode", "user-defined-function",
}

// cdcUnread notes what stands in a definition and is read by nobody: parts at its root, and
// in the block pipeline what is no option of it. A block there is refused.
func cdcUnread(c *model.Component, root *syntax.Node) {
	for _, e := range entries(root) {
		if isNoCDCPart(e) && !isPlaceholder(e.Key.Text) {
			putFact(c, "@cdc.part."+e.Key.Text, e.Key.Text, e.Key.Span)
		}
	}
	for _, e := range entries(root.Get("pipeline")) {
		switch key := e.Key.Text; {
		case slices.Contains(cdcPipeline, key) || isPlaceholder(key):
		case e.Value.IsMap():
			putFact(c, "@cdc.block."+key, key, e.Key.Span)
		default:
			putFact(c, "@cdc.option."+key, key, e.Key.Span)
		}
	}
}

// cdcOptions puts the options of a part into a pipeline. A list, as that of the changes to
// a schema which a sink takes, is one text with commas.
func cdcOptions(c *model.Component, part *syntax.Node, prefix string) {
	for _, e := range entries(part) {
		value := e.Value.Str()
		switch {
		case e.Value.IsSeq():
			var words []string
			for _, n := range e.Value.Items {
				if isSet(n) {
					words = append(words, n.Text)
				}
			}
			if len(words) == 0 || len(words) < len(e.Value.Items) {
				continue
			}
			value = strings.Join(words, ",")
		case !isSet(e.Value):
			continue
		}
		if strings.HasPrefix(e.Key.Text, "@") {
			continue
		}
		put(c, model.Setting{
			Key: prefix + e.Key.Text, Written: e.Key.Text, Value: value, KeySpan: e.Key.Span, ValueSpan: e.Value.Span, Notation: model.Flink,
		})
	}
}
