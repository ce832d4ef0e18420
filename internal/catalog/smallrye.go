package catalog

import (
	"slices"
	"strings"
)

// readSmallRye reads the attributes of SmallRye's connector as SmallRye Config converts
// them (Converters): what is empty is not set, and a boolean that is none of the words for
// true is false. Numbers are those of Kafka.
func (k *Key) readSmallRye(f *fact, text string) (any, error) {
	text = trim(text)
	switch {
	case text == "":
		return nil, ErrUnset
	case f.typ == Boolean:
		return slices.ContainsFunc(wordsForTrue, func(word string) bool { return strings.EqualFold(word, text) }), nil
	}
	return k.readKafka(f, text)
}

var wordsForTrue = []string{"true", "1", "yes", "y", "on", "ja", "j", "si", "sim", "oui"}
