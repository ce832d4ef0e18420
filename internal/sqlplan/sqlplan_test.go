package sqlplan

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// TestRecorded reads the scripts that Flink has planned: the oracle wrote down, with
// go -C tools/oracle/flinkplan run . -record, what its SQL gateway makes of them.
func TestRecorded(t *testing.T) {
	f, err := os.Open("testdata/plans.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	known := func(key string) bool {
		return catalog.Lookup(catalog.Flink, model.FlinkCluster, catalog.Canonical(catalog.Flink, model.FlinkCluster, key)) != nil
	}
	cases := 0
	lines := bufio.NewScanner(f)
	for ; lines.Scan(); cases++ {
		var c Case
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		t.Run(c.Name, func(t *testing.T) {
			r := Read(c.Script, Keys(c.Script), catalog.Newest(model.OfFlink, ""))
			got := Format{Known: known, Nameless: Renames(c.Script)}.Describe(r.Inserts)
			if !slices.Equal(got, c.Jobs) || r.Unknown {
				t.Errorf("%s\ngot  %s\nwant %s", c.Script, strings.Join(got, "\n     "), strings.Join(c.Jobs, "\n     "))
			}
		})
	}
	if err := lines.Err(); err != nil || cases == 0 {
		t.Errorf("%d scripts, %v", cases, err)
	}
}
