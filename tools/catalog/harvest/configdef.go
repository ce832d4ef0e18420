package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// configKey is a line of ConfigDefs.java.
type configKey struct {
	Kind, Class, Key, Type string
	Required               bool
	Default                *string
	Deprecated             bool
	Validator              *validator
}

// validator is what reflection shows of one: its class, fields and text, and the probes
// that it refuses. Those that are in a field of another have no text and no probes.
type validator struct {
	Class  string
	Fields map[string]json.RawMessage
	Text   string
	Throws []string
}

// interpretConfigDefs makes one observation of each key. Where several classes describe a
// kind (the two modes of a worker), the first that has a key speaks for it, and a key is
// required only if all have and require it.
func interpretConfigDefs(lines []byte) ([]Observation, error) {
	var keys []configKey
	classes := map[string][]string{}
	for decoder := json.NewDecoder(bytes.NewReader(lines)); decoder.More(); {
		var k configKey
		if err := decoder.Decode(&k); err != nil {
			return nil, err
		}
		keys = append(keys, k)
		if !slices.Contains(classes[k.Kind], k.Class) {
			classes[k.Kind] = append(classes[k.Kind], k.Class)
		}
	}
	requiring := map[name]int{}
	for _, k := range keys {
		if k.Required {
			requiring[name{k.Kind, k.Key}]++
		}
	}
	var out []Observation
	var failed error
	seen := map[name]bool{}
	for _, k := range keys {
		n := name{k.Kind, k.Key}
		if seen[n] {
			continue
		}
		seen[n] = true
		k.Required = requiring[n] == len(classes[k.Kind])
		o, err := k.observation()
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s %s: %w", k.Kind, k.Key, err))
		}
		out = append(out, o)
	}
	return out, failed
}

func (k configKey) observation() (Observation, error) {
	o := Observation{Kind: k.Kind, Key: k.Key, Type: strings.ToLower(k.Type),
		Deprecated: k.Deprecated, Source: "ConfigDef of " + k.Class[strings.LastIndexByte(k.Class, '.')+1:]}
	if k.numeric() {
		o.Unit = unitOf(k.Key)
	}
	if k.Default != nil {
		o.Default = *k.Default
	}
	var d demands
	if k.Validator != nil {
		if err := d.add(k, k.Validator); err != nil {
			return o, err
		}
		d.probed(k, k.Validator.Throws)
	}
	switch {
	case o.Type == "short": // parsed as 16 bits
		o.Type = "int"
		if d.min == "" {
			d.min = "-32768"
		}
		if d.max == "" {
			d.max = "32767"
		}
	case o.Type == "string" && d.values != "":
		o.Type = "enum"
	}
	if o.Values = d.values; d.min != "" || d.max != "" {
		o.Values = d.min + ".." + d.max
	}
	if k.Required {
		d.words = append(d.words, "required")
	}
	slices.Sort(d.words)
	o.Checks = strings.Join(slices.Compact(d.words), ";")
	return o, nil
}

// demands are what the validators of a key demand.
type demands struct {
	min, max string
	values   string
	words    []string
}

// enumerations are validators of strings whose values no field shows.
var enumerations = map[string]string{
	"org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy$Validator":  "latest|earliest|none|by_duration:<duration>",
	"org.apache.kafka.clients.consumer.internals.ShareAcknowledgementMode$Validator": "implicit|explicit",
	"org.apache.kafka.clients.consumer.internals.ShareAcquireMode$Validator":         "(?i)BATCH_OPTIMIZED|RECORD_LIMIT",
}

// unexpressed are validators of a grammar (addresses, header rules, versions and their
// short forms) or of the machine (algorithms, classes), which no column can say. What the
// probes show of them is kept.
var unexpressed = []string{
	"kafka.api.ApiVersionValidator$", "kafka.server.ThrottledReplicaListValidator$", "MetadataVersionValidator",
	"ThrottledReplicaListValidator", "ControllerQuorumVotersValidator", "ControllerQuorumBootstrapServersValidator",
	"ListenersValidator", "AdminListenersValidator", "ResponseHttpHeadersValidator", "RegexValidator",
	"ConcreteSubClassValidator", "InstantiableClassValidator", "PluginVersionValidator",
	"inter.worker.key.generation.algorithm", "inter.worker.signature.algorithm", "inter.worker.verification.algorithms",
	"topology.optimization", "transforms", "predicates", "topic.creation.groups",
}

var (
	// upTo is the end of a range in a validator's text.
	upTo = regexp.MustCompile(`,(\d+)\]`)
	// wordList is the text of a validator that takes some words.
	wordList = regexp.MustCompile(`^\[(\w+(?:, \w+)*)\]$`)
)

// code reads a validator that is code of its own: numbers by the probes, words by its
// text if the probes agree. One that is neither known nor understood is an error: what it
// demands must not get lost.
func (d *demands) code(k configKey, v *validator, class string) error {
	if slices.Contains(unexpressed, v.Class) || slices.Contains(unexpressed, class) || slices.Contains(unexpressed, k.Key) {
		return nil
	}
	refuses := func(probes ...string) bool {
		return !slices.ContainsFunc(probes, func(p string) bool { return !slices.Contains(v.Throws, p) })
	}
	accepts := func(probes ...string) bool {
		return !slices.ContainsFunc(probes, func(p string) bool { return slices.Contains(v.Throws, p) })
	}
	switch {
	case k.numeric() && refuses("-2", "0") && accepts("-1", "1", "2"):
		d.min = "-1"
		d.words = append(d.words, "nonzero")
	case k.numeric() && refuses("-2", "-1") && accepts("0", "1", "2"):
		d.min = "0"
	case k.Type == "STRING" && wordList.MatchString(v.Text) && refuses(`""`, `"a"`):
		words := strings.Split(wordList.FindStringSubmatch(v.Text)[1], ", ")
		d.values = strings.Join(words, "|")
		if !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(v.Throws, `"`+strings.ToUpper(w)+`"`) }) {
			d.values = "(?i)" + d.values
		}
	default:
		return fmt.Errorf("unknown validator %s %q, which refuses %q", v.Class, v.Text, v.Throws)
	}
	if m := upTo.FindStringSubmatch(v.Text); m != nil && k.numeric() {
		d.max = m[1]
	}
	return nil
}

// add reads one validator.
func (d *demands) add(k configKey, v *validator) error {
	if values, ok := enumerations[v.Class]; ok {
		d.values = values
		return nil
	}
	class := v.Class[strings.LastIndexAny(v.Class, ".$")+1:]
	switch class {
	case "Range":
		d.min, d.max = v.number("min"), v.number("max")
	case "ValidString":
		d.values = strings.Join(v.strings("validStrings"), "|")
	case "CaseInsensitiveValidString":
		values := v.strings("validStrings")
		slices.Sort(values)
		d.values = "(?i)" + strings.Join(values, "|")
		if k.Default != nil && *k.Default == strings.ToLower(*k.Default) {
			d.values = strings.ToLower(d.values)
		}
	case "ValidList":
		var inner validator
		if err := json.Unmarshal(v.Fields["validString"], &inner); err != nil {
			return err
		}
		d.values = strings.Join(inner.strings("validStrings"), "|")
	case "ListSize":
		d.words = append(d.words, "maxsize="+v.number("maxSize"))
	case "CompositeValidator":
		var parts []validator
		if err := json.Unmarshal(v.Fields["validators"], &parts); err != nil {
			return err
		}
		for i := range parts {
			if err := d.add(k, &parts[i]); err != nil {
				return err
			}
		}
	case "NonNullValidator", "NonEmptyString":
	case "NonEmptyStringWithoutControlChars":
		d.words = append(d.words, "nocontrol")
	default:
		return d.code(k, v, class)
	}
	return nil
}

// probed adds the words that the refused probes show. Ranges and enumerations refuse
// what is empty or null by themselves.
func (d *demands) probed(k configKey, refused []string) {
	if d.min != "" || d.max != "" || d.values != "" && k.Type == "STRING" {
		return
	}
	refuses := func(probe string) bool { return slices.Contains(refused, probe) }
	if refuses("null") {
		d.words = append(d.words, "nonnull")
	}
	if refuses(`""`) || refuses("[]") {
		d.words = append(d.words, "nonempty")
	}
	if refuses("[a]") {
		return
	}
	if refuses("[a,a]") {
		d.words = append(d.words, "nodup")
	}
	if refuses("[a,]") {
		d.words = append(d.words, "nonemptyelements")
	}
}

// number is a field's number as Kafka would write it, "" if it is null.
func (v *validator) number(field string) string {
	text := string(v.Fields[field])
	if text == "null" {
		return ""
	}
	return text
}

func (v *validator) strings(field string) []string {
	var elements []*string // null is a value of ValidString where a key may be absent
	if err := json.Unmarshal(v.Fields[field], &elements); err != nil {
		return nil
	}
	var out []string
	for _, e := range elements {
		if e != nil {
			out = append(out, *e)
		}
	}
	return out
}

func (k configKey) numeric() bool {
	return slices.Contains([]string{"INT", "SHORT", "LONG", "DOUBLE"}, k.Type)
}

// units by the last part of a key's name.
var units = []struct{ suffix, unit string }{
	{".ms", "ms"}, {".bytes", "bytes"}, {".seconds", "s"}, {".minutes", "min"}, {".hours", "h"},
}

// unitOf is what the name of a number shows.
func unitOf(key string) string {
	for _, u := range units {
		if strings.HasSuffix(key, u.suffix) {
			return u.unit
		}
	}
	return ""
}
