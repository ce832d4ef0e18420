package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// streamsPrefixes are those under which Streams takes settings for its clients.
var streamsPrefixes = []string{"producer.", "consumer.", "main.consumer.", "restore.consumer.", "global.consumer.", "admin."}

// handedOn reports whether a key of Streams is one for its clients.
func handedOn(name string) bool {
	return slices.ContainsFunc(streamsPrefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}

// streamsAround returns the group of the Streams application for a client of which a
// group's keys are, as kafka.streams. is for kafka.streams.consumer., or nil.
func streamsAround(byPrefix map[string]*group, g *group) *group {
	for _, client := range streamsPrefixes {
		if before, ok := strings.CutSuffix(g.prefix, client); ok {
			if app := byPrefix[before]; app != nil && app.kind == model.Streams {
				return app
			}
		}
	}
	return nil
}

// handOn puts the keys of a group into the Streams application that hands them on to one
// of its clients. It reports whether there is one.
func (r *flatReader) handOn(g, shared *group) bool {
	app := r.streams[g.streams]
	if app == nil && slices.Contains(streamsPrefixes, g.prefix) {
		app = r.streams[shared]
	}
	if app == nil {
		return false
	}
	client := g.prefix
	if g.streams != nil {
		client = strings.TrimPrefix(client, g.streams.prefix)
	}
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
	java := flat{client: model.ClientJava}
	// What the main consumer overrides still reaches the others.
	overrides := func(key string) bool { return app.Get("main.consumer."+key) != nil }
	for _, client := range streamsClientList {
		restores := client.name == "restore.consumer"
		var settings []model.Setting
		own := false
		for _, s := range app.Settings {
			kind, exclusive := java.exclusive(s.Key)
			switch {
			case s.IsFact() || handedOn(s.Key):
				continue
			case exclusive && kind == client.kind && (client.always || restores && overrides(s.Key)):
				own = true
			case slices.Contains(lookUp(model.ClientJava, s.Key).kinds, client.kind):
				s.State = inheritedState(s.State)
			default:
				continue
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

// inheritedState is the state of a setting that is written for another component.
func inheritedState(s model.State) model.State {
	if s == model.Explicit {
		return model.Inherited
	}
	return s
}
