package catalog

import (
	"slices"
	"strings"
	"sync"

	"github.com/kcfglint/kcfglint/internal/model"
)

// Owned is what a framework sets for a client it makes.
type Owned struct {
	Value string // as Kafka writes it; "" if Generated
	// Forced: it counts whatever is written. Else it is the framework's default and gives
	// way to what is written.
	Forced bool
	// Generated: the framework makes the value at run time (group.id of a sink connector),
	// so the key is not absent and its value is not known here.
	Generated bool
}

// Condition is a mode of a framework that changes what it sets.
type Condition string

// ExactlyOnce: Streams with processing.guarantee exactly_once or exactly_once_v2, a
// Connect source under exactly.once.source.support=enabled, a Flink sink with
// sink.delivery-guarantee=exactly-once.
const ExactlyOnce Condition = "exactly-once"

// StreamsProtocol: Streams with group.protocol=streams.
const StreamsProtocol Condition = "streams-protocol"

// Which consumer of a Streams application it is, and whether the setting is written under
// the prefix of this consumer alone, which Streams puts in after its own, or under that of
// the main consumer.
const (
	MainConsumer    Condition = "main"
	RestoreConsumer Condition = "restore" // and the one of global tables
	OwnPrefix       Condition = "own-prefix"
	MainPrefix      Condition = "main-prefix"
)

// OwnerValue returns what a framework defaults or forces for a key of a client of that
// kind: producer or consumer, and for model.Streams the application itself. The version is
// that of the framework's software (OwnerVersion); nil is the newest. For a consumer of
// the owner connect, it is what sink connectors get.
func OwnerValue(owner string, kind model.Kind, key string, version []int) (Owned, bool) {
	return OwnerValueWhen(owner, kind, key, version)
}

// OwnerValueWhen is OwnerValue in a mode of the framework: what a condition that holds says
// counts before what holds always, that of the last one most.
func OwnerValueWhen(owner string, kind model.Kind, key string, version []int, when ...Condition) (Owned, bool) {
	load := owners[owner]
	if load == nil {
		return Owned{}, false
	}
	if version == nil {
		version = Newest(OwnerVersion(owner), model.ClientJava)
	}
	var found *ownerFact
	rank := -2
	facts := load()[ownerKey{kindOf(kind), key}]
	for i := range facts {
		f := &facts[i]
		r := slices.Index(when, f.when)
		if Within(version, f.from, f.to) && (r >= 0 || f.when == "") && r > rank {
			found, rank = f, r
		}
	}
	if found == nil {
		return Owned{}, false
	}
	return found.owned, true
}

// OwnerKeys returns the keys that a framework may set for clients of that kind, sorted.
func OwnerKeys(owner string, kind model.Kind) []string {
	load := owners[owner]
	if load == nil {
		return nil
	}
	var keys []string
	for k := range load() {
		if k.kind == kindOf(kind) {
			keys = append(keys, k.key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// OwnerVersion returns which version OwnerValue depends on: model.OfConnect ...
func OwnerVersion(owner string) string {
	switch owner {
	case model.OwnerConnect, model.OwnerMirror:
		return model.OfConnect
	case model.OwnerSpring:
		return model.OfSpring
	case model.OwnerFlink:
		return model.OfKafkaConnector
	}
	return model.OfClient
}

type ownerKey struct {
	kind model.Kind
	key  string
}

type ownerFact struct {
	owned    Owned
	when     Condition
	from, to []int
}

// owners are the frameworks of the data. A line is kind, key, value, how (default,
// forced, generated or forced-generated), when, from, to.
var owners = func() map[string]func() map[ownerKey][]ownerFact {
	m := map[string]func() map[ownerKey][]ownerFact{}
	for _, name := range []string{model.OwnerConnect, model.OwnerStreams, model.OwnerSpring, model.OwnerSmallRye,
		model.OwnerFlink, model.OwnerMirror, model.OwnerAlpakka} {
		m[name] = sync.OnceValue(func() map[ownerKey][]ownerFact { return loadOwner(name) })
	}
	return m
}()

func loadOwner(name string) map[ownerKey][]ownerFact {
	m := map[ownerKey][]ownerFact{}
	for f := range records("data/owners/"+name+".tsv", 7) {
		k := ownerKey{model.Kind(f[0]), f[1]}
		m[k] = append(m[k], ownerFact{
			owned: Owned{Value: f[2], Forced: strings.HasPrefix(f[3], "forced"), Generated: strings.HasSuffix(f[3], "generated")},
			when:  Condition(f[4]), from: mustVersion(f[5]), to: mustVersion(f[6]),
		})
	}
	return m
}
