package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// springArtefacts are Spring Boot's properties spring.kafka.*, which its modules describe
// for the completion of editors.
var springArtefacts = []Artefact{{
	Name: "spring-boot", Client: "spring", Of: "spring",
	Modules: []string{springAutoconfigure}, Oldest: Version{2, 5},
	Jars: func(v Version) []string {
		if v.Before(4, 0) {
			return []string{springAutoconfigure + ":" + v.String()}
		}
		return []string{springKafka + ":" + v.String()}
	},
	Entry:     "META-INF/spring-configuration-metadata.json",
	Interpret: interpretSpring,
}}

const (
	springAutoconfigure = "org.springframework.boot:spring-boot-autoconfigure"
	springKafka         = "org.springframework.boot:spring-boot-kafka" // from 4.0 on
)

// springMetadata is the part of the metadata that is read ("Configuration Metadata" in the
// reference of Spring Boot).
type springMetadata struct {
	Properties []struct {
		Name, Type   string
		DefaultValue any
		Deprecation  *struct{ Level string }
		Deprecated   bool
	}
}

// interpretSpring observes the properties that a release reads, with their Java types. The
// metadata also names those that it reads no longer: their deprecation has the level error.
func interpretSpring(text []byte) ([]Observation, error) {
	var metadata springMetadata
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber() // defaults as they are written
	if err := d.Decode(&metadata); err != nil {
		return nil, err
	}
	byKey := map[string]Observation{}
	for _, p := range metadata.Properties {
		if !strings.HasPrefix(p.Name, "spring.kafka.") || p.Deprecation != nil && p.Deprecation.Level == "error" {
			continue
		}
		o := Observation{Kind: "application", Key: p.Name, Type: javaName(p.Type), Source: "spring-configuration-metadata.json",
			Deprecated: p.Deprecated || p.Deprecation != nil}
		if p.DefaultValue != nil {
			o.Default = fmt.Sprint(p.DefaultValue)
		}
		if known, ok := byKey[p.Name]; ok && known != o {
			return nil, fmt.Errorf("%s is described twice", p.Name)
		}
		byKey[p.Name] = o
	}
	var found []Observation
	for _, o := range byKey {
		found = append(found, o)
	}
	slices.SortFunc(found, func(a, b Observation) int { return strings.Compare(a.Key, b.Key) })
	return found, nil
}

// qualifier is the package of a Java type, and the class around it.
var qualifier = regexp.MustCompile(`(?:[a-z]\w*\.)+(?:\w+\$)*`)

// javaName is a Java type without packages: Map<String,String>.
func javaName(typ string) string { return qualifier.ReplaceAllString(typ, "") }
