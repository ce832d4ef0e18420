package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// groups are keys that the clients check against each other, with values around the
// boundaries of these checks. A key that is not one of the kind's is passed over.
var groups = map[model.Kind][][]string{
	model.Producer: {
		{"acks=all|-1|0|1|2|ALL", "enable.idempotence=true|false", "retries=0|1|5|2147483647", "max.in.flight.requests.per.connection=1|5|6|10", "transactional.id=tx"},
		{"delivery.timeout.ms=0|1000|29999|30000|30005|31000|120000|2147483647", "linger.ms=0|5|1000|100000", "request.timeout.ms=0|1000|30000|119999|120000|200000|2147483647"},
		{"transaction.two.phase.commit.enable=true|false", "transaction.timeout.ms=1000|60000", "transactional.id=tx", "enable.idempotence=true|false"},
		{"buffer.memory.allocation.strategy=full|incremental|INCREMENTAL", "compression.type=none|gzip|zstd", "batch.size=0|1|512|16384|1000000", "buffer.memory=1|32768|33554432"},
		{"compression.type=gzip|zstd|lz4", "compression.gzip.level=-2|-1|0|1|9|10", "compression.zstd.level=-200000|0|3|22|23", "compression.lz4.level=0|1|17|18"},
		{"retry.backoff.ms=0|100|5000", "retry.backoff.max.ms=0|100|1000", "reconnect.backoff.ms=0|50|2000", "reconnect.backoff.max.ms=0|50|1000"},
		{"enable.metrics.push=true|false", "metadata.recovery.strategy=none|rebootstrap|REBOOTSTRAP", "metadata.recovery.rebootstrap.trigger.ms=1|1000"},
		{"partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner", "partitioner.ignore.keys=true|false", "partitioner.adaptive.partitioning.enable=true|false"},
	},
	model.Consumer: {
		{"group.id=g", "session.timeout.ms=1|3000|10000|45000", "heartbeat.interval.ms=1|3000|9999|10000|45000|50000", "max.poll.interval.ms=1|1000|300000", "group.protocol=classic|consumer|CONSUMER"},
		{"group.id=g||orders ", "enable.auto.commit=true|false|TRUE", "auto.commit.interval.ms=0|5000", "group.instance.id=i-1"},
		{"group.id=g", "group.protocol=classic|consumer|Consumer", "group.remote.assignor=uniform|", "partition.assignment.strategy=" + assignor + "RangeAssignor|", "session.timeout.ms=45000| ", "heartbeat.interval.ms=3000",
			"share.acknowledgement.mode=implicit|explicit", "share.acquire.mode=batch_optimized|record_limit"},
		{"group.id=g", "partition.assignment.strategy=" + assignor + "RangeAssignor|" + assignor + "RangeAssignor," + assignor + "CooperativeStickyAssignor|" + assignor + "CooperativeStickyAssignor",
			"group.instance.id=i|a b|.", "isolation.level=read_committed|read_uncommitted|READ_COMMITTED"},
		{"default.api.timeout.ms=1|29999|30000|60000", "request.timeout.ms=1|30000|60001", "fetch.max.wait.ms=500|60000", "max.poll.records=0|1|500"},
		{"fetch.min.bytes=0|1|100000000", "fetch.max.bytes=0|1|52428800", "max.partition.fetch.bytes=0|1048576", "receive.buffer.bytes=-2|-1|0", "send.buffer.bytes=-2|-1"},
		{"auto.offset.reset=latest|earliest|none|by_duration:PT1H", "allow.auto.create.topics=true|false", "exclude.internal.topics=true|false", "check.crcs=true|false"},
	},
	model.ShareConsumer: {
		{"auto.offset.reset=latest", "enable.auto.commit=true|false", "group.instance.id=i", "isolation.level=read_committed"},
		{"partition.assignment.strategy=" + assignor + "RangeAssignor", "interceptor.classes=|x", "session.timeout.ms=45000", "heartbeat.interval.ms=3000", "group.protocol=consumer|classic", "group.remote.assignor=uniform"},
		{"share.acknowledgement.mode=implicit|explicit|EXPLICIT|x", "share.acquire.mode=batch_optimized|record_limit|RECORD_LIMIT|x", "max.poll.records=0|1|500"},
	},
	model.Admin: {
		{"default.api.timeout.ms=0|1|29999|30000|60000", "request.timeout.ms=0|1|30000|60001", "retries=0|5"},
		{"bootstrap.controllers=127.0.0.1:9093", "retry.backoff.ms=0|100|5000", "retry.backoff.max.ms=0|1000"},
		{"metadata.recovery.strategy=none|rebootstrap", "enable.metrics.push=true|false"},
	},
	model.Streams: {
		{"processing.guarantee=at_least_once|exactly_once|exactly_once_beta|exactly_once_v2|exactly_once_v3", "commit.interval.ms=100|10000|10001|60000", "producer.transaction.timeout.ms=100|10000|60000", "transaction.timeout.ms=60000"},
		{"processing.guarantee=at_least_once|exactly_once_v2|exactly_once", "max.in.flight.requests.per.connection=1|5|6", "producer.max.in.flight.requests.per.connection=5|6", "producer.acks=all|1|0", "acks=1|all", "producer.enable.idempotence=true|false", "producer.retries=0|3", "retries=0|3"},
		{"topic.segment.bytes=1000|16384|1073741824", "producer.batch.size=0|16384|200000", "batch.size=16384|2000000"},
		{"probing.rebalance.interval.ms=59999|60000|600000", "acceptable.recovery.lag=-1|0|10000", "max.warmup.replicas=0|1", "num.standby.replicas=0|1|-1"},
		{"enable.metrics.push=true|false", "main.consumer.enable.metrics.push=true|false", "consumer.enable.metrics.push=true|false", "admin.enable.metrics.push=true|false"},
		{"rack.aware.assignment.tags=zone|zone,cluster|a,b,c,d,e,f|", "client.tag.zone=eu|", "client.tag.cluster=k1", "rack.aware.assignment.strategy=none|min_traffic|x"},
		{"main.consumer.enable.auto.commit=true|false", "consumer.enable.auto.commit=true|false", "global.consumer.enable.auto.commit=true|false", "restore.consumer.enable.auto.commit=true", "enable.auto.commit=true|false"},
		{"processing.guarantee=exactly_once_v2", "main.consumer.isolation.level=read_uncommitted", "consumer.isolation.level=read_uncommitted", "isolation.level=read_uncommitted|READ"},
		{"upgrade.from=0.10.0|2.0|2.3|2.4|3.2|3.9|4.0|4.9", "topology.optimization=none|all|all,none|x", "group.protocol=classic|streams|consumer", "num.standby.replicas=1", "main.consumer.group.instance.id=i"},
		{"consumer.session.timeout.ms=10000|45000", "consumer.heartbeat.interval.ms=3000|10000|45000", "main.consumer.session.timeout.ms=3000", "session.timeout.ms=3000", "main.consumer.heartbeat.interval.ms=3000", "group.protocol=classic|streams"},
		{"default.deserialization.exception.handler=org.apache.kafka.streams.errors.LogAndFailExceptionHandler|", "deserialization.exception.handler=org.apache.kafka.streams.errors.LogAndFailExceptionHandler", "default.key.serde=" + serialization + "Serdes$StringSerde"},
		{"state.cleanup.delay.ms=-1|0", "cache.max.bytes.buffering=-1|0|10", "statestore.cache.max.bytes=-1|0|10", "buffered.records.per.partition=0|1", "num.stream.threads=0|1|2"},
	},
}

// security is checked by all clients.
var security = [][]string{
	{"security.protocol=SASL_SSL|SASL_PLAINTEXT|sasl_plaintext|PLAINTEXT|SSL", "sasl.mechanism=PLAIN|SCRAM-SHA-512||GSSAPI|plain", "sasl.jaas.config"},
	{"security.protocol=SSL|ssl", "ssl.keystore.location", "ssl.keystore.password", "ssl.key.password", "ssl.keystore.type"},
	{"security.protocol=SSL|SASL_SSL|ssl", "sasl.mechanism=PLAIN", "sasl.jaas.config", "ssl.truststore.location", "ssl.truststore.password", "ssl.truststore.type"},
	{"security.protocol=SSL", "ssl.keystore.key", "ssl.keystore.certificate.chain", "ssl.truststore.certificates", "ssl.keystore.type=PEM|PKCS12", "ssl.keystore.location"},
	{"security.protocol=SSL", "ssl.protocol", "ssl.enabled.protocols", "ssl.cipher.suites", "ssl.endpoint.identification.algorithm", "ssl.provider"},
	{"sasl.login.refresh.window.factor=0.5|0.4|1", "sasl.login.refresh.window.jitter=0|0.25|0.3", "sasl.login.refresh.buffer.seconds=0|3600|3601", "sasl.login.refresh.min.period.seconds=0|900|901"},
	{"socket.connection.setup.timeout.ms=0|10000", "socket.connection.setup.timeout.max.ms=0|5000", "reconnect.backoff.ms=0|2000", "retry.backoff.ms=-1|100", "connections.max.idle.ms=0|-1|540000"},
}

// anchors are the settings that make a file one of its kind, of which one line is taken.
var anchors = map[model.Kind][][]string{
	model.Producer:      {{"key.serializer=" + serialization + "StringSerializer"}, {"batch.size=16384"}},
	model.Consumer:      {{"key.deserializer=" + serialization + "StringDeserializer"}, {"check.crcs=true"}},
	model.ShareConsumer: {{"key.deserializer=" + serialization + "StringDeserializer"}},
	model.Admin:         {{"bootstrap.servers=127.0.0.1:19092"}, {"metadata.max.age.ms=300000", "request.timeout.ms=20000"}},
	model.Streams:       {{"application.id=orders", "num.stream.threads=1"}},
}

// generator makes the configurations of one release.
type generator struct {
	*rand.Rand
	version []int
	text    string
	n       int
}

func newGenerator(seed uint64, version string) (*generator, error) {
	v, err := catalog.ParseVersion(version)
	return &generator{Rand: rand.New(rand.NewPCG(seed, 0)), version: v, text: version}, err
}

// cases makes n configurations, the kinds in turn.
func (g *generator) cases(n int, kinds []model.Kind) []compare.Case {
	cases := make([]compare.Case, n)
	for i := range cases {
		cases[i] = g.one(kinds[i%len(kinds)])
	}
	return cases
}

func (g *generator) one(kind model.Kind) compare.Case {
	g.n++
	anchor := pick(g.Rand, anchors[kind])
	c := compare.Case{Kind: string(kind), File: fmt.Sprintf("%s-%05d.properties", kind, g.n), Keep: len(anchor)}
	b := builder{g, kind, &c}
	for _, a := range anchor {
		key, value, _ := strings.Cut(a, "=")
		b.c.Put(key, value)
	}
	if kind == model.ShareConsumer || kind == model.Consumer && g.IntN(2) == 0 {
		b.c.Put("group.id", "orders")
	}
	switch g.IntN(20) {
	case 0, 1, 2, 3, 4, 5, 6: // one setting, of any kind
		b.random(g.IntN(3) > 0)
	case 7, 8, 9, 10, 11, 12, 13: // settings that are checked against each other
		b.group(pick(g.Rand, groups[kind]))
		for range g.IntN(3) {
			b.random(false)
		}
	case 14, 15: // security
		b.group(pick(g.Rand, security))
		if g.IntN(3) == 0 {
			b.group(pick(g.Rand, security))
		}
	case 16, 17: // much, and nothing wrong with any of it
		for range 5 + g.IntN(10) {
			b.random(false)
		}
	default: // much, some of it wrong
		for range 3 + g.IntN(6) {
			b.random(g.IntN(6) == 0)
		}
	}
	if g.IntN(25) == 0 {
		b.c.Put(pick(g.Rand, []string{"app.name", "my.custom.key", "schema.registry.url", "x"}), "anything")
	}
	return c
}

// builder adds settings to a case.
type builder struct {
	*generator
	kind model.Kind
	c    *compare.Case
}

// prefixes are under which Streams hands settings on to its clients, with their kind.
var prefixes = []struct {
	prefix string
	kind   model.Kind
}{
	{"producer.", model.Producer}, {"consumer.", model.Consumer}, {"main.consumer.", model.Consumer}, {"restore.consumer.", model.Consumer},
	{"global.consumer.", model.Consumer}, {"admin.", model.Admin}, {"", model.Producer}, {"", model.Consumer},
}

// random adds any key of the kind.
func (b builder) random(wrong bool) {
	prefix, kind := "", b.kind
	if kind == model.Streams && b.IntN(3) == 0 {
		p := pick(b.Rand, prefixes)
		prefix, kind = p.prefix, p.kind
	}
	keys := catalog.Keys(model.ClientJava, kind)
	k := pick(b.Rand, keys)
	for !k.Exists(b.version) && b.IntN(20) > 0 { // an unknown key now and then
		k = pick(b.Rand, keys)
	}
	value := good(b.Rand, k, b.version)
	if wrong {
		value = bad(b.Rand, k, b.version)
	}
	if limit, ok := costly[k.Name]; ok && len(value) > len(limit) {
		value = limit
	}
	b.c.Put(prefix+k.Name, value)
}

// costly are keys whose large values cost time or memory, and one that does not.
var costly = map[string]string{"num.stream.threads": "2", "send.buffer.bytes": "131072", "receive.buffer.bytes": "131072"}

// group adds settings of a group, each as likely as not.
func (b builder) group(settings []string) {
	for _, s := range settings {
		key, values, given := strings.Cut(s, "=")
		if b.IntN(5) < 2 {
			continue
		}
		if given {
			b.c.Put(key, pick(b.Rand, strings.Split(values, "|")))
			continue
		}
		if p := pools[key]; len(p.good) > 0 && b.IntN(2) == 0 {
			b.c.Put(key, pick(b.Rand, p.good))
		} else {
			b.c.Put(key, pick(b.Rand, p.bad))
		}
	}
}
