// Command catalog writes the data of internal/catalog from facts files.
//
//	go -C tools/catalog run . -facts facts -out ../../internal/catalog/data
//
// The facts are tables (CSV with a header line) in one folder:
//
//	<client>[-<kind>].csv  client, kind, key, type, unit, values, default, from, to, source, of, checks, deprecated, scope
//	aliases.csv            client, kind, key, alias, from, to, source
//	owners.csv             owner, kind, key, value, how, when, from, to, source
//	releases.csv           of, client, oldest, newest, minors, source
//	successors.csv         client, kind, key, successor, source
//	brings.csv             artifact, from, to, brings, version, source
//	units.csv              client, kind, key, unit, source: where the key's name does not show it
//	synonyms.csv           client, kind, key, value, canonical, source
//	effective.csv          client, kind, key, default, source: what counts where a declaration has no default
//
// Files of the first form in the folder generated below it come from the jars (see
// harvest); for the versions that a line written by hand speaks of, that line wins. The
// options of Flink become one key for all names that Flink itself takes for the same, and
// those of its connectors and formats (kind flink-table@kafka, flink-format@json) keys of
// its tables; "scope" are the connectors and formats that have such a key, joined with ";".
//
// One line of a keys table says what holds for a key in a range of versions, both ends
// included, an empty end open; "kind" may be a list joined with "+". An empty default is
// no default. "of" says on whose version the line depends where it is not that of the
// kind. "checks" are what the software's own validator demands besides type, values and
// range, words joined with ";"; "deprecated" is "yes" where the software marks the key
// so. A successor replaces a key that is removed or deprecated; an empty one says that
// nothing does. An alias that is the key itself says since when the key has that name.
// What an artifact brings is the version of another one that it manages or bundles, such
// as that of kafka-clients by that of spring-boot. The output depends on nothing but the
// facts.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	facts := flag.String("facts", "facts", "folder of the facts files")
	out := flag.String("out", "../../internal/catalog/data", "folder that is written")
	flag.Parse()
	if err := generate(*facts, *out); err != nil {
		fmt.Fprintln(os.Stderr, "catalog:", err)
		os.Exit(1)
	}
}

func generate(facts, out string) error {
	tables, err := readTables(facts)
	if err != nil {
		return err
	}
	files, err := build(tables)
	if err != nil {
		return err
	}
	return writeFiles(out, files)
}
