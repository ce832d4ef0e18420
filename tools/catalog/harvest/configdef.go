package main

import (
	"bytes"
	"encoding/json"
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
			return nil, fmt.Errorf("%s %s: %w", k.Kind, k.Key, err)
		}
		out = append(out, o)
	}
	return out, nil
}

func (k configKey) observation() (Observation, error) {
	o := Observation{Kind: k.Kind, Key: k.Key, Type: strings.ToLower(k.Type), Unit: unitOf(k.Key, k.Type),
		Deprecated: k.Deprecated, Source: "ConfigDef of " + k.Class[strings.LastIndexByte(k.Class, '.')+1:]}
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
	"org.apache.kafka.clients.consumer.internals.ShareAcquireMode$Validator":         "(?i)batch_optimized|record_limit",
}

// gap is the text of a validator of numbers that takes a range and one number below it.
var gap = regexp.MustCompile(`^\[(\d+),\.\.\.,(\d+)\] or (-\d+)$`)

// add reads one validator. Those that it does not know are an error: what they demand
// must not get lost.
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
		if m := gap.FindStringSubmatch(v.Text); m != nil {
			d.min, d.max = m[3], m[2]
			if m[1] == "1" && m[3] == "-1" {
				d.words = append(d.words, "nonzero")
			}
			return nil
		}
		return fmt.Errorf("unknown validator %s %q, which refuses %q", v.Class, v.Text, v.Throws)
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
	if refuses(`""`) && !refuses(`"a"`) || refuses("[]") {
		d.words = append(d.words, "nonempty")
	}
	if d.values == "" && refuses("[a]") {
		return
	}
	if refuses("[a,a]") {
		d.words = append(d.words, "nodup")
	}
	if refuses("[a,]") && d.values == "" {
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
	var out []string
	if err := json.Unmarshal(v.Fields[field], &out); err != nil {
		return nil
	}
	return out
}

// units by the last part of a key's name.
var units = []struct{ suffix, unit string }{
	{".ms", "ms"}, {".bytes", "bytes"}, {".seconds", "s"}, {".minutes", "min"}, {".hours", "h"},
}

// unitOf is what the name of a number shows.
func unitOf(key, typ string) string {
	if !slices.Contains([]string{"INT", "SHORT", "LONG", "DOUBLE"}, typ) {
		return ""
	}
	for _, u := range units {
		if strings.HasSuffix(key, u.suffix) {
			return u.unit
		}
	}
	return ""
}
