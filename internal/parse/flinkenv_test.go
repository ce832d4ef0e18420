package parse

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// TestFlinkEnvOracle compares what is made of FLINK_PROPERTIES with what the start script of
// an image of Flink made of the same texts (tools/oracle/flinkconf).
func TestFlinkEnvOracle(t *testing.T) {
	data, err := os.ReadFile("testdata/flinkenv/answers.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded struct {
		Cases []struct {
			Input   string
			Config  map[string]string
			Refused bool
		}
	}
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	if len(recorded.Cases) < 80 {
		t.Fatalf("only %d recorded answers", len(recorded.Cases))
	}
	for _, c := range recorded.Cases[1:] { // the first one is the image's own configuration
		cluster := &model.Component{Kind: model.FlinkCluster}
		env := readFlinkEnv(syntax.NewSource(syntax.NewFile("compose.yaml", c.Input)), false)
		env.fill(cluster, standardDynamic, nil, func(string) bool { return false })
		clash := false
		written := make(map[string]*model.Setting)
		for i := range cluster.Settings {
			s := &cluster.Settings[i]
			if s.IsFact() {
				clash = clash || strings.HasPrefix(s.Key, "@env.clash.")
			} else {
				written[s.Written] = s // the last one counts
			}
		}
		if c.Refused && !clash && !branchWithoutValue(env) {
			t.Errorf("%q: Flink refuses it", c.Input)
		}
		if c.Refused {
			continue
		}
		for key, value := range c.Config {
			if s := written[key]; key[0] != '#' && (s == nil || s.Value != value) {
				t.Errorf("%q: %s is %q to Flink, got %+v", c.Input, key, value, s)
			}
		}
		for key, s := range written {
			if _, ok := c.Config[key]; !ok && s.State != model.Unknown && !sameAsImage(recorded.Cases[0].Config, s) && !branchWithoutValue(env) {
				t.Errorf("%q: Flink knows no %s", c.Input, key)
			}
		}
	}
}

// sameAsImage reports whether a setting is what the image has anyway: it is not recorded.
func sameAsImage(image map[string]string, s *model.Setting) bool {
	value, ok := image[s.Written]
	return ok && value == s.Value
}

// branchWithoutValue reports whether a key without a value, as the header of a nested block
// is, lies above another one. It is one more form in which a block is not read.
func branchWithoutValue(env *flinkEnv) bool {
	for _, p := range env.lines {
		for _, other := range env.lines {
			if p.Value == "" && strings.HasPrefix(other.Key, p.Key+".") {
				return true
			}
		}
	}
	return false
}
