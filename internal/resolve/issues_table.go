package resolve

import (
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
	return j.misspelt(names(catalog.Flink, model.FlinkTable))
}

// knownConnectors are the connectors of which the catalog has all options.
var knownConnectors = []string{"kafka", "upsert-kafka", "filesystem", "jdbc", "elasticsearch-6", "elasticsearch-7", "elasticsearch-8", "datagen", "print", "blackhole"}
