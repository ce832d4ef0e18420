package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// streamsPrefixes are those under which Streams takes settings for its clients.
var streamsPrefixes = []string{"producer.", "consumer.", "main.consumer.", "restore.consumer.", "global.consumer.", "admin."}

// handedOn reports whether a key of Streams is one for its clients.
func handedOn(name string) bool {
	return slices.ContainsFunc(streamsPrefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}

// streamsAround returns the group of the Streams application for a client of which a
// group's keys are, as kafka.streams. is for kafka.streams.consumer., or nil. What has no
// prefix is one if its keys or the file's name say so.
func (f flat) streamsAround(byPrefix map[string]*group, g *group, base string) *group {
	for _, client := range streamsPrefixes {
		before, ok := strings.CutSuffix(g.prefix, client)
		app := byPrefix[before]
		if !ok || app == nil {
			continue
		}
		if app.kind == model.Streams || before == "" && slices.Equal(f.kindsOf(app, base), []model.Kind{model.Streams}) {
			return app
		}
	}
	return nil
}

// handOn puts the keys of a group into the Streams application that hands them on to one
// of its clients. It reports whether there is one.
func (r *flatReader) handOn(g *group) bool {
	app := r.streams[g.streams]
	if app == nil {
		return false
	}
	client := strings.TrimPrefix(g.prefix, g.streams.prefix)
	for _, p := range g.pairs {
		put(app, model.Setting{Key: client + p.key, Written: p.Key, Value: p.Value, KeySpan: p.KeySpan, ValueSpan: p.ValueSpan})
	}
	return true
}

// quarkusStreams is the prefix of Quarkus's own options for Streams, which are written
// with dashes (bootstrap-servers). It takes any key of Streams under it too, for the same
// application as under kafka-streams. alone (KafkaStreamsProducer.getStreamsProperties).
const quarkusStreams = "quarkus.kafka-streams."

// ofQuarkus returns the name under which a key of Quarkus's reaches Streams, or a name
// that is none of those as it is.
func (f flat) ofQuarkus(written string) string {
	own, ok := strings.CutPrefix(written, quarkusStreams)
	if !ok {
		return written
	}
	if key, ok := f.known(strings.ReplaceAll(own, "-", ".")); ok {
		own = key
	}
	return strings.TrimPrefix(quarkusStreams, "quarkus.") + own
}

// streamsClient is a client of a Streams application: its name, and the prefixes under
// which it takes settings, the one that counts most last.
type streamsClient struct {
	name     string
	kind     model.Kind
	prefixes []string
	// always: it has what stands under no prefix of its own, too.
	always bool
}

// streamsClientList follows StreamsConfig.getMainConsumerConfigs and its siblings.
var streamsClientList = []streamsClient{
	{"producer", model.Producer, []string{"producer."}, true},
	{"consumer", model.Consumer, []string{"consumer.", "main.consumer."}, true},
	{"restore.consumer", model.Consumer, []string{"consumer.", "restore.consumer."}, false},
	{"global.consumer", model.Consumer, []string{"consumer.", "global.consumer."}, false},
	{"admin", model.Admin, []string{"admin."}, false},
}

// streamsClients emits the clients for which a Streams application has settings: under
// prefixes such as "producer.", or without one (StreamsConfig.getClientPropsWithPrefix).
// What other clients or the application itself have as well is inherited from there.
func streamsClients(out *Output, app *model.Component) {
	// What the main consumer overrides still reaches the others, and what Streams decides
	// about it alone.
	overrides := func(key string) bool {
		return app.Get("main.consumer."+key) != nil || key == "allow.auto.create.topics"
	}
	for _, client := range streamsClientList {
		restores := client.name == "restore.consumer"
		var settings []model.Setting
		own := false
		for _, s := range app.Settings {
			if s.IsFact() || handedOn(s.Key) || !catalog.Own(model.ClientJava, client.kind, s.Key) {
				continue
			}
			decisive, alone := forClient(client.kind, s.Key)
			if client.always || client.kind == model.Admin || restores && overrides(s.Key) {
				own = own || decisive
			} else {
				alone = false
			}
			if !alone {
				s.State = inheritedState(s.State)
			}
			settings = append(settings, s)
		}
		for i, prefix := range client.prefixes {
			last := i == len(client.prefixes)-1
			for _, s := range app.Settings {
				key, ok := strings.CutPrefix(s.Key, prefix)
				if !ok {
					continue
				}
				if s.Key = key; !last && !client.always && !(restores && overrides(key)) {
					s.State = inheritedState(s.State)
				} else {
					own = true
				}
				settings = append(settings, s)
			}
		}
		if !own {
			continue
		}
		c := out.Child(app, model.OwnerStreams, client.kind)
		c.Name = client.name
		for _, s := range settings {
			c.Add(s)
		}
		c.Links.Cluster = app.Links.Cluster
	}
}

// forClient says what a key of a client is that a Streams application hands on: decisive
// if not all its clients have it, and alone if nothing else of the application has it.
func forClient(kind model.Kind, key string) (decisive, alone bool) {
	has := func(k model.Kind) bool { return catalog.Own(model.ClientJava, k, key) }
	switch kind {
	case model.Producer:
		decisive = !has(model.Consumer)
	case model.Consumer:
		decisive = !has(model.Producer)
	case model.Admin:
		return !has(model.Producer) && !has(model.Streams), false
	}
	return decisive, decisive && !has(model.Streams) && !has(model.Admin)
}

// inheritedState is the state of a setting that is written for another component.
func inheritedState(s model.State) model.State {
	if s == model.Explicit {
		return model.Inherited
	}
	return s
}
