package resolve

import (
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// TestPipelineReleases: the jobs beside a pipeline tell which release runs it.
func TestPipelineReleases(t *testing.T) {
	job := func(file, key, value string) *model.Component {
		c := component(file, model.FlinkJob)
		c.Add(model.Setting{Key: key, Written: key, Value: value, State: model.Explicit, KeySpan: model.Span{File: file, Start: model.Position{Line: 7}}})
		return c
	}
	jar := func(file, version string) *model.Component {
		return job(file, "job.jarURI", "local:///opt/flink/lib/flink-cdc-dist-"+version+".jar")
	}
	for _, test := range []struct {
		name string
		jobs []*model.Component
		want string
	}{
		{"same file", []*model.Component{jar("k8s/job.yaml", "3.2.1"), jar("k8s/other.yaml", "3.5.0")}, "3.2.1 flink-cdc-dist-3.2.1.jar at k8s/job.yaml:7"},
		{"same folder", []*model.Component{jar("k8s/other.yaml", "3.5.0")}, "3.5.0 flink-cdc-dist-3.5.0.jar at k8s/other.yaml:7"},
		{"image", []*model.Component{job("k8s/job.yaml", "@image", "apache/flink-cdc:3.6.0-1.20")}, "3.6.0 flink-cdc:3.6.0-1.20 at k8s/job.yaml:7"},
		{"they differ", []*model.Component{jar("k8s/a.yaml", "3.2.1"), jar("k8s/b.yaml", "3.5.0")}, ""},
		{"another folder", []*model.Component{jar("jobs/a.yaml", "3.2.1")}, ""},
		{"an image of one's own", []*model.Component{job("k8s/job.yaml", "@image", "flink-cdc:1.0.7")}, ""},
	} {
		c := component("k8s/job.yaml", model.FlinkCDC)
		c.Versions = map[string]model.Version{}
		pipelineReleases(append(test.jobs, c))
		v := c.Versions[model.OfFlinkCDC]
		if got := strings.TrimSpace(catalog.Format(v.Number) + " " + v.Evidence); got != test.want {
			t.Errorf("%s: %q; want %q", test.name, got, test.want)
		}
	}
}

func TestPipelineFacts(t *testing.T) {
	for _, test := range []struct {
		version []int
		lines   string
		want    string
	}{
		{nil, "source.type=mysql source.tables=a.b source.hostname=${HOST} sink.type=values", "password (from 3.2 on), username;"},
		{[]int{3, 2}, "source.type=mysql source.tables=a.b sink.type=values", "hostname, password, username;"},
		{[]int{3, 1}, "source.type=mysql source.tables=a.b sink.type=doris", "hostname, username;"},
		{[]int{3, 3}, "source.type=postgres source.tables=a.b.c sink.type=oceanbase", ";"},
		{nil, "source.type=values sink.type=elasticsearch sink.hosts=a", ";version"},
		{nil, "source.type=mine source.tables=a.b sink.type=${SINK}", ";"},
		{nil, "source.type=mysql source.tables=a.b source.${MORE}=a sink.type=values", ";"},
		{nil, "source.type=postgres source.tables=a.b source.ddl-capture=a sink.type=values", ";"},
		{nil, "source.type=mysql source.tables=a.b source.username=a source.ddl-capture=a sink.type=values", "hostname, password (from 3.2 on);"},
		{[]int{3, 5}, "source.type=mysql source.host=a source.username=a source.password=a source.database-name=a sink.type=values parallelism=1", ";"},
		{[]int{3, 5}, "source.type=mysql source.tables=a.b source.ddl-capture=a sink.type=values", "hostname, password, username;"},
	} {
		c := pipelineOf(strings.Fields(test.lines)...)
		c.Versions = map[string]model.Version{model.OfFlinkCDC: {Number: []int{3, 6, 0}, Assumed: true}}
		if test.version != nil {
			c.Versions[model.OfFlinkCDC] = model.Version{Number: test.version}
		}
		pipelineFacts(c)
		source, _ := c.Value("@cdc.missing.source")
		sink, _ := c.Value("@cdc.missing.sink")
		if got := source + ";" + sink; got != test.want {
			t.Errorf("%v %s: %q; want %q", test.version, test.lines, got, test.want)
		}
	}
}
