package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// meaning is what an option's value is: the type, values, default and checks of a fact.
type meaning struct{ typ, values, text, checks string }

// flinkTypes are the classes of values that have a type of their own; the rest is text.
var flinkTypes = map[string]string{
	"java.lang.Integer": "int", "java.lang.Short": "int", "java.lang.Long": "long",
	"java.lang.Boolean": "boolean", "java.lang.Double": "double", "java.lang.Float": "double",
	"java.time.Duration": "duration", "org.apache.flink.configuration.MemorySize": "size",
	"java.lang.Class": "class",
}

const (
	restartStrategies = "(?i)none|off>none|disable>none|fixed-delay|fixeddelay>fixed-delay|failure-rate|failurerate>failure-rate|" +
		"exponential-delay|exponentialdelay>exponential-delay|<class>"
	availabilities = "(?i)NONE|ZOOKEEPER|KUBERNETES|<class>"
	backends       = "(?i)hashmap|rocksdb|forst|jobmanager|filesystem|<any>"
	storages       = "(?i)jobmanager|filesystem|<any>"
)

// choices are the values of options that Flink declares as text and reads as a choice.
var choices = map[string]string{
	// RestartBackoffTimeStrategyFactoryLoader.extractAlternativeNames
	"restart-strategy": restartStrategies, "restart-strategy.type": restartStrategies,
	// HighAvailabilityMode.fromConfig
	"high-availability": availabilities, "high-availability.type": availabilities,
	// StateBackendLoader.loadStateBackendFromConfig
	"state.backend": backends, "state.backend.type": backends,
	// CheckpointStorageLoader.fromConfig
	"state.checkpoint-storage": storages, "execution.checkpointing.storage": storages,
	// JsonFormatOptionsUtil.getMapNullKeyMode and getTimestampFormat
	"map-null-key.mode": "(?i)FAIL|DROP|LITERAL", "timestamp-format.standard": "SQL|ISO-8601",
}

// mapClass is the class of options whose value is a map, "key:value,key:value".
const mapClass = "java.util.Map"

// mapLists are lists that Flink declares as text and reads as maps, with
// ConfigurationUtils.parseStringToMap: DistributedCache.parseCachedFilesFromString and
// SerializerConfigImpl.configure.
var mapLists = []string{"pipeline.cached-files", "pipeline.default-kryo-serializers", "pipeline.serialization-config"}

var secretKey = regexp.MustCompile(`(password|secret|secret-key|secret\.key)$`)

// meaning says what an option means under the key that it has in the catalog.
func (o *option) meaning(key string) meaning {
	m := meaning{typ: flinkTypes[o.typ], text: o.text}
	switch {
	case o.list:
		m.typ = "list"
		if len(o.constants) > 0 {
			m.values = "(?i)" + texts(o.constants)
		}
		if o.typ == mapClass || slices.Contains(mapLists, key) {
			m.checks = "maps"
		}
	case choice(key) != "":
		m.typ, m.values = "enum", choice(key)
	case len(o.constants) > 0:
		m.typ, m.values, m.text = "enum", "(?i)"+texts(o.constants), textOf(o.constants, o.text)
	case m.typ == "duration" && o.hasDefault:
		m.text = duration(o.text)
	case o.typ == mapClass:
		m.typ, m.text, m.checks = "string", "", "map"
	case m.typ == "" && secretKey.MatchString(key):
		m.typ = "password"
	case m.typ == "":
		m.typ = "string"
	}
	if isOfMachine(m.text) {
		m.text = ""
	}
	return m
}

// choice finds the values of a key, which for a format stands behind its name.
func choice(key string) string {
	if v := choices[key]; v != "" {
		return v
	}
	_, rest, _ := strings.Cut(key, ".")
	return choices[rest]
}

// isOfMachine reports whether a default says something of the machine on which it was
// read, or is too long to be of use.
func isOfMachine(text string) bool {
	return strings.Contains(text, "/tmp") || strings.Contains(text, "java.io") || strings.Contains(text, `\n`) || len(text) > 200
}

func texts(constants []constant) string {
	var all []string
	for _, c := range constants {
		all = append(all, c.text)
	}
	return strings.Join(all, "|")
}

func textOf(constants []constant, name string) string {
	for _, c := range constants {
		if c.name == name {
			return c.text
		}
	}
	return name
}

var isoDuration = regexp.MustCompile(`^PT(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)(?:\.(\d{1,3}))?S)?$`)

// duration writes what Duration.toString says as Flink's documentation does: "10 min".
func duration(iso string) string {
	f := isoDuration.FindStringSubmatch(iso)
	if f == nil {
		return iso
	}
	number := func(text string) int64 {
		n, _ := strconv.ParseInt(text, 10, 64)
		return n
	}
	ms := number(f[1])*3_600_000 + number(f[2])*60_000 + number(f[3])*1000
	if f[4] != "" { // the fraction has the sign of the seconds, "-0.001"
		ms += number(strings.TrimRight(f[3], "0123456789") + (f[4] + "00")[:3])
	}
	if ms <= 0 {
		return strconv.FormatInt(ms, 10) + map[bool]string{true: " ms"}[ms == 0]
	}
	for _, unit := range []struct {
		name string
		ms   int64
	}{{"d", 86_400_000}, {"h", 3_600_000}, {"min", 60_000}, {"s", 1000}} {
		if ms%unit.ms == 0 {
			return fmt.Sprintf("%d %s", ms/unit.ms, unit.name)
		}
	}
	return fmt.Sprintf("%d ms", ms)
}
