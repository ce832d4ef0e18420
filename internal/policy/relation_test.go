package policy

import (
	"maps"
	"slices"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/rules"
)

// TestRelations: what the relations take of the components that share a name.
func TestRelations(t *testing.T) {
	client := func(file, anchor string, kind model.Kind, owner, of, group string) *model.Component {
		return &model.Component{ID: file + "#" + anchor, File: file, Anchor: anchor, Kind: kind, Owner: owner, OwnerID: of,
			Links: model.Links{Topics: []string{"orders"}, Group: group}}
	}
	table := &model.Component{ID: "job.sql#orders", File: "job.sql", Anchor: "orders", Kind: model.FlinkTable}
	all := []*model.Component{
		client("a.properties", "in", model.Consumer, "", "", "billing"),
		client("a.properties", "second", model.Consumer, "", "", "reports"),
		client("a.properties", "third", model.Consumer, "", "", "reports"),
		client("b.properties", "in", model.Consumer, "", "", "billing"),
		client("job.sql", "orders/consumer", model.Consumer, model.OwnerFlink, table.ID, "billing"),
		client("job.sql", "orders/producer", model.Producer, model.OwnerFlink, table.ID, ""),
		client("sink.json", "sink", model.SinkConnector, "", "", "billing"),
		client("topic.yaml", "orders", model.Topic, "", "", ""),
		table,
	}
	rule := &rules.Rule{Relations: []string{"readers", "sources", "sinks", "declarations", "mixed-group"}}
	p := project{things: identities(all), tables: tables(all)}
	joins := (&selection{rules: []*rules.Rule{rule}}).joins(all, p, "")
	want := map[string]map[string][]string{
		"readers":      {"orders billing": {"a.properties#in", "b.properties#in", "job.sql#orders/consumer"}},
		"sources":      {"orders": {table.ID}},
		"sinks":        {"orders": {table.ID}},
		"declarations": {"orders": {"topic.yaml#orders"}},
		"mixed-group":  {"billing": {"a.properties#in", "b.properties#in", "sink.json#sink"}},
	}
	for name, names := range want {
		got := make(map[string][]string)
		for key, members := range joins[name] {
			for _, c := range members {
				got[key] = append(got[key], c.ID)
			}
		}
		if !maps.EqualFunc(got, names, slices.Equal) {
			t.Errorf("%s: %v, want %v", name, got, names)
		}
	}
	if len(joins) != len(want) {
		t.Errorf("%d relations, though rules name %d", len(joins), len(want))
	}
}

// TestTransactional: who writes in transactions. An id that is not known is one, unless it
// may be set where nobody looks.
func TestTransactional(t *testing.T) {
	id := func(c *model.Component, value string, state model.State) {
		c.Add(model.Setting{Key: "transactional.id", Written: "transactional.id", Value: value, State: state})
	}
	cases := map[string]struct {
		change func(*model.Component)
		want   bool
	}{
		"plain":        {func(*model.Component) {}, false},
		"id":           {func(c *model.Component) { id(c, "orders-0", model.Explicit) }, true},
		"placeholder":  {func(c *model.Component) { id(c, "${ID}", model.Unknown) }, true},
		"template":     {func(c *model.Component) { c.Complete = model.Template }, false},
		"prefix":       {func(c *model.Component) { c.Links.TransactionalPrefix = "orders-" }, true},
		"told":         {func(c *model.Component) { c.Add(model.Setting{Key: "@transactional", Value: "true"}) }, true},
		"other client": {func(c *model.Component) { c.Kind = model.Consumer; id(c, "orders-0", model.Explicit) }, false},
	}
	for name, test := range cases {
		c := &model.Component{ID: "a", File: "a", Kind: model.Producer, Client: model.ClientJava, Complete: model.Full}
		test.change(c)
		if transactional(c) != test.want {
			t.Errorf("%s: %t, want %t", name, !test.want, test.want)
		}
	}
}
