package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// groups are options of the configuration file that Flink checks against each other.
var groups = [][]string{
	{"execution.checkpointing.interval=0|1 ms|10 ms|1 min|-1 s|1 d", "execution.checkpointing.mode=EXACTLY_ONCE|AT_LEAST_ONCE|exactly-once", "execution.checkpointing.unaligned=true|false", "execution.checkpointing.unaligned.enabled=true|false",
		"execution.checkpointing.max-concurrent-checkpoints=0|1|2", "execution.checkpointing.min-pause=0|1 s|-1 s", "execution.checkpointing.timeout=1 ms|9 ms|10 min", "execution.checkpointing.aligned-checkpoint-timeout=0|1 s|-1 s"},
	{"execution.checkpointing.interval=1 min", "execution.checkpointing.tolerable-failed-checkpoints=-1|0|3", "execution.checkpointing.externalized-checkpoint-retention=RETAIN_ON_CANCELLATION|DELETE_ON_CANCELLATION|KEEP", "execution.checkpointing.interval-during-backlog=0|1 s|2 min",
		"execution.checkpointing.unaligned.forced=true|false", "state.checkpoints.dir=file:///tmp/c|nonsense|s3://b/c", "execution.checkpointing.storage=jobmanager|filesystem|x", "state.checkpoint-storage=jobmanager|filesystem|x"},
	{"restart-strategy=none|off|disable|fixed-delay|fixeddelay|failure-rate|exponential-delay|x", "restart-strategy.type=none|fixed-delay|failure-rate|exponential-delay|x", "restart-strategy.fixed-delay.attempts=-1|0|3|x", "restart-strategy.fixed-delay.delay=1 s|-1 s|x",
		"restart-strategy.failure-rate.max-failures-per-interval=0|1", "restart-strategy.exponential-delay.backoff-multiplier=0.5|1.0|2.0", "restart-strategy.exponential-delay.jitter-factor=-1|0.1|2", "restart-strategy.exponential-delay.initial-backoff=0|1 s|10 min", "restart-strategy.exponential-delay.max-backoff=1 ms|5 min"},
	{"state.backend=hashmap|filesystem|jobmanager|x", "state.backend.type=hashmap|x", "state.backend.incremental=true|false", "state.savepoints.dir=file:///tmp/s|x", "state.storage.fs.memory-threshold=0|20 kb|2 mb", "execution.savepoint.path=x"},
	{"parallelism.default=-1|0|1|4", "pipeline.max-parallelism=-1|0|1|128|32768|40000", "execution.runtime-mode=STREAMING|BATCH|AUTOMATIC|x", "execution.buffer-timeout=-2|-1|0|100 ms", "pipeline.auto-watermark-interval=0|200 ms|-1 ms", "taskmanager.numberOfTaskSlots=0|1"},
	{"high-availability.type=none|NONE|kubernetes|ZOOKEEPER|zookeeper|x", "high-availability=zookeeper|none|filesystem", "high-availability.storageDir=file:///tmp/ha||ha", "high-availability.cluster-id=orders", "high-availability.zookeeper.quorum=127.0.0.1:1"},
}

// tables are connectors and the options of their tables that are checked together. The
// values of properties.* are right: planning does not construct Kafka's clients.
var tables = map[string][][]string{
	"kafka": {
		{"scan.startup.mode=earliest-offset|latest-offset|group-offsets|timestamp|specific-offsets|LATEST-OFFSET|x", "scan.startup.timestamp-millis=0|1700000000000|-1|x", "scan.startup.specific-offsets=partition:0,offset:42|partition:0|x", "properties.group.id=g", "properties.auto.offset.reset=earliest|latest|none"},
		{"scan.bounded.mode=unbounded|latest-offset|group-offsets|timestamp|specific-offsets|x", "scan.bounded.timestamp-millis=0|1700000000000", "scan.bounded.specific-offsets=partition:0,offset:42|x", "properties.group.id=g"},
		{"sink.delivery-guarantee=none|at-least-once|exactly-once|EXACTLY_ONCE|x", "sink.transactional-id-prefix=p|", "sink.semantic=exactly-once|at-least-once", "sink.parallelism=0|1|4|-1", "sink.partitioner=default|fixed|round-robin|x", "properties.acks=all"},
		{"key.format=json|raw|x", "key.fields=id|name|id;name|missing|", "key.fields-prefix=k_|", "value.fields-include=ALL|EXCEPT_KEY|x", "value.format=json|csv"},
		{"sink.partitioner=default|fixed|round-robin|", "key.format=json", "key.fields=id", "value.format=json"},
		{"topic=|a;b|a", "topic-pattern=a.*|(", "scan.topic-partition-discovery.interval=0|5 min|-1 s|x", "scan.parallelism=0|1"},
		{"json.ignore-parse-errors=true|false|x", "json.fail-on-missing-field=true|false", "json.timestamp-format.standard=SQL|ISO-8601|x", "json.map-null-key.mode=FAIL|DROP|LITERAL|x", "json.map-null-key.literal=n", "json.unknown=1"},
		{"unknown.option=1", "scan.startup.modes=x", "properties.linger.ms=5", "propertes.group.id=g"},
	},
	"upsert-kafka": {
		{"key.format=json|csv|x", "value.format=json|csv|x", "value.fields-include=ALL|EXCEPT_KEY|x", "key.fields-prefix=k_", "key.fields=id"},
		{"sink.buffer-flush.max-rows=0|1|100|-1", "sink.buffer-flush.interval=0|1 s|x", "sink.parallelism=0|1", "sink.delivery-guarantee=at-least-once|exactly-once|none|x", "sink.transactional-id-prefix=p"},
		{"scan.startup.mode=earliest-offset", "topic=a|a;b|", "properties.group.id=g", "scan.bounded.mode=latest-offset|unbounded|x"},
	},
}

type generator struct {
	*rand.Rand
	release
	version []int
	keys    []*catalog.Key // that both know
	n       int
}

func newGenerator(seed uint64, r release, known []string) (*generator, error) {
	version, err := catalog.ParseVersion(r.flink)
	if err != nil {
		return nil, err
	}
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0)), release: r, version: version}
	for _, k := range catalog.Keys(catalog.Flink, model.FlinkCluster) {
		if k.Of == model.OfFlink && k.Exists(version) && slices.Contains(known, k.Name) {
			g.keys = append(g.keys, k)
		}
	}
	if len(g.keys) < 100 {
		return nil, fmt.Errorf("only %d options that both know", len(g.keys))
	}
	return g, nil
}

// cases makes n configurations: two of five are tables.
func (g *generator) cases(n int) []compare.Case {
	cases := make([]compare.Case, n)
	for i := range cases {
		g.n++
		if i%5 < 3 {
			cases[i] = g.conf()
		} else {
			cases[i] = g.table()
		}
	}
	return cases
}

func (g *generator) conf() compare.Case {
	c := compare.Case{Kind: "configuration", File: fmt.Sprintf("%05d/%s", g.n, g.file), Keep: 2, Settings: []compare.Setting{
		{Key: "jobmanager.rpc.address", Value: "localhost"}, {Key: "jobmanager.rpc.port", Value: "6123"}}}
	switch g.IntN(4) {
	case 0, 1:
		g.option(&c, g.IntN(3) > 0)
	case 2:
		g.group(&c, pick(g.Rand, groups))
	default:
		for range 2 + g.IntN(6) {
			g.option(&c, g.IntN(6) == 0)
		}
	}
	return c
}

func (g *generator) table() compare.Case {
	connector := pick(g.Rand, []string{"kafka", "kafka", "upsert-kafka"})
	side := pick(g.Rand, []string{"source", "sink"})
	c := compare.Case{Kind: connector + " " + side, File: fmt.Sprintf("%05d/orders.sql", g.n),
		Settings: []compare.Setting{{Key: "connector", Value: connector}, {Key: "properties.bootstrap.servers", Value: "127.0.0.1:1"}}}
	c.Keep = len(c.Settings)
	if connector == "upsert-kafka" {
		c.Note = "keyed"
	}
	for range 1 + g.IntN(2) {
		g.group(&c, pick(g.Rand, tables[connector]))
	}
	// What every table needs, if nothing else was said of it.
	if g.IntN(15) > 0 && !c.Has("topic") && !c.Has("topic-pattern") {
		c.Put("topic", "orders")
	}
	if g.IntN(15) > 0 && !c.Has("value.format") {
		if connector == "kafka" {
			c.Put("format", pick(g.Rand, []string{"json", "json", "csv"}))
		} else {
			c.Put("value.format", "json")
		}
	}
	if connector == "upsert-kafka" && g.IntN(15) > 0 {
		c.Put("key.format", "json")
	}
	if side == "source" && connector == "kafka" && g.IntN(2) == 0 {
		c.Put("properties.group.id", "orders")
	}
	return c
}

func (g *generator) group(c *compare.Case, settings []string) {
	for _, s := range settings {
		if key, values, _ := strings.Cut(s, "="); g.IntN(5) < 2 {
			c.Put(key, pick(g.Rand, strings.Split(values, "|")))
		}
	}
}

// option adds any option of the configuration file.
func (g *generator) option(c *compare.Case, bad bool) {
	k := pick(g.Rand, g.keys)
	c.Put(k.Name, g.value(k, bad))
}

// values are by type: those that are read, and those that may not be.
var values = map[catalog.Type][2][]string{
	catalog.Duration: {{"1 s", "10 min", "100 ms", "5", "0", "1h", "2 d", "30s", "PT10S"}, {"x", "5 x", "-1 s", "", "1.5 s", "10 sec", "1 m", "1 weeks", "99999999999999999999", "5 s s"}},
	catalog.Size:     {{"1 kb", "64mb", "1g", "1024", "0", "1 GB", "32768 b"}, {"x", "-1", "1.5 mb", "1 pb", "", "mb", "1 megabyte", "9999999999 g"}},
	catalog.Int:      {{"1", "10", "3"}, {"x", "1.5", "", "2147483648", "-1", "0", "1_000", "10 ", "0x10", "1k"}},
	catalog.Long:     {{"1", "10", "3000000000"}, {"x", "1.5", "9223372036854775808", "-1", "0", "1L"}},
	catalog.Double:   {{"0.5", "1", "0.1"}, {"x", "1,5", "NaN", "-0.1", "2", "1e400", "0.5f"}},
	catalog.Boolean:  {{"true", "false", "TRUE"}, {"yes", "0", "x", "tru", "on"}},
	catalog.List:     {{"a", "a;b"}, {"a,b", "'a;b'", "'a", ""}},
}

func (g *generator) value(k *catalog.Key, bad bool) string {
	fixed := slices.DeleteFunc(k.ValuesAt(g.version), func(v string) bool { return strings.Contains(v, "<") })
	if len(fixed) > 0 {
		one := pick(g.Rand, fixed)
		if bad {
			return pick(g.Rand, []string{strings.ToLower(one), strings.ToUpper(one), strings.ReplaceAll(one, "_", "-"), "x", one + "x"})
		}
		return one
	}
	if bad && k.Range != nil && g.IntN(3) == 0 {
		return strconv.FormatFloat(pick(g.Rand, []float64{k.Range.Min - 1, k.Range.Max + 1}), 'f', -1, 64)
	}
	if v, ok := values[k.Type]; ok {
		if bad {
			return pick(g.Rand, v[1])
		}
		return pick(g.Rand, v[0])
	}
	if text, ok := k.Default(g.version); ok && !bad {
		return text
	}
	return pick(g.Rand, []string{"x", "a b", "1"})
}

func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }
