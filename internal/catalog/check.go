package catalog

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The words of a fact's checks, which stand for the validators of ConfigDef:
//
//	required    there is no default, so the key must be set
//	nonnull     ConfigDef.NonNullValidator: the key may not be set to null, which no file can, but
//	            for librdkafka, to which an empty text is null
//	nonempty    ConfigDef.NonEmptyString, and of a list ValidList that is not empty
//	nodup       ConfigDef.ValidList from 4.1 on: the elements differ. What is read from a text has its
//	            repetitions dropped before (ConfigDef.parseType), so no file is refused for them
//	nonemptyelements  ConfigDef.ValidList from 4.1 on: no element is empty
//	alone       StreamsConfig.verifyTopologyOptimizationConfigs: "none" and "all" are the only element
//	nonzero     every number of the range but 0
//	nocontrol   ConfigDef.NonEmptyStringWithoutControlChars: no control characters
//	single      librdkafka's rd_kafka_conf_validate_single: neither commas nor blanks
//	consumer    librdkafka's rd_kafka_assignor_add: all assignors are for the type "consumer", to the letter
//	patterns    librdkafka's rd_kafka_pattern_list_parse: every element is a regular expression
//	partitioner librdkafka's rd_kafka_conf_validate_partitioner: one of its partitioners
//	map         Flink: pairs "key:value", separated by commas (see flinkMap)
//	maps        Flink: a list of such maps (see flinkList)
//	maxlen=N    Flink and Connect: at most N characters
//	maxsize=N   ConfigDef.ListSize: at most N elements
//
// Other words are left to the rules that know what they mean.

// demands reports whether a word is among the checks.
func (f *fact) demands(word string) bool {
	return f.checks != "" && slices.Contains(strings.Split(f.checks, ";"), word)
}

// check applies to a value that was read what its validator demands beside type, range
// and values.
func (f *fact) check(v any) error {
	if f.checks == "" {
		return nil
	}
	if n, ok := v.(int64); ok && n == 0 && f.demands("nonzero") {
		return errors.New("a number other than 0")
	}
	text, ok := v.(string)
	if !ok {
		return nil
	}
	var elements []string
	if f.typ == List && text != "" {
		elements = strings.Split(text, ",")
	}
	for word := range strings.SplitSeq(f.checks, ";") {
		name, number, _ := strings.Cut(word, "=")
		limit, _ := strconv.Atoi(number)
		switch {
		case name == "nonempty" && text == "" && f.typ == List:
			return errors.New("a list of at least one element")
		case name == "nonempty" && text == "":
			return errors.New("a text that is not empty")
		case name == "nonemptyelements" && slices.Contains(elements, ""):
			return errors.New("a list without empty elements")
		case name == "alone" && len(elements) > 1 && (slices.Contains(elements, "none") || slices.Contains(elements, "all")):
			return errors.New("none, all, or a list of single optimizations")
		case name == "nocontrol" && strings.ContainsFunc(text, unicode.IsControl):
			return errors.New("a text without control characters")
		case name == "single" && strings.ContainsAny(text, ", "):
			return errors.New("a single name without commas and blanks")
		case name == "partitioner" && !slices.Contains(partitioners, text):
			return errors.New("one of " + strings.Join(partitioners, ", "))
		case name == "maxlen" && len([]rune(text)) > limit:
			return fmt.Errorf("a text of at most %d characters", limit)
		case name == "maxsize" && len(elements) > limit:
			return fmt.Errorf("a list of at most %d elements", limit)
		}
	}
	return nil
}

// partitioners are those that librdkafka brings.
var partitioners = []string{"random", "consistent", "consistent_random", "murmur2", "murmur2_random", "fnv1a", "fnv1a_random"}
