package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

// flinkEntry is one key and value of Flink's configuration, whatever file it stands in.
type flinkEntry struct {
	key, value         string // as Flink sees them: flattened, and after its scalar rules
	keySpan, valueSpan model.Span
}

// flinkCanonical returns the newest name of a key of Flink's configuration.
func flinkCanonical(key string) string {
	return catalog.Canonical(catalog.Flink, model.FlinkCluster, key)
}

// putFlink puts entries into a component in the order in which the reader meets them.
func putFlink(c *model.Component, entries []flinkEntry) {
	for _, e := range byPrecedence(entries) {
		put(c, model.Setting{
			Key: flinkCanonical(e.key), Written: e.key, Value: maskFlink(e.value), KeySpan: e.keySpan, ValueSpan: e.valueSpan,
			Notation: model.Flink,
		})
	}
}

// inValue matches the name and the text of what a value may hold in its turn: a system
// property of env.java.opts, or an entry of a flow mapping.
var inValue = lazyregexp.New(`(-D\s*|[{,]\s*["']?)([\w.\-]+)(["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s"',;}]+)`)

// maskFlink hides secrets within a value whose own key is none.
func maskFlink(value string) string {
	if !strings.ContainsAny(value, "={") {
		return value
	}
	return inValue.ReplaceAllStringFunc(value, func(match string) string {
		if m := inValue.FindStringSubmatch(match); catalog.IsSecret(m[2]) {
			return m[1] + m[2] + m[3] + "****"
		}
		return match
	})
}

// byPrecedence orders the entries of each key so that the last one counts. Where a key is
// written under several of its names, Flink takes the newest name wherever it stands
// (Configuration.getRawValueFromOption asks for the key, then for its fallback keys).
func byPrecedence(entries []flinkEntry) []flinkEntry {
	return newestLast(entries, func(e flinkEntry) (key, name string) { return flinkCanonical(e.key), e.key }, flinkRank)
}

// newestLast orders the entries that have the same key by the rank of the names by which they
// are written. Those of other keys stay where they are.
func newestLast[E any](entries []E, names func(E) (key, name string), rank func(key, name string) int) []E {
	places := make(map[string][]int)
	for i, e := range entries {
		key, _ := names(e)
		places[key] = append(places[key], i)
	}
	ordered := slices.Clone(entries)
	for key, at := range places {
		if len(at) == 1 {
			continue
		}
		same := make([]E, len(at))
		for n, i := range at {
			same[n] = entries[i]
		}
		slices.SortStableFunc(same, func(a, b E) int {
			_, first := names(a)
			_, second := names(b)
			return rank(key, first) - rank(key, second)
		})
		for n, i := range at {
			ordered[i] = same[n]
		}
	}
	return ordered
}

// flinkRank is how new a name of a key is.
func flinkRank(canonical, name string) int {
	k := catalog.Lookup(catalog.Flink, model.FlinkCluster, canonical)
	if k == nil || name == canonical {
		return 1 << 10
	}
	return slices.Index(k.Aliases, name)
}

// flinkOwn matches keys that stand in no configuration but Flink's; flinkLike matches
// keys that Flink has and that other software may have too.
var (
	flinkOwn = lazyregexp.New(`^(?:` +
		`(?:jobmanager|taskmanager)\.(?:rpc\.|memory\.|heap\.|bind-host$|host$|numberOfTaskSlots$|execution\.|web\.|network\.|state\.|slot)|` +
		`execution\.(?:checkpointing|savepoint|savepoint-restore-mode|state-recovery|runtime-mode|attached|target|batch)(?:\.|$)|` +
		`state\.(?:backend\.(?:type|incremental|rocksdb|fs|local-recovery|changelog)|checkpoints|savepoints|checkpoint-storage)(?:\.|$)|` +
		`restart-strategy\.[\w-]+|high-availability\.[\w-]+|parallelism\.default$|classloader\.(?:resolve-order|check-leaked)|` +
		`table\.(?:exec|optimizer)\.|pipeline\.(?:max-parallelism|auto-watermark-interval|object-reuse|operator-chaining)|` +
		`kubernetes\.operator\.|metrics\.reporters?(?:\.|$)|env\.java\.opts(?:\.|$)|` +
		`(?:blob|query)\.server\.port$|rest\.(?:bind-address|bind-port|flamegraph))`)
	// flinkRoot are the first words of keys in the catalog under which only Flink has them:
	// state.backend and rest.port may be anybody's.
	flinkRoot = lazyregexp.New(`^(?:jobmanager|taskmanager|execution|restart-strategy|high-availability|table|sql-client|` +
		`queryable-state|slotmanager|resourcemanager|jobstore|statefun)\.`)
	flinkLike = lazyregexp.New(`^(?:jobmanager|taskmanager|execution|state|restart-strategy|high-availability|parallelism|` +
		`classloader|table|sql-client|pipeline|kubernetes|yarn|metrics|env|blob|query|rest|web|io|fs|s3|security|cluster|` +
		`historyserver|akka|pekko|zookeeper|queryable-state|heartbeat|slot|slotmanager|client|jobstore|sink|job|recovery)(?:\.|$)`)
)

// isFlinkKey reports whether a key is one that Flink may have; own says that nothing
// else has it.
func isFlinkKey(key string) (known, own bool) {
	if flinkOwn.MatchString(key) {
		return true, true
	}
	if strings.Contains(key, ".") && catalog.Lookup(catalog.Flink, model.FlinkCluster, flinkCanonical(key)) != nil {
		return true, flinkRoot.MatchString(key)
	}
	return flinkLike.MatchString(key), false
}

// isFlinkConfig reports whether keys are those of a Flink configuration: at least two,
// one of which stands in nothing else, and not fewer than what is foreign.
func isFlinkConfig(keys []string) bool {
	known, own := 0, 0
	for _, key := range keys {
		k, o := isFlinkKey(key)
		if k {
			known++
		}
		if o {
			own++
		}
	}
	return own > 0 && known > 1 && known >= len(keys)-known
}
