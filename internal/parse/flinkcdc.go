package parse

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
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

// cdcPipeline are what the block pipeline has beside the options in the catalog: functions
// and models are taken out of it before, and two options are not in a release yet.
var cdcPipeline = []string{"model", "sink.partitioning.strategy", "transform.decimal.precision.mode", "user-defined-function"}

// cdcEntries are the keys of the entries of lists, of all releases from 3.0 on.
var cdcEntries = map[string][]string{
	"route": {"source-table", "sink-table", "replace-symbol", "description"},
	"transform": {"source-table", "projection", "filter", "primary-keys", "partition-keys", "table-options", "table-options.delimiter",
		"description", "converter-after-transform"},
}

// cdcUnread notes what stands in a definition and is read by nobody: parts at its root, keys
// of routes and transforms, and in the block pipeline what is no option of it. A block or a
// list in the place of an option is refused.
func cdcUnread(c *model.Component, root *syntax.Node) {
	for _, e := range entries(root) {
		if isNoCDCPart(e) && !isPlaceholder(e.Key.Text) {
			putFact(c, "@cdc.part."+e.Key.Text, e.Key.Text, e.Key.Span)
		}
	}
	for _, list := range []string{"route", "transform"} {
		if root.Get(list).IsSeq() {
			cdcUnreadEntries(c, list, root.Get(list).Items)
		}
	}
	for _, part := range []string{"source", "sink"} {
		for _, e := range entries(root.Get(part)) {
			changes := part == "sink" && strings.HasSuffix(e.Key.Text, "clude.schema.changes")
			if (e.Value.IsMap() || e.Value.IsSeq() && !changes) && !isPlaceholder(e.Key.Text) {
				putFact(c, "@cdc.block."+part+"."+e.Key.Text, e.Key.Text, e.Key.Span)
			}
		}
	}
	for _, e := range entries(root.Get("pipeline")) {
		switch key := e.Key.Text; {
		case slices.Contains(cdcPipeline, key) || isPlaceholder(key):
		case e.Value.IsMap() || e.Value.IsSeq():
			putFact(c, "@cdc.block."+key, key, e.Key.Span)
		case catalog.Lookup(catalog.Flink, model.FlinkCDC, key) == nil:
			putFact(c, "@cdc.option."+key, key, e.Key.Span)
		}
	}
}

// maxCDCEntries is the number of routes or transforms that are looked at.
const maxCDCEntries = 1000

func cdcUnreadEntries(c *model.Component, list string, items []*syntax.Node) {
	for i, item := range items[:min(len(items), maxCDCEntries)] {
		for _, e := range entries(item) {
			if key := e.Key.Text; !slices.Contains(cdcEntries[list], key) && !isPlaceholder(key) {
				putFact(c, fmt.Sprintf("@cdc.entry.%s.%d.%s", list, i, key), key, e.Key.Span)
			}
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
