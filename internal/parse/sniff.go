package parse

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
)

// maxSniff is how many bytes of a text are looked at to guess its grammar.
const maxSniff = 64 << 10

// beginning returns the first lines of a text.
func beginning(text string) string {
	if len(text) <= maxSniff {
		return text
	}
	if i := strings.LastIndexByte(text[:maxSniff], '\n'); i >= 0 {
		return text[:i+1]
	}
	return text[:maxSniff]
}

var (
	manifest   = lazyregexp.New(`(?m)^(?:apiVersion|kind):`)
	assignment = lazyregexp.New(`(?m)^[ \t]*[A-Za-z][\w.\-]*[ \t]*=`)
	sqlStart   = lazyregexp.New(`(?im)^\s*(?:create\s+(?:temporary\s+)?(?:table|catalog|view)|insert\s+into|set\s+')`)
)

// isManifest reports whether a text is a Kubernetes resource.
func isManifest(text string) bool { return manifest.MatchString(beginning(text)) }

// sniff guesses the grammar of a text whose name says nothing.
func sniff(text string) []Grammar {
	trimmed, first := strings.TrimSpace(text), beginning(text)
	switch {
	case jsonStart.MatchString(trimmed) && strings.HasSuffix(trimmed, "}"),
		strings.HasPrefix(trimmed, "[{") && strings.HasSuffix(trimmed, "]"):
		return []Grammar{JSON}
	case manifest.MatchString(first):
		return []Grammar{YAML}
	case sqlStart.MatchString(first):
		return []Grammar{SQL}
	case hocon(first):
		return nil
	case assignment.MatchString(first):
		return []Grammar{Properties}
	}
	return []Grammar{YAML}
}

// A brace, but none of a template's.
var jsonStart = lazyregexp.New(`^\{[^{%#]`)

var (
	hoconBlock  = lazyregexp.New(`(?m)^[ \t]*(?:[\w.\-"]+[ \t]*[=:]?[ \t]*\{(?:[^{%#\n]|$)|\}(?:[^}]|$)|include[ \t]+["(]|[\w.\-]+[ \t]*[+:]?=[ \t]*\[)[^\n]*$`)
	hoconQuoted = lazyregexp.New(`(?m)^[ \t]*[\w.\-]+[ \t]*=[ \t]*"[^"\n]*"[ \t]*$`)
)

// hocon reports whether a text is HOCON, as of Akka and Lightbend's Config: it has blocks
// or lists, or most of its values stand in quotes. It looks like properties and is read
// otherwise: quotes and comments behind values are no part of them. The doubled braces of
// a template are no blocks.
func hocon(text string) bool {
	return hoconBlock.MatchString(text) || 2*len(hoconQuoted.FindAllStringIndex(text, -1)) > len(assignment.FindAllStringIndex(text, -1))
}

var (
	alpakkaWord = lazyregexp.New(`(?i)\bkafka-clients\b|\b(?:akka|pekko)\.kafka\b`)
	// arrow is how Logstash assigns.
	arrow = lazyregexp.New(`(?m)^[ \t]*[\w.\-"\[\]@]+[ \t]*=>`)
)

// isHOCON reports whether a text whose name may be that of anything is HOCON.
func isHOCON(text string) bool {
	first := beginning(text)
	if trimmed := strings.TrimSpace(first); strings.HasPrefix(trimmed, "{") {
		if inner := strings.TrimSpace(trimmed[1:]); inner == "" || inner[0] == '"' || inner[0] == '{' || inner[0] == '%' {
			return false // JSON, or a template
		}
	}
	if manifest.MatchString(first) || sqlStart.MatchString(first) || arrow.MatchString(first) {
		return false
	}
	return hocon(first) || alpakkaWord.MatchString(first)
}

// certainHOCON reports whether a text that does not parse as HOCON is meant to be that.
func certainHOCON(text string) bool { return alpakkaWord.MatchString(text) }

// Words that stand in no file but those of Kafka and Flink: as they are, and with any of
// the signs that join words (here dots).
var (
	ours = []string{"connector.class", "flink.apache.org", "kafka.strimzi.io", "eventstreams.ibm.com", "execution.checkpointing", "flink-conf",
		"key.serializer", "key.deserializer"}
	oursJoined = []string{"bootstrap.servers", "bootstrapservers", "auto.offset.reset"}
	joints     = strings.NewReplacer("-", ".", "_", ".")
)

// looksOurs reports whether a text that does not parse is one of ours, so that the user
// must hear of it.
func looksOurs(text string) bool {
	lower := strings.ToLower(text)
	for _, word := range ours {
		if strings.Contains(lower, word) {
			return true
		}
	}
	for _, word := range oursJoined {
		if strings.Contains(joints.Replace(lower), word) {
			return true
		}
	}
	return follows(lower, "spring.", "kafka") || follows(lower, "spring:", "kafka") || follows(lower, "'connector'", "=")
}

// follows reports whether a text holds a word that is followed by another one, with
// nothing but blanks between.
func follows(text, first, second string) bool {
	for {
		_, rest, found := strings.Cut(text, first)
		if !found {
			return false
		}
		if text = strings.TrimLeft(rest, " \t\r\n"); strings.HasPrefix(text, second) {
			return true
		}
	}
}
