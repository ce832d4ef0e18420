package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// groups are keys that librdkafka checks against each other (rd_kafka_conf_finalize and
// rd_kafka_new), with values around the boundaries of these checks.
var groups = map[model.Kind][][]string{
	model.Producer: {
		{"enable.idempotence=true|false", "acks=all|-1|0|1|2", "max.in.flight=1|5|6|1000000", "retries=0|1|5", "queuing.strategy=fifo|lifo", "transactional.id=tx", "enable.gapless.guarantee=true|false"},
		{"transactional.id=tx", "transaction.timeout.ms=1000|60000", "message.timeout.ms=0|1000|59999|60000|60001|300000", "socket.timeout.ms=1000|60000", "enable.idempotence=true|false"},
		{"message.timeout.ms=0|1|5|1000", "linger.ms=0|5|4.5|1000|2000", "queue.buffering.max.ms=5|900000", "retry.backoff.ms=1|100|2000", "retry.backoff.max.ms=1|1000"},
		{"sticky.partitioning.linger.ms=0|10", "linger.ms=5|10|20", "batch.size=1|1000000", "batch.num.messages=1|10000", "queue.buffering.max.messages=0|100", "queue.buffering.max.kbytes=1|1048576"},
		{"delivery.timeout.ms=1000|120000", "request.timeout.ms=1|30000", "request.required.acks=-2|-1|0|1|1000|1001", "message.send.max.retries=0|3", "compression.codec=none|gzip|zstd|ZSTD|x", "compression.level=-2|-1|0|12|13"},
	},
	model.Consumer: {
		{"session.timeout.ms=1|6000|45000|300001|400000", "max.poll.interval.ms=1|45000|300000", "heartbeat.interval.ms=1|3000|6000|50000", "group.protocol=classic|consumer|CONSUMER"},
		{"fetch.max.bytes=0|1|52428800|100000000|2147483135", "message.max.bytes=1000|1000000|60000000", "receive.message.max.bytes=1000|1512|52429312|52428800|100000000", "max.partition.fetch.bytes=1|1048576|200000000"},
		{"group.protocol=classic|consumer", "session.timeout.ms=45000", "heartbeat.interval.ms=3000", "partition.assignment.strategy=range|roundrobin|cooperative-sticky|range,cooperative-sticky|sticky", "group.protocol.type=consumer", "group.remote.assignor=uniform|"},
		{"auto.offset.reset=smallest|earliest|beginning|largest|latest|end|error|none|EARLIEST", "enable.auto.commit=true|false|t|1|yes", "enable.auto.offset.store=true|false", "isolation.level=read_committed|read_uncommitted", "offset.store.method=broker|file|none"},
		{"fetch.wait.max.ms=0|500|300000|300001", "socket.timeout.ms=10|1000|60000|300000", "fetch.min.bytes=0|1", "queued.min.messages=0|1|10000001", "queued.max.messages.kbytes=1|65536", "fetch.queue.backoff.ms=0|1000"},
		{"group.instance.id=i|a b|", "client.rack=r|", "topic.blacklist=^x|(|a,b", "metadata.max.age.ms=1|900000"},
	},
}

// shared is checked by both.
var shared = [][]string{
	{"security.protocol=plaintext|ssl|sasl_plaintext|SASL_SSL|SASL_PLAINTEXT|x", "sasl.mechanisms=PLAIN|SCRAM-SHA-256|OAUTHBEARER|plain|GSSAPI|PLAIN,SCRAM-SHA-256|", "sasl.username=u|", "sasl.password=p|"},
	{"security.protocol=sasl_ssl|sasl_plaintext", "sasl.mechanism=OAUTHBEARER", "sasl.oauthbearer.method=default|oidc", "sasl.oauthbearer.client.id=c|", "sasl.oauthbearer.client.secret=s", "sasl.oauthbearer.token.endpoint.url=http://127.0.0.1:1/t|nonsense|"},
	{"security.protocol=ssl", "enable.ssl.certificate.verification=true|false", "ssl.endpoint.identification.algorithm=none|https|x", "ssl.cipher.suites=DEFAULT|nonsense", "ssl.curves.list=P-256|x", "ssl.sigalgs.list=x"},
	{"reconnect.backoff.ms=0|100|10001", "reconnect.backoff.max.ms=0|100|10000", "retry.backoff.ms=1|100|1001", "retry.backoff.max.ms=1|1000", "socket.connection.setup.timeout.ms=999|1000"},
	{"broker.address.family=any|v4|v6|V4|x", "api.version.request=true|false", "api.version.fallback.ms=0|1", "broker.version.fallback=0.10.0|0.9|x|"},
	{"metadata.recovery.strategy=none|rebootstrap|x", "client.dns.lookup=use_all_dns_ips|resolve_canonical_bootstrap_servers_only|default", "log_level=0|7|8", "topic.metadata.refresh.interval.ms=-2|-1|0"},
}

// pools are values of keys whose type says little about what is worth trying.
var pools = map[string][]string{
	"bootstrap.servers":             {"127.0.0.1:1", "127.0.0.1", "", "127.0.0.1:1,127.0.0.1:2", "127.0.0.1:99999", "PLAINTEXT://127.0.0.1:1", "http://127.0.0.1:1", ",", "127.0.0.1:x"},
	"metadata.broker.list":          {"127.0.0.1:1", ""},
	"debug":                         {"", "generic", "all", "x", "generic,x", "GENERIC", "cgrp, topic"},
	"plugin.library.paths":          {"", "missing"},
	"group.id":                      {"orders", "", " "},
	"client.id":                     {"orders", "", "a b"},
	"partitioner":                   {"random", "consistent_random", "murmur2", "murmur2_random", "fnv1a", "x", "RANDOM", ""},
	"group.protocol.type":           {"consumer", "", "x"},
	"builtin.features":              {"gzip", "ssl", "x", ""},
	"internal.termination.signal":   {"0"},
	"partition.assignment.strategy": {"range", "roundrobin", "cooperative-sticky", "range,roundrobin", "range,cooperative-sticky", "sticky", "", " range , roundrobin", "range ", ",range,", ",", "org.apache.kafka.clients.consumer.RangeAssignor", "RANGE"},
	"ssl.ca.location":               {"missing.pem", "probe", ""},
	"sasl.oauthbearer.config":       {"principal=x", "", "nonsense"},
	"topic.blacklist":               {"^x", "(", "a,b", "", "a[", "[(]", "*x", "x**", "a|(*b)", "a\\", "a\\(", "(a,b)", "^test\\..*,^__", "{2}", ")"},
}

// wrong are spellings that may or may not be read.
var wrong = []string{"", " ", "x", "1s", "10MB", "-1", "-2", "1.5", "1e3", "0x10", "010", "1_000", "2147483648", "9223372036854775807", "true", "5 ms", " 5", "+5", "99999999999"}

var kinds = []model.Kind{model.Producer, model.Consumer}

type generator struct {
	*rand.Rand
	version []int
	keys    map[model.Kind][]*catalog.Key
	n       int
}

func newGenerator(seed uint64, version string) (*generator, error) {
	v, err := catalog.ParseVersion(version)
	if err != nil {
		return nil, err
	}
	return &generator{Rand: rand.New(rand.NewPCG(seed, 0)), version: v, keys: map[model.Kind][]*catalog.Key{
		model.Producer: catalog.Keys(catalog.Librdkafka, model.Producer), model.Consumer: catalog.Keys(catalog.Librdkafka, model.Consumer),
	}}, nil
}

// anchor is a key that only one kind has, so that the file is of it.
var anchor = map[model.Kind]compare.Setting{
	model.Producer: {Key: "batch.num.messages", Value: "10000"},
	model.Consumer: {Key: "queued.min.messages", Value: "100000"},
}

func (g *generator) cases(n int) []compare.Case {
	cases := make([]compare.Case, n)
	for i := range cases {
		cases[i] = g.one(kinds[i%2])
	}
	return cases
}

func (g *generator) one(kind model.Kind) compare.Case {
	g.n++
	c := compare.Case{Kind: string(kind), File: fmt.Sprintf("%s-%05d.properties", kind, g.n), Keep: 2,
		Settings: []compare.Setting{{Key: "bootstrap.servers", Value: "127.0.0.1:1"}, anchor[kind]}}
	b := builder{g, kind, &c}
	if kind == model.Consumer { // without one, confluent-kafka-go itself refuses
		b.put("group.id", "orders")
		c.Keep = 3
	}
	switch g.IntN(10) {
	case 0, 1, 2:
		b.random(g.IntN(3) > 0)
	case 3, 4, 5, 6:
		b.group(pick(g.Rand, groups[kind]))
		for range g.IntN(3) {
			b.random(false)
		}
	case 7:
		b.group(pick(g.Rand, shared))
	case 8:
		for range 4 + g.IntN(8) {
			b.random(false)
		}
	default:
		for range 3 + g.IntN(5) {
			b.random(g.IntN(5) == 0)
		}
	}
	if g.IntN(20) == 0 {
		b.put(b.unknown(), "anything")
	}
	return c
}

// unknown is a name that librdkafka does not have and nobody else takes for his own: one of
// Java's, or a misspelling. A name that resembles none may be the application's.
func (g *generator) unknown() string {
	if g.IntN(2) == 0 {
		return pick(g.Rand, []string{"sasl.jaas.config", "enable.auto.commits", "max.pool.interval.ms", "bootstrap.server", "compresion.type"})
	}
	return pick(g.Rand, catalog.Keys(model.ClientJava, pick(g.Rand, kinds))).Name
}

type builder struct {
	*generator
	kind model.Kind
	c    *compare.Case
}

// put adds a setting unless the key is there, by whatever name: the order in which
// confluent-kafka-go hands on several of them is not that of the file.
func (b builder) put(name, value string) {
	for _, s := range b.c.Settings {
		if canonical(s.Key) == canonical(name) {
			return
		}
	}
	b.c.Put(name, value)
}

func canonical(name string) string {
	for _, kind := range kinds {
		if c := catalog.Canonical(catalog.Librdkafka, kind, name); c != name {
			return c
		}
	}
	return name
}

func (b builder) group(settings []string) {
	for _, s := range settings {
		if key, values, _ := strings.Cut(s, "="); b.IntN(5) > 1 {
			b.put(key, pick(b.Rand, strings.Split(values, "|")))
		}
	}
}

// random adds any key, by one of its names.
func (b builder) random(bad bool) {
	k := pick(b.Rand, b.keys[b.kind])
	for !k.Exists(b.version) && b.IntN(10) > 0 {
		k = pick(b.Rand, b.keys[b.kind])
	}
	name := pick(b.Rand, append([]string{k.Name, k.Name}, k.Aliases...))
	b.put(name, b.value(k, bad))
}

func (b builder) value(k *catalog.Key, bad bool) string {
	if p, ok := pools[k.Name]; ok {
		return pick(b.Rand, p)
	}
	values := k.ValuesAt(b.version)
	switch {
	case bad && len(values) > 0:
		one := pick(b.Rand, values)
		return pick(b.Rand, []string{strings.ToUpper(one), one + " ", " " + one, "", "x", one + "," + one})
	case bad && k.Range != nil && b.IntN(2) == 0:
		return pick(b.Rand, []string{format(k.Range.Min - 1), format(k.Range.Max + 1)})
	case bad:
		return pick(b.Rand, wrong)
	case len(values) > 0:
		return pick(b.Rand, values)
	case k.Type == catalog.Boolean:
		return pick(b.Rand, []string{"true", "false", "TRUE", "t", "0", "1"})
	case k.Range != nil:
		return pick(b.Rand, []string{format(k.Range.Min), format(min(k.Range.Max, k.Range.Min+100)), format(k.Range.Max)})
	}
	if text, ok := k.Default(b.version); ok {
		return text
	}
	return pick(b.Rand, []string{"x", ""})
}

func format(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }
