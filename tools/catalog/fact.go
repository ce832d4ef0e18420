package main

import (
	"fmt"
	"slices"
	"strings"
)

var (
	types = []string{"int", "long", "double", "boolean", "string", "list", "class", "password", "duration", "size", "enum"}
	units = []string{"", "ms", "s", "min", "h", "bytes", "kbytes"}
	// checks are the words of that column, and whether a number belongs to them.
	checks = map[string]bool{"required": false, "nonnull": false, "nonempty": false, "nodup": false, "nonemptyelements": false,
		"nonzero": false, "alone": false, "nocontrol": false, "single": false, "partitioner": false, "patterns": false, "consumer": false,
		"map": false, "maps": false, "maxlen": true, "maxsize": true}
)

// checkFact refuses a line that says what internal/catalog cannot take.
func checkFact(r row) error {
	switch {
	case r.get("client") == "" || r.get("kind") == "" || r.get("key") == "":
		return r.errorf("client, kind and key are needed")
	case !slices.Contains(types, r.get("type")):
		return r.errorf("unknown type %q", r.get("type"))
	case !slices.Contains(units, r.get("unit")):
		return r.errorf("unknown unit %q", r.get("unit"))
	case r.get("type") == "enum" && r.get("values") == "":
		return r.errorf("an enumeration without values")
	case strings.HasPrefix(r.get("default"), "("):
		return r.errorf("default %q is prose", r.get("default"))
	case r.get("deprecated") != "" && r.get("deprecated") != "yes":
		return r.errorf("deprecated is %q: want yes or nothing", r.get("deprecated"))
	}
	if err := checkChecks(r.get("checks")); err != nil {
		return r.errorf("%v", err)
	}
	return checkRange(r)
}

// checkChecks refuses words that internal/catalog does not know.
func checkChecks(text string) error {
	if text == "" {
		return nil
	}
	for word := range strings.SplitSeq(text, ";") {
		name, value, _ := strings.Cut(word, "=")
		if numeric, ok := checks[name]; !ok || numeric != (value != "") || numeric && strings.Trim(value, "0123456789") != "" {
			return fmt.Errorf("unknown check %q", word)
		}
	}
	return nil
}

func checkRange(r row) error {
	from, err := version(r.get("from"))
	if err != nil {
		return r.errorf("from: %v", err)
	}
	to, err := version(r.get("to"))
	if err != nil {
		return r.errorf("to: %v", err)
	}
	if from != nil && to != nil && before(to, from) {
		return r.errorf("ends at %s before it begins at %s", r.get("to"), r.get("from"))
	}
	return nil
}
