package main

import (
	"fmt"
	"slices"
)

// smallryeArtefacts are SmallRye's connector for Kafka, whose attributes are annotations
// of its class.
var smallryeArtefacts = []Artefact{{
	Name: "smallrye", Client: "smallrye", Of: "smallrye",
	Modules: []string{smallryeModule}, Oldest: Version{3, 0},
	Except:    []Version{{4, 14, 0}}, // the parent of its POM is not on Maven Central
	Jars:      func(v Version) []string { return []string{smallryeModule + ":" + v.String()} },
	Entry:     "io/smallrye/reactive/messaging/kafka/KafkaConnector.class",
	Interpret: interpretAttributes,
}}

const smallryeModule = "io.smallrye.reactive:smallrye-reactive-messaging-kafka"

// directions are the kinds of the channels that have an attribute
// (ConnectorAttribute.Direction).
var directions = map[string][]string{
	"INCOMING": {"consumer"}, "OUTGOING": {"producer"}, "INCOMING_AND_OUTGOING": {"consumer", "producer"},
}

// interpretAttributes observes the attributes of a connector's class.
func interpretAttributes(class []byte) ([]Observation, error) {
	annotations, err := classAnnotations(class)
	if err != nil {
		return nil, err
	}
	var found []Observation
	for _, a := range annotations {
		if a.Type != "Lio/smallrye/reactive/messaging/annotations/ConnectorAttributes;" {
			continue
		}
		attributes, _ := a.Elements["value"].([]any)
		for _, element := range attributes {
			attribute, _ := element.(annotation)
			seen, err := attribute.observe()
			if err != nil {
				return nil, err
			}
			found = append(found, seen...)
		}
	}
	return found, nil
}

// observe takes the alias of an attribute for what it is: the name of a property of the
// application, and no other name of the attribute.
func (a annotation) observe() ([]Observation, error) {
	text := func(name string) string { s, _ := a.Elements[name].(string); return s }
	is := func(name string) bool { b, _ := a.Elements[name].(bool); return b }
	key := text("name")
	kinds := directions[text("direction")]
	if key == "" || kinds == nil || !slices.Contains([]string{"string", "boolean", "int", "long", "double"}, text("type")) {
		return nil, fmt.Errorf("attribute %q of type %q and direction %q is not understood", key, text("type"), text("direction"))
	}
	o := Observation{Key: key, Type: text("type"), Default: text("defaultValue"), Source: "KafkaConnector attribute",
		Deprecated: is("deprecated")}
	if o.Type == "int" || o.Type == "long" {
		o.Unit = unitOf(key)
	}
	if is("mandatory") {
		o.Checks = "required"
	}
	var found []Observation
	for _, kind := range kinds {
		o.Kind = kind
		found = append(found, o)
	}
	return found, nil
}
