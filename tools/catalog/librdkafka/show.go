package main

import (
	"fmt"
	"regexp"
	"strings"
)

// property is a line of the table that librdkafka prints, in the words of the facts.
type property struct {
	name  string
	kinds []string
	typ   string
	// values are a range ("0..100") or the names of an enumeration ("none|gzip").
	values     string
	def        string
	deprecated bool
	// alias is the property of which this is another name.
	alias string
}

var (
	typeOf  = regexp.MustCompile(`\*Type: ([^*]+)\*`)
	aliasOf = regexp.MustCompile("Alias for `([^`]+)`")
)

// types by librdkafka's names; properties of another type are set by functions only.
var types = map[string]string{
	"integer": "int", "float": "double", "boolean": "boolean", "string": "string", "enum value": "enum",
	"CSV flags": "list", "pattern list": "list",
}

var kinds = map[string][]string{"*": {"producer", "consumer", "admin"}, "C": {"consumer"}, "P": {"producer"}}

// parse reads the table: name, C/P, range, default, importance, description. Of a property
// that is global and of topics, the global one counts, as in a configuration.
func parse(table string) (map[string]property, error) {
	found := map[string]property{}
	for line := range strings.Lines(table) {
		// "||" stands in a command that is a default.
		cells := strings.SplitN(strings.ReplaceAll(line, "||", "\x00"), "|", 6)
		if len(cells) < 6 || strings.HasPrefix(line, "Property") || strings.HasPrefix(line, "---") {
			continue
		}
		for i := range cells {
			cells[i] = strings.ReplaceAll(strings.TrimSpace(cells[i]), "\x00", "||")
		}
		m := typeOf.FindStringSubmatch(cells[5])
		if m == nil || kinds[cells[1]] == nil {
			return nil, fmt.Errorf("%q is not understood", line)
		}
		p := property{name: cells[0], kinds: kinds[cells[1]], typ: types[m[1]], def: cells[3],
			deprecated: strings.Contains(cells[5], "**DEPRECATED**")}
		if _, ok := found[p.name]; ok || p.typ == "" {
			continue
		}
		if alias := aliasOf.FindStringSubmatch(cells[5]); alias != nil {
			p.alias = alias[1]
		}
		switch {
		case p.typ == "boolean":
		case strings.Contains(cells[2], ".."):
			p.values = strings.ReplaceAll(cells[2], " ", "")
		default:
			p.values = strings.ReplaceAll(cells[2], ", ", "|")
		}
		found[p.name] = p
	}
	if len(found) < 100 {
		return nil, fmt.Errorf("only %d properties were found", len(found))
	}
	return found, nil
}
