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
	if !slices.Contains(knownConnectors, connector) {
		return Issue{}, false
	}
	if strings.Contains(connector, "kafka") && strings.Contains(key, ".") &&
		(catalog.Lookup(model.ClientJava, model.Consumer, key) != nil || catalog.Lookup(model.ClientJava, model.Producer, key) != nil) {
		return j.suggest("properties." + key), true
	}
	return j.misspelt(optionsOf(connector))
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
var knownConnectors = []string{"kafka", "upsert-kafka", "filesystem", "jdbc", "elasticsearch-6", "elasticsearch-7", "elasticsearch-8", "datagen", "print", "blackhole"}
