package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// pipelineOf makes a pipeline of Flink CDC of lines "key=value", in which the options of
// source and sink have these before their names.
func pipelineOf(lines ...string) *model.Component {
	c := component("a.yaml", model.FlinkCDC)
	c.Client, c.Complete = "", model.Full
	for i, line := range lines {
		key, value, _ := strings.Cut(line, "=")
		written := key
		if _, name, ok := partOf(key); ok {
			written = name
		}
		span := model.Span{File: c.File, Start: model.Position{Line: i + 1}}
		s := model.Setting{Key: key, Written: written, Value: value, KeySpan: span, ValueSpan: span, State: model.Explicit, Notation: model.Flink}
		if strings.HasPrefix(value, "${") {
			s.State = model.Unknown
		}
		c.Add(s)
	}
	return c
}

func TestPipelineIssues(t *testing.T) {
	const mysql, postgres = "source.type=mysql", "source.type=postgres"
	for _, test := range []struct {
		version []int // nil is assumed
		with    []string
		line    string
		want    string
	}{
		{nil, []string{mysql}, "source.scan.startup-mode=initial", "unknown-key scan.startup.mode refused since 3.2"},
		{[]int{3, 1}, []string{mysql}, "source.scan.startup-mode=initial", "unknown-key scan.startup.mode"},
		{[]int{3, 2}, []string{mysql}, "source.scan.startup-mode=initial", "unknown-key scan.startup.mode refused"},
		{nil, []string{mysql, "source.scan.startup.mode=initial"}, "source.scan.startup-mode=initial", ""},
		{[]int{3, 4}, []string{mysql, "source.scan.startup.mode=initial"}, "source.scan.startup-mode=initial", "unsupported refused"},
		{nil, []string{postgres}, "source.scan.incremental.snapshot.chunk.key-column=a", ""},
		{nil, []string{"source.type=oracle"}, "source.database-name=XE", "unknown-key database refused"},
		{[]int{3, 6}, []string{postgres}, "source.scan.incremental.snapshot.chunk.key-column=a", "unsupported refused"},
		{[]int{3, 6}, []string{postgres, "source.ddl-capture.enabled=true"}, "source.schema-name=public", "unsupported refused"},
		{nil, []string{postgres}, "source.schema-name=public", ""},
		{nil, []string{mysql}, "source.database-name=shop", "unsupported refused since 3.2"},
		{nil, []string{mysql, "source.ddl-capture.enabled=true"}, "source.database-name=shop", "unsupported refused since 3.2"},
		{nil, []string{mysql, "source.ddl-capture.enabled=true"}, "source.ddl-capture.mode=all", ""},
		{nil, []string{postgres, "source.ddl-capture.enabled=true"}, "source.slot_name=shop", ""},
		{nil, []string{mysql, "source.ddl-capture.enabled=true"}, "source.host=shop", "unknown-key hostname refused since 3.2"},
		{nil, []string{mysql, "source.hostname=shop"}, "source.host=shop", ""},
		{nil, []string{mysql, "source.ddl-capture.enabled=true"}, "source.scan.startup.mode=anything", ""},
		{nil, []string{mysql, "sink.type=oceanbase"}, "sink.max-retries=some", ""},
		{nil, []string{postgres, "sink.type=paimon"}, "sink.warehouse=s3://a", "unknown-key catalog.properties.warehouse refused since 3.2"},
		{[]int{3, 3}, []string{postgres}, "source.schema=public", ""},
		{nil, []string{mysql}, "source.${KEY}=a", ""},
		{nil, []string{"source.type=${TYPE}"}, "source.hostnames=a", ""},
		{nil, []string{"source.type=mine"}, "source.hostnames=a", ""},
		{nil, []string{"source.type=MySQL"}, "source.hostnames=a", ""},
		{nil, []string{mysql, "sink.type=maxcompute"}, "sink.accessId=a", "unknown-key access-id"},
		{nil, []string{mysql, "sink.type=kafka"}, "sink.bootstrap.servers=a:9092", "unknown-key properties.bootstrap.servers refused since 3.2"},
		{nil, []string{mysql, "sink.type=kafka"}, "sink.bootstrap-servers=a:9092", "unknown-key properties.bootstrap.servers refused since 3.2"},
		{nil, []string{mysql, "sink.type=kafka"}, "sink.properties.linger_ms=5", "unknown-key properties.linger.ms"},
		{nil, []string{mysql, "sink.type=kafka"}, "sink.properties.own.key=5", ""},
		{nil, []string{mysql, "sink.type=kafka"}, "sink.properties.linger.ms=soon", "invalid a whole number of milliseconds"},
		{nil, []string{mysql, "sink.type=values"}, "sink.print.enabled=yes", "invalid true or false"},
		{nil, []string{mysql}, "parallelism=many", "invalid a whole number"},
		{nil, []string{mysql}, "parallelism=${N}", ""},
		{nil, []string{mysql}, "paralelism=4", "unknown-key parallelism"},
		{nil, []string{mysql}, "source.scan.incremental.snapshot.backfill.skip=true", ""},
		{[]int{3, 4}, []string{mysql}, "source.scan.incremental.snapshot.backfill.skip=true", "not-yet refused since 3.5"},
		{[]int{3, 1}, []string{mysql}, "source.scan.newly-added-table.enabled=true", "not-yet since 3.2"},
		{[]int{3, 5}, []string{mysql}, "route-mode=ALL_MATCH", "not-yet since 3.6"},
		{[]int{3, 3}, []string{mysql}, "source.split-key.even-distribution.factor.upper-bound=2", "removed chunk-key.even-distribution.factor.upper-bound refused since 3.2"},
		{[]int{3, 6}, []string{mysql}, "source.split-key.even-distribution.factor.upper-bound=2", ""},
		{[]int{3, 5}, []string{mysql}, "schema.operator.uid=a", "deprecated operator.uid.prefix"},
	} {
		c := pipelineOf(append(append([]string{"source.tables=a.b"}, test.with...), test.line)...)
		version := model.Version{Number: []int{3, 6, 0}, Assumed: true}
		if test.version != nil {
			version = model.Version{Number: test.version}
		}
		pipelineFacts(c)
		key, _, _ := strings.Cut(test.line, "=")
		var got []string
		for _, issue := range Issues(c, c.Get(key), Versions{model.OfFlinkCDC: version, model.OfClient: {Number: []int{4, 1}, Assumed: true}}) {
			text := issue.Code
			for _, field := range []string{"suggestion", "successor", "expected"} {
				if v := issue.Fields[field]; v != nil {
					text += fmt.Sprintf(" %v", v)
				}
			}
			if issue.Fields["refused"] == true {
				text += " refused"
			}
			if since := issue.Fields["since"]; since != nil {
				text += fmt.Sprintf(" since %v", since)
			}
			got = append(got, text)
		}
		if g := strings.Join(got, "; "); g != test.want {
			t.Errorf("%v %s, %s: %q; want %q", test.version, test.with, test.line, g, test.want)
		}
	}
}

// TestOtherTools: other tools have sources and sinks of the same types.
func TestOtherTools(t *testing.T) {
	c := pipelineOf("source.type=postgres", "source.host=a", "sink.type=kafka", "sink.bootstrap.servers=a:9092")
	versions := Versions{model.OfFlinkCDC: {Number: []int{3, 6, 0}, Assumed: true}}
	for i := range c.Settings {
		if issues := Issues(c, &c.Settings[i], versions); len(issues) > 0 {
			t.Errorf("%s: %v", c.Settings[i].Key, issues)
		}
	}
	pipelineFacts(c)
	if s := c.Get("@cdc.missing.source"); s != nil {
		t.Errorf("lacks %s", s.Value)
	}
}
