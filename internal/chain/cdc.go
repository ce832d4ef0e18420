package chain

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// pipeline adds the ways through a pipeline of Flink CDC: from each table that it reads to
// the topic or the table that its changes are written to.
func (g *graph) pipeline(c *model.Component) {
	from := external{kind: text(c, "source.type") + " table", system: hosts(text(c, "source.hostname"))}
	if text(c, "source.type") == "values" {
		from.none = true
	}
	tables := plainTables(text(c, "source.tables"))
	if len(tables) == 0 {
		tables = []string{""}
	}
	for _, table := range tables {
		n := g.add(c, Job)
		if source := from; !source.none {
			source.name = table
			lead(g.system(c, Outside, known(source)), n)
		}
		if strings.EqualFold(text(c, "sink.type"), "kafka") {
			g.write(n, c, topicsOf(c, table))
		} else if x := written(c, table); !x.none {
			lead(n, g.system(c, Target, x))
		}
	}
}

// plainTables are the tables of a list of names, none if one of them may be a pattern.
func plainTables(list string) []string {
	var tables []string
	for table := range strings.SplitSeq(list, ",") {
		if table = strings.TrimSpace(table); !plainTable.MatchString(table) || strings.Contains(table, `\`) {
			return nil
		}
		tables = append(tables, table)
	}
	return tables
}

// topicsOf is the topic of a table: the one of the sink, or the name of the table
// (PipelineKafkaRecordSerializationSchema), if that is known.
func topicsOf(c *model.Component, table string) []string {
	if c.Get("sink.tableId-to-topic.mapping") != nil {
		return nil
	}
	if s := c.Get("sink.topic"); s != nil {
		if topic := text(c, "sink.topic"); topic != "" {
			return []string{topic}
		}
		return nil
	}
	if table = kept(c, table); table != "" {
		return []string{table}
	}
	return nil
}

// kept is the name that a table of the source has at the sink, "" if that is not known:
// routes rename tables, and what is left of a name with three parts depends on the source.
func kept(c *model.Component, table string) string {
	if c.Get("@cdc.routed") != nil || strings.Count(table, ".") != 1 {
		return ""
	}
	return table
}

// written says what a sink other than Kafka writes the changes of a table to. The sinks that
// are named keep the name of the table, Elasticsearch as that of an index
// (ElasticsearchEventSerializer).
func written(c *model.Component, table string) external {
	table = kept(c, table)
	switch sink := strings.ToLower(text(c, "sink.type")); sink {
	case "values":
		return external{none: true}
	case "elasticsearch":
		if c.Get("sink.sharding.suffix.key") != nil {
			table = ""
		}
		return known(external{kind: "elasticsearch index", name: table, system: hosts(text(c, "sink.hosts"))})
	case "doris":
		return known(external{kind: "doris table", name: table, system: hosts(text(c, "sink.fenodes"))})
	case "starrocks":
		return known(external{kind: "starrocks table", name: table, system: hosts(text(c, "sink.load-url"))})
	case "paimon", "iceberg", "fluss":
		return known(external{kind: sink + " table", name: table})
	case "":
		return known(external{kind: "external system"})
	default:
		return known(external{kind: sink + " table"})
	}
}
