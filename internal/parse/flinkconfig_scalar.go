package parse

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// coreKind is the type that the core schema of YAML 1.2 gives a scalar.
type coreKind int

const (
	coreString coreKind = iota
	coreNull
	coreBool
	coreInt
	coreFloat
)

var (
	coreIntForm   = lazyregexp.New(`^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$`)
	coreFloatForm = lazyregexp.New(`^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$`)
)

// coreType returns the type of a scalar under the core schema (YAML 1.2.2, section
// 10.3.2), by which Flink reads config.yaml.
func coreType(n *syntax.Node) coreKind {
	switch n.Tag {
	case syntax.Null:
		return coreNull
	case syntax.String:
		return coreString
	}
	return coreTypeOf(n.Text)
}

func coreTypeOf(text string) coreKind {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return coreNull
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return coreBool
	}
	switch {
	case coreIntForm.MatchString(text):
		return coreInt
	case coreFloatForm.MatchString(text):
		return coreFloat
	}
	return coreString
}

// coreScalar renders a scalar as Java writes the object that it becomes.
func coreScalar(n *syntax.Node) (string, coreKind) {
	kind := coreType(n)
	switch kind {
	case coreNull:
		return "null", kind
	case coreBool:
		return strings.ToLower(n.Text), kind
	case coreInt:
		text, base := strings.TrimPrefix(n.Text, "+"), 10
		if strings.HasPrefix(text, "0x") {
			text, base = text[2:], 16
		} else if strings.HasPrefix(text, "0o") {
			text, base = text[2:], 8
		}
		if i, ok := new(big.Int).SetString(text, base); ok && len(text) < 100 {
			return i.String(), kind
		}
	case coreFloat:
		lower := strings.ToLower(n.Text)
		if strings.HasSuffix(lower, ".inf") || lower == ".nan" {
			return strings.TrimPrefix(lower, "+"), kind
		}
		switch f, err := strconv.ParseFloat(n.Text, 64); {
		case math.IsInf(f, 0):
			return strings.Repeat("-", strings.Count(n.Text[:1], "-")) + ".inf", kind
		case err == nil:
			return javaDouble(f), kind
		}
	}
	return n.Text, kind
}

// flowYAML renders a node as the dumper of snakeyaml-engine does in flow style.
func flowYAML(n *syntax.Node, depth int) string {
	switch {
	case depth > maxFlinkDepth:
		return ""
	case n.IsMap():
		var parts []string
		for _, e := range n.Entries {
			if !e.Merged {
				parts = append(parts, flowYAML(e.Key, depth+1)+": "+flowYAML(e.Value, depth+1))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case n.IsSeq():
		var parts []string
		for _, item := range n.Items {
			parts = append(parts, flowYAML(item, depth+1))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	text, kind := coreScalar(n)
	if kind != coreString || plainInFlow(text) {
		return text
	}
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return strconv.Quote(text)
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// plainInFlow reports whether a text needs no quotes in a flow collection
// (Emitter.analyzeScalar).
func plainInFlow(text string) bool {
	switch {
	case coreTypeOf(text) != coreString, strings.TrimSpace(text) != text,
		strings.HasPrefix(text, "---"), strings.HasPrefix(text, "..."),
		strings.ContainsRune("#,[]{}&*!|>'\"%@`?:", rune(text[0])),
		text == "-", strings.HasPrefix(text, "- "),
		strings.ContainsAny(text, ",?[]{}:\n\r\t"), strings.Contains(text, " #"):
		return false
	}
	return true
}
