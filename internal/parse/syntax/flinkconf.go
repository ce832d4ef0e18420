package syntax

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// DropReason says why Flink's legacy reader passes over a line.
type DropReason int

// The reasons, by the warning that Flink logs.
const (
	// NoSeparator: "Line is not a key-value pair (missing space after ':'?)".
	NoSeparator DropReason = iota
	// EmptyKey: "Key or value was empty". A value cannot be empty: the blank of the
	// separator is trimmed away before, which makes it NoSeparator.
	EmptyKey
)

// DroppedLine is a line that holds something and that Flink's legacy reader passes over
// with a warning in the log.
type DroppedLine struct {
	Text   string // without comment and surrounding blanks
	Span   model.Span
	Reason DropReason
}

// ParseFlinkConf reads flink-conf.yaml as Flink up to 1.20 does
// (GlobalConfiguration.loadYAMLResource, from 1.19 on loadLegacyYAMLResource), which
// knows no YAML: a line ends at its first '#', wherever that stands, and is split at its
// first ": "; indentation means nothing, and quotes belong to the value. All
// occurrences of a key are kept in order; Flink takes the last.
func ParseFlinkConf(src *Source) (pairs []Pair, dropped []DroppedLine, comments []Comment) {
	text := src.Text
	for pos := 0; pos < len(text); {
		end := naturalEnd(text, pos)
		start, stop := pos, end
		if sign := strings.IndexByte(text[pos:end], '#'); sign >= 0 {
			stop = pos + sign
			comments = addComment(comments, Comment{
				Text: strings.TrimSpace(text[stop+1 : end]), Span: src.Span(stop, end),
				OwnLine: javaTrim(text[pos:stop]) == "",
			})
		}
		pos = end + 1
		start, stop = trimmed(text, start, stop)
		if start == stop {
			continue
		}
		separator := strings.Index(text[start:stop], ": ")
		if separator <= 0 {
			line := DroppedLine{Text: text[start:stop], Span: src.Span(start, stop)}
			if separator == 0 {
				line.Reason = EmptyKey
			}
			dropped = append(dropped, line)
			continue
		}
		keyStart, keyEnd := trimmed(text, start, start+separator)
		value, valueEnd := trimmed(text, start+separator+2, stop)
		pairs = append(pairs, Pair{
			Key: text[keyStart:keyEnd], Value: text[value:valueEnd], RawValue: text[value:valueEnd],
			KeySpan: src.Span(keyStart, keyEnd), ValueSpan: src.Span(value, valueEnd),
		})
	}
	return pairs, dropped, comments
}

// trimmed narrows a range of text as String.trim of Java does: everything up to U+0020
// is a blank, and nothing else (a no-break space or a byte order mark is data).
func trimmed(text string, start, end int) (int, int) {
	for start < end && text[start] <= ' ' {
		start++
	}
	for start < end && text[end-1] <= ' ' {
		end--
	}
	return start, end
}

func javaTrim(text string) string {
	start, end := trimmed(text, 0, len(text))
	return text[start:end]
}
