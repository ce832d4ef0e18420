package syntax

import "strings"

// ParseFlinkEnv reads FLINK_PROPERTIES as the start script of Flink's images does from 1.19
// on (process_flink_properties of docker-entrypoint.sh, and BashJavaUtils, to which it hands
// each line as -Dkey=value): all blanks of a line are taken out, also those within the value,
// and it is split at its first colon. There are no comments and no levels. All occurrences of
// a key are kept in order; the last one counts.
func ParseFlinkEnv(src *Source) []Pair {
	var pairs []Pair
	text := src.Text
	for pos := 0; pos < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[pos:], '\n'); i >= 0 {
			end = pos + i
		}
		if p, ok := flinkEnvLine(src, pos, end); ok {
			pairs = append(pairs, p)
		}
		pos = end + 1
	}
	return pairs
}

func flinkEnvLine(src *Source, start, end int) (Pair, bool) {
	start, end = spaceTrimmed(src.Text, start, end)
	line := src.Text[start:end]
	colon := strings.IndexByte(line, ':')
	if colon < 0 {
		colon = len(line)
	}
	key, rest := withoutSpace(line[:colon]), withoutSpace(line[min(colon+1, len(line)):])
	if tail, ok := strings.CutSuffix(rest, ":"); ok && !strings.Contains(tail, ":") {
		rest = tail // the read of the shell takes a last separator off
	}
	keyStart, keyEnd := spaceTrimmed(src.Text, start, start+colon)
	value, valueEnd := spaceTrimmed(src.Text, min(start+colon+1, end), end)
	if name, more, ok := strings.Cut(key, "="); ok { // -Da=b:c is the key a
		at := keyStart + strings.IndexByte(src.Text[keyStart:keyEnd], '=')
		key, rest = name, more+"="+rest
		keyStart, keyEnd = spaceTrimmed(src.Text, keyStart, at)
		value, _ = spaceTrimmed(src.Text, at+1, end)
	}
	if key == "" {
		return Pair{}, false
	}
	return Pair{
		Key: key, Value: rest, RawValue: src.Text[value:valueEnd], KeySpan: src.Span(keyStart, keyEnd), ValueSpan: src.Span(value, valueEnd),
	}, true
}

// spaces are those of the class [:space:] of tr.
const spaces = " \t\n\v\f\r"

func withoutSpace(text string) string {
	if !strings.ContainsAny(text, spaces) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(spaces, r) {
			return -1
		}
		return r
	}, text)
}

// spaceTrimmed narrows a range of text to what is no space at its ends.
func spaceTrimmed(text string, start, end int) (int, int) {
	for start < end && strings.IndexByte(spaces, text[start]) >= 0 {
		start++
	}
	for start < end && strings.IndexByte(spaces, text[end-1]) >= 0 {
		end--
	}
	return start, end
}
