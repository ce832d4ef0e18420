package catalog

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

var (
	errQuotes = errors.New("a list whose quotes are closed and enclose whole elements")
	errMap    = errors.New(`a map such as "key1:value1,key2:value2"`)
	errMaps   = errors.New(`a list of maps such as "key1:value1,key2:value2;key1:value3"`)
)

// flinkList follows ConfigurationUtils.convertToList: elements between semicolons, quoted
// or not; from Flink 1.19 on also a YAML sequence, into which it is not looked.
func (f *fact) flinkList(text string, yaml bool) error {
	if start := strings.TrimSpace(text); yaml && (strings.HasPrefix(start, "[") || strings.HasPrefix(start, "-")) {
		return nil
	}
	elements, err := splitFlink(text, ';')
	if err != nil {
		return err
	}
	for _, e := range elements {
		if f.demands("maps") && !strings.Contains(e, ":") {
			return errMaps
		}
		if len(f.values.entries) > 0 {
			if _, ok := f.values.canonical(e, f.values.same); !ok {
				return fmt.Errorf("a list of %s, separated by semicolons", strings.Join(f.values.spellings(), ", "))
			}
		}
	}
	return nil
}

// flinkMap follows ConfigurationUtils.convertToProperties: pairs between commas, a colon in
// each; from Flink 1.19 on also a YAML mapping, into which it is not looked.
func flinkMap(text string, yaml bool) error {
	if yaml && (strings.HasPrefix(strings.TrimSpace(text), "{") || strings.Contains(text, ": ")) {
		return nil
	}
	pairs, err := splitFlink(text, ',')
	if err != nil {
		return err
	}
	for _, p := range pairs {
		pair, err := splitFlink(p, ':')
		if err != nil {
			return err
		}
		if len(pair) != 2 {
			return errMap
		}
	}
	return nil
}

// splitFlink follows StructuredOptionsSplitter.splitEscaped: an element may stand in single
// or double quotes, which are doubled within; blanks around it do not count.
func splitFlink(text string, delimiter rune) ([]string, error) {
	var elements []string
	quoted, delimited := false, false // what stands before
	for text = strings.TrimLeftFunc(text, unicode.IsSpace); text != ""; text = strings.TrimLeftFunc(text, unicode.IsSpace) {
		first := rune(text[0])
		if first == delimiter {
			if delimited {
				elements = append(elements, "")
			}
			quoted, delimited, text = false, true, text[1:]
			continue
		}
		if quoted {
			return nil, errQuotes
		}
		element, rest, err := nextElement(text, delimiter)
		if err != nil {
			return nil, err
		}
		elements = append(elements, element)
		quoted, delimited, text = first == '\'' || first == '"', false, rest
	}
	return elements, nil
}

// nextElement cuts off the element with which a text begins.
func nextElement(text string, delimiter rune) (element, rest string, err error) {
	quote := text[0]
	if quote != '\'' && quote != '"' {
		end := strings.IndexRune(text, delimiter)
		if end < 0 {
			end = len(text)
		}
		return trim(text[:end]), text[end:], nil
	}
	var b strings.Builder
	for i := 1; i < len(text); i++ {
		if text[i] == quote {
			if i+1 == len(text) || text[i+1] != quote {
				return b.String(), text[i+1:], nil
			}
			i++
		}
		b.WriteByte(text[i])
	}
	return "", "", errQuotes
}
