package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestFlinkCDC(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"pipeline", "orders.yaml", "source:\n  type: mysql\n  tables: shop.\\.*\n  password: hunter22\nsink:\n  type: kafka\n  exclude.schema.changes: [drop.table, add.column]\npipeline:\n  name: Orders\n  schema.change.behavior: ignore\n  model:\n  - model-name: m\n",
			"flink-cdc-pipeline pipeline full source.type=mysql@2:9 source.tables=shop.\\.*@3:11 source.password=****@4:13 " +
				"sink.type=kafka@6:9 sink.exclude.schema.changes=drop.table,add.column@7:27 name=Orders@9:9 schema.change.behavior=ignore@10:27\n"},
		{"no options of the pipeline", "a.yaml", "source: {type: postgres}\nsink: {type: paimon}\n",
			"flink-cdc-pipeline pipeline full source.type=postgres@1:16 sink.type=paimon@2:14\n"},
		{"connectors of one's own", "a.yaml", "source: {type: mine}\nsink: {type: yours}\nroute:\n- source-table: a.b\n  sink-table: c.d\n",
			"flink-cdc-pipeline pipeline full source.type=mine@1:16 sink.type=yours@2:14\n"},
		{"another tool", "a.yaml", "source: {type: file}\nsink: {type: s3}\n", ""},
		{"another key", "a.yaml", "source: {type: mysql}\nsink: {type: kafka}\nversion: 1\n", ""},
		{"what nobody reads", "a.yaml", "source: {type: mysql}\nsink: {type: kafka}\npipeline:\n  retries: 3\n  checkpoint: {interval: 1s}\nflink: {}\n",
			"flink-cdc-pipeline pipeline full source.type=mysql@1:16 sink.type=kafka@2:14 retries=3@4:12\n"},
		{"no type", "a.yaml", "source: {type: mysql}\nsink: {name: kafka}\nroute: []\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := summary(File(test.file, []byte(test.text), Options{}))
			if got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
			if strings.Contains(got, "hunter22") {
				t.Error("a password is shown")
			}
		})
	}
}

func TestFlinkCDCUnread(t *testing.T) {
	text := "source: {type: mysql}\nsink: {type: kafka}\npipeline:\n  name: a\n  retries: 3\n  checkpoint: {interval: 1s}\n" +
		"  user-defined-function: {}\n  ${KEY}: 1\nflink: {}\n"
	c := File("a.yaml", []byte(text), Options{}).Components[0]
	var got []string
	for _, s := range c.Settings {
		if s.IsFact() {
			got = append(got, fmt.Sprintf("%s %d:%d", s.Key, s.KeySpan.Start.Line, s.KeySpan.Start.Column))
		}
	}
	want := []string{"@cdc.part.flink 9:1", "@cdc.option.retries 5:3", "@cdc.block.checkpoint 6:3"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
