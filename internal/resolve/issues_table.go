package resolve

import (
	"iter"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// unknownToTable judges an option of a Flink table that the catalog does not have. Flink
// refuses what neither the connector nor its formats read (FactoryUtil.validateUnconsumedKeys).
func (j judged) unknownToTable() (Issue, bool) {
	key := j.s.Key
	if rest, ok := strings.CutPrefix(key, "properties."); ok {
		name, ok := nearest(rest, names(model.ClientJava, model.Consumer, model.Producer))
		if !ok || j.c.Get("properties."+name) != nil {
			return Issue{}, false
		}
		return j.suggest("properties." + name), true
	}
	connector, _ := j.c.Value("connector")
	if !slices.Contains(knownConnectors, connector) || handedToDebezium(connector, key) {
		return Issue{}, false
	}
	if strings.Contains(connector, "kafka") && strings.Contains(key, ".") &&
		(catalog.Lookup(model.ClientJava, model.Consumer, key) != nil || catalog.Lookup(model.ClientJava, model.Producer, key) != nil) {
		return j.suggest("properties." + key), true
	}
	return j.misspelt(optionsOf(connector))
}

// unsupported judges an option of a Flink table that its connector and the formats that it
// names do not read, though others or other versions may: Flink refuses the table.
func (j judged) unsupported(all Versions) (Issue, bool) {
	connector, _ := j.c.Value("connector")
	factory := catalog.TableConnector(connector)
	if j.c.Kind != model.FlinkTable || factory == nil || j.c.Complete != model.Full || !slices.Contains(judgedConnectors, connector) {
		return Issue{}, false
	}
	option := j.s.Written
	switch {
	case option == "connector" || option == "property-version", strings.HasPrefix(option, "properties."),
		strings.HasPrefix(option, "scan.watermark."), j.s.State != model.Explicit:
		return Issue{}, false // FactoryUtil takes them of every table, validateExcept of every Kafka table
	}
	version := knownVersion(all, factory.Of)
	if factory.Has(option, version) {
		return Issue{}, false
	}
	formats, ok := j.formats(connector)
	if !ok {
		return Issue{}, false
	}
	for _, f := range formats {
		if rest, ok := strings.CutPrefix(option, f.prefix); ok {
			format := catalog.TableFormat(f.name)
			if format == nil || format.Has(f.name+"."+rest, knownVersion(all, format.Of)) {
				return Issue{}, false
			}
		}
	}
	if version == nil && j.entry == nil {
		return Issue{}, false // a fork of the connector may have it
	}
	fields := map[string]any{"connector": connector}
	if name, ok := nearest(option, optionsOf(connector)); ok && name != option {
		fields["suggestion"] = name
	}
	return Issue{Unsupported, fields}, true
}

// judgedConnectors are those that read none but the options that they name and those under
// properties; others take what begins with the name of a format or a column.
var judgedConnectors = []string{"kafka", "upsert-kafka"}

// knownVersion is the version of a piece of software, nil if it is not known.
func knownVersion(all Versions, of string) []int {
	if v := all[of]; !v.Assumed {
		return v.Number
	}
	return nil
}

// tableFormat is a format of a table and what its options begin with there.
type tableFormat struct{ name, prefix string }

// formats are those that a table names (FactoryUtil.formatPrefix); ok is false if one of
// them is not known.
func (j judged) formats(connector string) (formats []tableFormat, ok bool) {
	options := []struct{ option, prefix string }{{"key.format", "key."}, {"value.format", "value."}}
	if connector == "kafka" {
		options = append(options, struct{ option, prefix string }{"format", ""})
	}
	for _, o := range options {
		switch s := j.c.Get(o.option); {
		case s == nil:
		case s.State == model.Unknown:
			return nil, false
		default:
			formats = append(formats, tableFormat{s.Value, o.prefix + s.Value + "."})
		}
	}
	return formats, true
}

// optionsOf yields the names of the options that a table of a connector may have: its own,
// those of formats, and those of which it is not known whose they are.
func optionsOf(connector string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, k := range catalog.Keys(catalog.Flink, model.FlinkTable) {
			if slices.ContainsFunc(k.Scope, isConnector) && !slices.Contains(k.Scope, connector) {
				continue
			}
			for _, name := range append([]string{k.Name}, k.Aliases...) {
				if !yield(name) {
					return
				}
			}
		}
	}
}

func isConnector(name string) bool { return slices.Contains(knownConnectors, name) }

// knownConnectors are the connectors of which the catalog has all options.
var knownConnectors = []string{"kafka", "upsert-kafka", "filesystem", "jdbc", "elasticsearch-6", "elasticsearch-7", "elasticsearch-8", "datagen", "print", "blackhole",
	"mysql-cdc", "postgres-cdc", "mongodb-cdc", "oracle-cdc", "sqlserver-cdc", "db2-cdc", "oceanbase-cdc"}

// handedToDebezium reports whether a table of Flink CDC hands an option on as it is
// (DebeziumOptions.DEBEZIUM_OPTIONS_PREFIX and JdbcUrlUtils.PROPERTIES_PREFIX).
func handedToDebezium(connector, key string) bool {
	return strings.HasSuffix(connector, "-cdc") && (strings.HasPrefix(key, "debezium.") || strings.HasPrefix(key, "jdbc.properties."))
}
