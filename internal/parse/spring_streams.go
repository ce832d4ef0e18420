package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// readStreams emits the applications of the Kafka Streams binder, which may be declared
// under other names, too (KafkaStreamsBinderSupportAutoConfiguration).
func (s *springCloud) readStreams(binders []springElement) bool {
	found := s.streamsBinder(s.kafka.at("streams", "binder"), "spring/streams-binder")
	for _, e := range binders {
		kind := e.text
		if p := s.declared[e.uniform].last("type"); p != nil {
			kind = p.value
		}
		if slices.Contains([]string{"kstream", "ktable", "globalktable"}, kind) {
			binder := s.declared[e.uniform].at("environment", "spring", "cloud", "stream", "kafka", "streams", "binder")
			found = s.streamsBinder(binder, "spring/streams-binder/"+e.text) || found
		}
	}
	return found
}

// streamsBinder emits one application for each function that has an id or settings of
// its own, or a single one.
func (s *springCloud) streamsBinder(binder springScope, anchor string) bool {
	if len(binder) == 0 {
		return false
	}
	functions, below := binder.at("functions").children()
	if len(functions) == 0 {
		s.streams(binder, nil, anchor)
	}
	for _, e := range functions[:min(len(functions), maxBindings)] {
		s.streams(binder, below[e.uniform], anchor+"/"+e.text)
	}
	return true
}

func (s *springCloud) streams(binder, function springScope, anchor string) {
	heading := function.heading()
	if len(function) == 0 {
		heading = binder.heading()
	}
	c := s.component(model.Streams, anchor, heading)
	f := springFiller{component: c}
	id := []springTypedKey{{name: "application-id", key: "application.id"}}
	f.role(springStreams, s.env.at("spring", "kafka"), s.env)
	f.typed(binder, append(id, springTypedKey{name: "replication-factor", key: "replication.factor"}))
	if written := c.Get("bootstrap.servers"); written == nil || written.Value == "localhost:9092" {
		f.brokers(s.kafka.at("binder"))
		f.brokers(binder)
	}
	f.literal(binder.at("configuration").literal(), keepAll)
	for _, side := range []string{"consumer", "producer"} {
		for _, p := range binder.at(side + "properties").literal() {
			f.put(side+"."+strings.TrimPrefix(p.name[0].text, side+"."), p, model.Explicit, model.Kafka)
		}
	}
	f.typed(function, id)
	f.literal(function.at("configuration").literal(), keepAll)
	f.handler(binder)
	f.jaas(binder.at("jaas"))
	s.finish(c)
	streamsClients(s.out, c)
}

// handlers are the exception handlers that the binder knows by a word.
var handlers = map[string]string{
	"logandcontinue": "org.apache.kafka.streams.errors.LogAndContinueExceptionHandler",
	"logandfail":     "org.apache.kafka.streams.errors.LogAndFailExceptionHandler",
}

func (f springFiller) handler(binder springScope) {
	const key = "default.deserialization.exception.handler"
	p := binder.last("deserialization-exception-handler")
	if p == nil || f.component.Get(key) != nil {
		return
	}
	if class, ok := handlers[springUniform(p.value)]; ok {
		named := *p
		named.value = class
		f.put(key, named, model.Explicit, model.Kafka)
	}
}
