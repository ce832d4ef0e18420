package resolve

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

const (
	interval = "execution.checkpointing.interval"
	removed  = "taskmanager.network.numberOfBuffers" // of 1.x
)

func confCluster(file, fact string, version []int) *model.Component {
	c := component(file, model.FlinkCluster)
	at := model.Span{File: file, Start: model.Position{Line: 1}}
	c.Add(model.Setting{Key: interval, Written: interval, Value: "60 s", Notation: model.Flink, KeySpan: at, ValueSpan: at})
	c.Add(model.Setting{Key: "s3.secret-key", Written: "s3.secret-key", Secret: &model.Secret{Known: true}, KeySpan: at, ValueSpan: at})
	c.Add(model.Setting{Key: removed, Written: removed, Value: "20", KeySpan: at, ValueSpan: at})
	c.Add(model.Setting{Key: "@conf.quoted.rest.port", KeySpan: at, ValueSpan: at})
	c.Add(model.Setting{Key: "@file", Value: fact, KeySpan: at, ValueSpan: at})
	if version != nil {
		c.Versions[model.OfFlink] = model.Version{Number: version}
	}
	return c
}

func TestUnreadFiles(t *testing.T) {
	for _, test := range []struct {
		name             string
		version          []int
		folder           string
		legacy, standard model.State // of the interval
	}{
		{"1.18", []int{1, 18}, "conf", model.Explicit, model.Unknown},
		{"1.18, in another folder", []int{1, 18}, "other", model.Explicit, model.Unknown},
		{"1.20", []int{1, 20, 1}, "conf", model.Explicit, model.Unknown},
		{"1.20, in another folder", []int{1, 20}, "other", model.Explicit, model.Explicit},
		{"2.0", []int{2, 0}, "conf", model.Unknown, model.Explicit},
		{"unknown", nil, "conf", model.Explicit, model.Explicit},
	} {
		legacy := confCluster("conf/flink-conf.yaml", "flink-conf.yaml", test.version)
		standard := confCluster(test.folder+"/config.yaml", "config.yaml", test.version)
		complete(legacy, standard)
		for c, want := range map[*model.Component]model.State{legacy: test.legacy, standard: test.standard} {
			e := Key(c, interval, c.Versions)
			if e.State != want || want == model.Unknown && (c.Complete != model.Partial || c.Get("@conf.quoted.rest.port") != nil) {
				t.Errorf("%s: %s has %+v, %s", test.name, c.File, e, c.Complete)
			}
			if s := c.Get("s3.secret-key"); s == nil || s.Secret == nil || s.State != model.Explicit {
				t.Errorf("%s: the secret of %s is %+v", test.name, c.File, s)
			}
			if issues := Issues(c, c.Get(removed), c.Versions); test.version != nil && (want == model.Unknown) != (len(issues) == 0) {
				t.Errorf("%s: of %s, of which the interval is %s, %v is said", test.name, c.File, want, issues)
			}
			if beside := c.Get("@file.unread") != nil; beside != (want == model.Unknown && c == standard) {
				t.Errorf("%s: %s is unread: %t", test.name, c.File, beside)
			}
		}
	}
}

// TestClusterOfContainers: a script runs on the cluster of the containers beside it, unless
// there is a file, which they have mounted.
func TestClusterOfContainers(t *testing.T) {
	container := func(file, process string) *model.Component {
		c := confCluster(file, "FLINK_PROPERTIES", nil)
		c.Dialect = "compose"
		if process != "" {
			c.Add(model.Setting{Key: "@process", Value: process})
		}
		return c
	}
	file := confCluster("conf/flink-conf.yaml", "flink-conf.yaml", nil)
	for _, test := range []struct {
		name     string
		clusters []*model.Component
		want     string
	}{
		{"JobManager", []*model.Component{container("compose.yaml", "")}, "compose.yaml"},
		{"TaskManager", []*model.Component{container("compose.yaml", "taskmanager")}, ""},
		{"both", []*model.Component{container("compose.yaml", ""), container("tasks.yaml", "taskmanager")}, "compose.yaml"},
		{"file", []*model.Component{container("compose.yaml", ""), file}, "conf/flink-conf.yaml"},
	} {
		job := component("sql/job.sql", model.FlinkJob)
		job.Dialect = "flink-sql"
		complete(append(test.clusters, job)...)
		if job.Parent != test.want {
			t.Errorf("%s: parent %q, want %q", test.name, job.Parent, test.want)
		}
	}
}

// TestImageVersions: FLINK_PROPERTIES of a ConfigMap is read by the version of the containers
// that take it, if they have the same.
func TestImageVersions(t *testing.T) {
	for _, test := range []struct {
		name   string
		images [][]int
		want   string
	}{
		{"one", [][]int{{1, 17}}, "image"},
		{"two alike", [][]int{{1, 17}, {1, 17}}, "image"},
		{"two that differ", [][]int{{1, 17}, {1, 20}}, "newest release known"},
		{"one that is not known", [][]int{{1, 17}, nil}, "newest release known"},
		{"none", nil, "newest release known"},
	} {
		text := confCluster("env.yaml", "FLINK_PROPERTIES", nil)
		text.ID, text.Anchor = "env.yaml#ConfigMap/env/FLINK_PROPERTIES", "ConfigMap/env/FLINK_PROPERTIES"
		all := []*model.Component{text}
		for _, number := range test.images {
			c := component("pod.yaml", model.FlinkCluster)
			c.Parent = text.Anchor
			c.Add(model.Setting{Key: "@image", Value: "flink"})
			if number != nil {
				c.Versions[model.OfFlink] = model.Version{Number: number, Evidence: "image"}
			}
			all = append(all, c)
		}
		complete(all...)
		if got := text.Versions[model.OfFlink].Evidence; got != test.want {
			t.Errorf("%s: %q", test.name, got)
		}
	}
}
