package catalog

import (
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// cdcReleases are those of which the options were counted in the tagged source.
var cdcReleases = [][]int{{3, 0}, {3, 1}, {3, 2}, {3, 3}, {3, 4}, {3, 5}, {3, 6}}

// TestPipelineCounts: each release of Flink CDC has as many options as its source says: what
// the factories list (requiredOptions, optionalOptions) and the fallback keys that they take,
// and in 3.0 and 3.1, where nobody compares, what they read. PipelineOptions, and what the parser
// takes out of a part, are counted as well.
func TestPipelineCounts(t *testing.T) {
	for kind, want := range map[model.Kind][]int{
		"flink-cdc-pipeline":           {5, 6, 6, 6, 7, 8, 9},
		"flink-cdc-source":             {2, 2, 2, 2, 2, 2, 2},
		"flink-cdc-source@mysql":       {27, 28, 28, 33, 35, 36, 38},
		"flink-cdc-source@oracle":      {0, 0, 0, 0, 0, 0, 24},
		"flink-cdc-source@postgres":    {0, 0, 0, 0, 0, 24, 28},
		"flink-cdc-source@values":      {4, 5, 6, 6, 7, 7, 7},
		"flink-cdc-sink":               {2, 2, 4, 4, 4, 4, 4},
		"flink-cdc-sink@doris":         {20, 20, 20, 21, 21, 21, 21},
		"flink-cdc-sink@elasticsearch": {0, 0, 10, 10, 12, 12, 12},
		"flink-cdc-sink@fluss":         {0, 0, 0, 0, 0, 3, 3},
		"flink-cdc-sink@hudi":          {0, 0, 0, 0, 0, 0, 3},
		"flink-cdc-sink@iceberg":       {0, 0, 0, 0, 5, 5, 13},
		"flink-cdc-sink@kafka":         {0, 5, 7, 8, 9, 9, 9},
		"flink-cdc-sink@maxcompute":    {0, 0, 0, 13, 13, 13, 13},
		"flink-cdc-sink@oceanbase":     {0, 0, 0, 13, 13, 13, 13},
		"flink-cdc-sink@paimon":        {0, 5, 5, 5, 5, 5, 6},
		"flink-cdc-sink@starrocks":     {15, 15, 15, 15, 16, 16, 16},
		"flink-cdc-sink@values":        {4, 5, 6, 6, 7, 7, 7},
	} {
		var got []int
		for _, version := range cdcReleases {
			n := 0
			for _, k := range Keys(Flink, kind) {
				if k.Of != model.OfFlinkCDC {
					t.Errorf("%s: %s is of %q", kind, k.Name, k.Of)
				}
				if k.Exists(version) && !strings.HasSuffix(k.Name, ".") {
					n++
				}
			}
			got = append(got, n)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d options in the releases from 3.0 to 3.6; want %d", kind, got, want)
		}
	}
}

func TestPipelineConnectors(t *testing.T) {
	if got := strings.Join(PipelineConnectors("source"), " "); got != "mysql oracle postgres values" {
		t.Errorf("sources %s", got)
	}
	if got := strings.Join(PipelineConnectors("sink"), " "); got != "doris elasticsearch fluss hudi iceberg kafka maxcompute oceanbase paimon starrocks values" {
		t.Errorf("sinks %s", got)
	}
}

func TestPipelineOption(t *testing.T) {
	for _, test := range []struct {
		part, connector, name string
		want                  Type // "" is none
	}{
		{"source", "mysql", "port", Int},
		{"source", "mysql", "type", String},
		{"source", "mysql", "exclude.schema.changes", ""},
		{"sink", "paimon", "exclude.schema.changes", String},
		{"source", "mysql", "debezium.snapshot.mode", String},
		{"source", "mysql", "debezium", ""},
		{"source", "db2", "port", ""},
		{"sink", "mysql", "port", ""},
		{"sink", "kafka", "properties.linger.ms", Long},
		{"sink", "kafka", "properties.lingers.ms", ""},
		{"sink", "fluss", "properties.client.request-timeout", String},
		{"sink", "fluss", "properties.linger.ms", ""},
		{"sink", "iceberg", "catalog.properties.glue.skip-archive", Boolean},
		{"sink", "iceberg", "catalog.properties.uri", String},
		{"source", "postgres", "scan.incremental.snapshot.chunk.key-column", ""},
	} {
		k := PipelineOption(test.part, test.connector, test.name)
		switch {
		case k == nil && test.want != "":
			t.Errorf("%s %s has no %s", test.part, test.connector, test.name)
		case k != nil && (k.Type != test.want || k.Name != test.name):
			t.Errorf("%s %s: %s is %s %s; want %q", test.part, test.connector, test.name, k.Name, k.Type, test.want)
		}
	}
}

// Flink CDC has copies of Flink's readers of 1.18, whatever its own version.
func TestPipelineValues(t *testing.T) {
	interval := PipelineOption("source", "mysql", "heartbeat.interval")
	if v, err := interval.ParseAt("1 min", model.Flink, []int{3, 6}); v != int64(60_000) || err != nil {
		t.Errorf("%v, %v", v, err)
	}
	if v, err := interval.ParseAt("PT1M", model.Flink, []int{3, 6}); err == nil {
		t.Errorf("PT1M is %v", v)
	}
	if _, err := PipelineOption("sink", "starrocks", "load-url").Parse("a:8030;b:8030", model.Flink); err != nil {
		t.Error(err)
	}
}

func TestPipelineSecrets(t *testing.T) {
	for _, key := range []string{"source.password", "sink.password", "sink.access-key", "sink.sts-token"} {
		if !IsSecret(key) {
			t.Errorf("%s is no secret", key)
		}
	}
	if IsSecret("s3.access-key") {
		t.Error("the name of a key is a secret")
	}
}
