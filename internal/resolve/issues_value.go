package resolve

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// value judges what is written for a key.
func (j judged) value() []Issue {
	if j.s.Secret != nil {
		return nil
	}
	if j.s.State == model.Unknown {
		if j.entry != nil && slices.Contains(decisive, j.s.Key) && j.s.Value != "" {
			return []Issue{{Placeholder, map[string]any{}}}
		}
		return nil
	}
	entry := j.read()
	if entry == nil || j.replaced() {
		return nil
	}
	if j.c.Kind == model.ShareConsumer && j.s.Key == "interceptor.classes" {
		return nil // KafkaShareConsumer of 4.0 makes no interceptors, and later ones take the key not at all
	}
	if j.s.Key == "bootstrap.servers" && j.s.Value == "" && j.c.CodeMaySet {
		return nil // to be filled in where the program runs
	}
	v, err := entry.ParseAt(j.s.Value, j.s.Notation, j.version)
	switch {
	case errors.Is(err, catalog.ErrUnset), errors.Is(err, catalog.ErrNotFinite):
		return nil
	case err != nil && (j.onlyWritten() || j.c.Kind == model.FlinkCDC && !j.readsPipelineValue()):
		return nil
	case err != nil:
		return []Issue{{Invalid, map[string]any{"expected": catalog.Expected(err)}}}
	}
	if n, ok := v.(int64); ok && j.s.Notation == model.Kafka && !j.c.Development {
		if meant, unit, ok := slip(j.s.Key, n); ok {
			return []Issue{{UnitSlip, map[string]any{"suggestion": strconv.FormatInt(meant, 10), "unit": unit}}}
		}
	}
	return nil
}

// onlyWritten reports whether an option of a table that is only read is one that a format
// looks into where it writes (JsonFormatOptionsUtil.validateEncodingFormatOptions).
func (j judged) onlyWritten() bool {
	role, _ := j.c.Value("@sql.role")
	return role == "source" && strings.HasSuffix(j.s.Key, ".map-null-key.mode")
}

// read returns the key by whose facts the client reads the value, or nil if it does not
// read it. librdkafka reads the keys of other kinds of clients, too, and refuses what is
// wrong with them (rd_kafka_conf_set knows of no kind).
func (j judged) read() *catalog.Key {
	reads := func(k *catalog.Key) bool { return k != nil && (len(j.version) == 0 || k.Exists(j.version)) }
	if reads(j.entry) {
		return j.entry
	}
	if j.c.Client == catalog.Librdkafka {
		for _, kind := range []model.Kind{model.Producer, model.Consumer} {
			if k := catalog.Lookup(j.c.Client, kind, j.s.Key); reads(k) {
				return k
			}
		}
	}
	return nil
}

// replaced reports whether the owner puts another value in its place before anybody
// reads it, as Streams does with what it decides about its clients.
func (j judged) replaced() bool {
	c := *j.c
	switch {
	case c.Kind == model.Streams && j.entry != Entry(j.c, j.s.Key): // handed on
		c.Kind, c.Owner = model.Consumer, model.OwnerStreams
	case c.Owner != model.OwnerStreams:
		return false
	}
	switch {
	case j.s.Key == "group.instance.id":
		return true // the number of the thread goes behind it
	case j.s.Key == "bootstrap.servers" && c.Kind != model.Admin && !ownPrefix.MatchString(j.s.Written):
		return true // by that of the application: StreamsConfig.getProducerConfigs, getCommonConsumerConfigs
	}
	owned, ok := catalog.OwnerValueWhen(model.OwnerStreams, c.Kind, j.s.Key, j.version, conditions(&c, j.s)...)
	return ok && owned.Forced
}

// refusedText adds to a number with a unit whether its reader stops at it: Kafka's always
// do, where librdkafka reads the digits, which may be out of range.
func (j judged) refusedText(issues []Issue) {
	for _, i := range issues {
		if i.Code == UnitSuffix {
			_, err := j.entry.ParseAt(j.s.Value, j.s.Notation, j.version)
			i.Fields["refused"] = err != nil
		}
	}
}

// decisive are the keys whose values decide what may be lost, doubled or refused.
var decisive = []string{
	"acks", "enable.idempotence", "max.in.flight.requests.per.connection", "retries", "delivery.timeout.ms", "transaction.timeout.ms",
	"auto.offset.reset", "enable.auto.commit", "isolation.level", "session.timeout.ms", "max.poll.interval.ms",
	"processing.guarantee", "num.standby.replicas", "replication.factor", "min.insync.replicas", "unclean.leader.election.enable",
	"cleanup.policy", "retention.ms", "errors.tolerance", "exactly.once.source.support",
	"execution.checkpointing.interval", "execution.checkpointing.mode", "sink.delivery-guarantee", "scan.startup.mode",
}

// plausible is the range of a number that is meant, in the unit of its key.
type plausible struct{ min, max int64 }

// plausibles are the ranges outside of which a number was meant in another unit: what is
// below min and reaches it when it is taken for seconds (or kilobytes) was meant so, and
// the other way round. Between, there is room for tests and for the daring.
var plausibles = map[string]plausible{
	"session.timeout.ms":        {1000, 3_600_000},
	"heartbeat.interval.ms":     {100, 1_200_000},
	"max.poll.interval.ms":      {1000, 86_400_000},
	"request.timeout.ms":        {100, 3_600_000},
	"delivery.timeout.ms":       {1000, 86_400_000},
	"transaction.timeout.ms":    {1000, 86_400_000},
	"auto.commit.interval.ms":   {10, 3_600_000},
	"metadata.max.age.ms":       {100, 86_400_000},
	"default.api.timeout.ms":    {1000, 86_400_000},
	"connections.max.idle.ms":   {1000, 0},
	"retention.ms":              {60_000, 0},
	"log.retention.ms":          {60_000, 0},
	"offset.flush.interval.ms":  {100, 86_400_000},
	"replica.lag.time.max.ms":   {1000, 86_400_000},
	"linger.ms":                 {0, 3_600_000},
	"buffer.memory":             {65_536, 0},
	"max.request.size":          {1024, 0},
	"max.partition.fetch.bytes": {1024, 0},
	"message.max.bytes":         {1024, 0},
	"max.message.bytes":         {1024, 0},
}

// slip returns what a number was meant to be if it looks like one of another unit.
func slip(key string, n int64) (meant int64, unit string, ok bool) {
	p, known := plausibles[key]
	if !known || n <= 1 {
		return 0, "", false // off, none, or for tests
	}
	factor, small := int64(1000), "seconds"
	if !strings.HasSuffix(key, ".ms") {
		factor, small = 1024, "kilobytes"
	}
	switch {
	case n < p.min && n*factor >= p.min:
		return n * factor, small, true
	case n < p.min && n*factor*60 >= p.min && factor == 1000:
		return n * factor * 60, "minutes", true
	case n < p.min && n*factor*1024 >= p.min && factor == 1024:
		return n * factor * 1024, "megabytes", true
	case p.max > 0 && n > p.max && n < 1<<31-1 && n/factor <= p.max && n%factor == 0:
		return n / factor, "microseconds", true
	}
	return 0, "", false
}
