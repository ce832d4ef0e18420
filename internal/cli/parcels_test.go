package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/chain"
	"github.com/kcfglint/kcfglint/internal/guarantee"
)

// parcels are the ways in which examples/parcels loses, doubles or reorders records on the
// way from the logs of a service to Elasticsearch, each with "FILE RULE".
var parcels = []struct {
	theme    string
	findings []string
}{
	{"replicas", []string{"deploy/topics.yaml KT001", "deploy/topics.yaml KT005", "deploy/kafka.yaml KB002", "deploy/kafka.yaml KB005"}},
	{"acks", []string{"courier/src/main/resources/application.yml KP002", "connect/depot-scans.json KN014"}},
	{"retries", []string{"courier/src/main/resources/application.yml KP021"}},
	{"offset commits", []string{"notify/src/main/resources/application.properties KC001"}},
	{"exactly once", []string{"flink/sql/delivered.sql FC003", "flink/sql/delivered.sql FK012"}},
	{"checkpoints", []string{"flink/session.yaml FC001"}},
	{"consumer groups in Flink", []string{"flink/sql/depot_load.sql FK007"}},
	{"transactional producers", []string{
		"billing/charges/src/main/resources/application.properties KP014", "billing/refunds/src/main/resources/application.properties KP014",
		"notify/src/main/resources/application.properties KC010",
	}},
	{"idempotent operations", []string{"kiosk/src/main/resources/application.properties KP006", "flink/sql/depot_load.sql FS013"}},
	{"latest or earliest", []string{"flink/sql/depot_load.sql FK001", "notify/src/main/resources/application.properties KC006"}},
	{"logic that drops rows", []string{
		"flink/sql/depot_load.sql FS001", "flink/sql/depot_load.sql FS007", "flink/sql/depot_load.sql FS023", "flink/sql/delivered.sql FS023",
	}},
	{"hop by hop", []string{"flink/sql/delivered.sql FK022", "kiosk/src/main/resources/application.properties KM013"}},
	{"windows into Elasticsearch", []string{"flink/sql/depot_load.sql FS013", "flink/sql/depot_load.sql FS015", "flink/sql/depot_load.sql FW002"}},
	{"errors and dirty data", []string{
		"connect/depot-scans.json KN002", "connect/delivered-search.json KN001", "flink/sql/depot_load.sql FS011",
		"notify/src/main/resources/application.properties KM020",
	}},
	{"periodic checkpoints", []string{"flink/sql/delivered.sql FC004"}},
	{"savepoints", []string{"flink/k8s/eta.yaml FC014", "flink/k8s/eta.yaml FO001"}},
	{"watermarks and disorder", []string{"flink/sql/depot_load.sql FW002", "flink/sql/depot_load.sql FW003"}},
}

// TestParcels lints the example with all themes: each finds what it is there for, and there
// is no finding besides. In the mended twin nothing is left but notes for a review.
func TestParcels(t *testing.T) {
	t.Chdir("../..")
	got := findingsIn(t, "examples/parcels", ExitFindings, "--severity", "FS023=info")
	var explained []string
	for _, p := range parcels {
		for _, f := range p.findings {
			if !slices.Contains(got, f) {
				t.Errorf("%s: no %s", p.theme, f)
			}
		}
		explained = append(explained, p.findings...)
	}
	for _, f := range got {
		if !slices.Contains(explained, f) {
			t.Errorf("%s belongs to no theme", f)
		}
	}
	if left := findingsIn(t, "examples/parcels-mended", ExitClean); len(left) > 0 {
		t.Errorf("the mended example is not clean: %q", left)
	}
	notes := []string{"FS002", "FS023", "FW005", "KC011"}
	for _, f := range findingsIn(t, "examples/parcels-mended", ExitClean, "--select", "all") {
		if _, rule, _ := strings.Cut(f, " "); !slices.Contains(notes, rule) {
			t.Errorf("the mended example: %s", f)
		}
	}
}

// TestParcelsChain follows the logs to both indexes: at each hop of the broken example
// records get lost or come twice for certain, and nowhere in the mended one are they lost.
func TestParcelsChain(t *testing.T) {
	t.Chdir("../..")
	ends := map[string][2]string{
		"examples/parcels":        {"depot-load-{now()|yyyy-MM}", "none"},
		"examples/parcels-mended": {"depot-load-{window_start|yyyy-MM}", "at-least-once"},
	}
	for folder, end := range ends {
		for _, index := range []string{end[0], "parcels.delivered"} {
			var report struct {
				Hops []struct {
					Layer, Kind, Name string
					Known             bool
					Links             []guarantee.Link
				}
				Paths []chain.Path
			}
			runJSON(t, ExitClean, &report, "chain", "--format", "json", "--from", "/var/log/depot/scans", "--to", index, folder)
			if len(report.Paths) != 1 {
				t.Fatalf("%s: %d paths to %s", folder, len(report.Paths), index)
			}
			path := report.Paths[0]
			first, last := report.Hops[path.Hops[0]], report.Hops[path.Hops[len(path.Hops)-1]]
			if first.Layer != "outside" || last.Kind != "elasticsearch index" || path.Delivery != end[1] {
				t.Errorf("%s: from %s %s to %s %s gives %s", folder, first.Kind, first.Name, last.Kind, last.Name, path.Delivery)
			}
			for _, i := range path.Hops {
				h := report.Hops[i]
				harm := func(of ...string) bool {
					return slices.ContainsFunc(h.Links, func(l guarantee.Link) bool { return slices.Contains(of, l.Of) && l.Certain && !l.Note })
				}
				outside := h.Layer == "outside" || h.Layer == "target"
				if broken := folder == "examples/parcels"; !h.Known || broken && !outside && !harm("loss", "durability", "duplication") ||
					!broken && harm("loss", "durability") {
					t.Errorf("%s: %s %s: known %v, %+v", folder, h.Kind, h.Name, h.Known, h.Links)
				}
			}
		}
	}
}
