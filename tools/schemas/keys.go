package main

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

// keys holds every key that a rule may name, with the schemas of the values that it has
// in one client or another. A secret has none: rules never see its value.
type keys map[string][]*schema

func (k keys) add(name string, value *schema) {
	if _, ok := k[name]; !ok {
		k[name] = nil
	}
	if value != nil && !slices.ContainsFunc(k[name], value.equals) {
		k[name] = append(k[name], value)
	}
}

// otherKeys are those that rules name although no client has them by that name.
var otherKeys = []string{
	// librdkafka's alias of sasl.oauthbearer.client.credentials.client.secret: in the file
	// of another client it stays what it is, and a secret.
	"sasl.oauthbearer.client.secret",
	// What Connect gives the topics that it creates for itself (DistributedConfig.topicSettings).
	"config.storage.cleanup.policy", "config.storage.partitions", "offset.storage.cleanup.policy", "status.storage.cleanup.policy",
	// SchemaRegistryClientConfig of Confluent's serializers.
	"basic.auth.user.info", "schema.registry.basic.auth.user.info", "schema.registry.ssl.key.password",
	"schema.registry.ssl.keystore.password", "schema.registry.ssl.truststore.password",
	// Spring's JsonDeserializer.
	"spring.json.trusted.packages", "spring.json.use.type.headers",
	// Pipelines of Flink CDC, of whatever connector.
	"sink.exclude.schema.changes", "sink.include.schema.changes", "sink.partition.strategy",
	"sink.sink.delivery-guarantee", "sink.type", "source.scan.binlog.newly-added-table.enabled", "source.scan.newly-added-table.enabled",
	"source.scan.startup.mode", "source.server-id", "source.tables", "source.type",
}

// allKeys returns the keys of all clients and kinds, the facts, and what the given names
// mean besides: keys that a framework hands on under a prefix are too many to list.
func allKeys(named []string) keys {
	k := make(keys)
	clients := append(catalog.Clients(), catalog.Flink, catalog.SmallRye)
	for _, client := range clients {
		for _, kind := range model.Kinds() {
			for _, key := range catalog.Keys(client, kind) {
				k.add(key.Name, valueOf(key))
			}
		}
	}
	k.addPipelines()
	for _, f := range resolve.Facts() {
		if !strings.HasSuffix(f.Name, ".") {
			k.add(f.Name, ofFact(f))
		}
	}
	for _, name := range otherKeys {
		k.add(name, secretOr(name, text))
	}
	for _, name := range named {
		if _, ok := k[name]; !ok {
			k.addPrefixed(name, clients)
		}
	}
	return k
}

// addPipelines adds the options of the connectors of Flink CDC under the names that a
// pipeline has for them.
func (k keys) addPipelines() {
	for _, part := range []string{"source", "sink"} {
		for _, connector := range catalog.PipelineConnectors(part) {
			for _, key := range catalog.Keys(catalog.Flink, catalog.PipelineKind(part, connector)) {
				if !strings.HasSuffix(key.Name, ".") {
					k.add(part+"."+key.Name, valueOf(key))
				}
			}
		}
	}
}

// only returns those of the keys that have one of the names.
func (k keys) only(names []string) keys {
	some := make(keys)
	for _, name := range names {
		if values, ok := k[name]; ok {
			some[name] = values
		}
	}
	return some
}

// addPrefixed adds a key that is known behind a prefix.
func (k keys) addPrefixed(name string, clients []string) {
	for _, client := range clients {
		for _, kind := range model.Kinds() {
			if key := catalog.Lookup(client, kind, name); key != nil {
				k.add(name, valueOf(key))
			}
		}
	}
	for _, f := range resolve.Facts() {
		if strings.HasSuffix(f.Name, ".") && strings.HasPrefix(name, f.Name) {
			k.add(name, secretOr(name, ofFact(f)))
		}
	}
}

// valueOf is the schema of what catalog.Key.Parse makes of a key's values.
func valueOf(k *catalog.Key) *schema {
	if k.Type == catalog.Password {
		return nil
	}
	return secretOr(k.Name, ofType(k.Type))
}

func secretOr(name string, value *schema) *schema {
	if catalog.IsSecret(name) {
		return nil
	}
	return value
}

func ofType(t catalog.Type) *schema {
	switch t {
	case catalog.Int, catalog.Long, catalog.Double, catalog.Duration, catalog.Size:
		return number
	case catalog.Boolean:
		return boolean
	}
	return text
}

func ofFact(f resolve.Fact) *schema {
	if len(f.Values) > 0 {
		return oneOf(f.Values...)
	}
	return ofType(f.Type)
}
