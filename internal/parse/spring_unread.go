package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// springGroups are what KafkaProperties has beside plain properties, for all clients or for
// one of them.
var springGroups = []string{"properties", "ssl", "security", "jaas", "listener", "template", "retry", "admin", "producer", "consumer", "streams", "bundle"}

// unread notes the keys of a client of Kafka that stand beside the typed ones, where Spring
// Boot passes over what it does not know: spring.kafka.producer.linger.ms. Applications keep
// settings of their own there too, so that only names with a word of Kafka's own count.
func (f springFiller) unread(r springRole, kafka springScope) {
	f.unreadBeside(r, kafka, springCommonKeys)
	f.unreadBeside(r, kafka.at(r.name), r.keys)
}

func (f springFiller) unreadBeside(r springRole, scope springScope, typed []springTypedKey) {
	for _, p := range scope.literal() {
		name := p.name[0].text
		first, _, _ := strings.Cut(name, ".")
		if slices.Contains(springGroups, springUniform(first)) || slices.ContainsFunc(typed, func(k springTypedKey) bool {
			return springUniform(k.name) == springUniform(name)
		}) {
			continue
		}
		key := foldedKeys()[fold(name)]
		if key == "" || slices.Contains(weak, key) && key != "acks" || !has(r.kind, key) {
			continue
		}
		f.component.Add(model.Setting{
			Key: model.UnreadFact + p.written, Written: p.written, Value: r.read(key), KeySpan: p.keySpan, ValueSpan: p.valueSpan,
			State: model.Explicit,
		})
	}
}

// read is the name under which Spring Boot reads a key for a client of the role.
func (r springRole) read(key string) string {
	for _, k := range r.keys {
		if k.key == key {
			return "spring.kafka." + r.name + "." + k.name
		}
	}
	for _, k := range springSecurityKeys {
		if k.key == key {
			return "spring.kafka.security." + k.name
		}
	}
	for _, k := range springSSLKeys {
		if k.key == key {
			return "spring.kafka.ssl." + k.name
		}
	}
	if catalog.Lookup(model.ClientJava, springOther(r.kind), key) != nil {
		return "spring.kafka.properties." + key
	}
	return "spring.kafka." + r.name + ".properties." + key
}
