package parse

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// springScalar returns the text that Spring binds for a scalar of its YAML files. Spring
// Boot loads them with SnakeYAML, whose YAML 1.1 types turn plain scalars into Java
// values (all but timestamps: OriginTrackedYamlLoader) and binds their toString: no
// becomes false, 1_000 becomes 1000, 010 becomes 8, 1.10 becomes 1.1.
func springScalar(n *syntax.Node) string {
	switch {
	case n == nil || n.Tag == syntax.Null:
		return ""
	case n.Tag == syntax.String:
		return n.Text
	}
	text, _ := yaml11(n.Text)
	return text
}

var (
	yaml11Int   = lazyregexp.New(`^[-+]?(?:0b_*[01][01_]*|0_*[0-7][0-7_]*|0|[1-9][0-9_]*(?::[0-5]?[0-9])*|0x_*[0-9a-fA-F][0-9a-fA-F_]*)$`)
	yaml11Float = lazyregexp.New(`^[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|\.(?:inf|Inf|INF))$`)
)

// yaml11 returns a plain scalar as the text of the Java value it stands for, and whether
// that is anything but a string.
func yaml11(text string) (value string, typed bool) {
	if text == "" {
		return "", false
	}
	if strings.IndexByte("yYnNtTfFoO", text[0]) >= 0 {
		return yaml11Bool(text)
	}
	if strings.IndexByte("-+.0123456789", text[0]) < 0 {
		return text, false
	}
	digits := strings.ReplaceAll(strings.TrimLeft(text, "+-"), "_", "")
	negative := text[0] == '-'
	switch {
	case yaml11Int.MatchString(text):
		return yaml11Integer(digits, negative), true
	case yaml11Float.MatchString(text):
		if f, ok := yaml11Number(digits); ok {
			if negative {
				f = -f
			}
			return javaDouble(f), true
		}
	case text == ".nan" || text == ".NaN" || text == ".NAN":
		return "NaN", true
	}
	return text, false
}

func yaml11Bool(text string) (string, bool) {
	lower := strings.ToLower(text)
	if text != lower && text != strings.ToUpper(text) && text[1:] != lower[1:] {
		return text, false
	}
	switch lower {
	case "yes", "true", "on":
		return "true", true
	case "no", "false", "off":
		return "false", true
	}
	return text, false
}

func yaml11Integer(digits string, negative bool) string {
	base := 10
	switch {
	case strings.HasPrefix(digits, "0b"):
		digits, base = digits[2:], 2
	case strings.HasPrefix(digits, "0x"):
		digits, base = digits[2:], 16
	case len(digits) > 1 && digits[0] == '0':
		digits, base = digits[1:], 8
	}
	n := new(big.Int)
	for _, part := range strings.Split(digits, ":") {
		v, ok := new(big.Int).SetString(part, base)
		if !ok {
			return digits
		}
		n.Add(n.Mul(n, big.NewInt(60)), v)
	}
	if negative {
		n.Neg(n)
	}
	return n.String()
}

func yaml11Number(digits string) (float64, bool) {
	if strings.EqualFold(digits, ".inf") {
		return math.Inf(1), true
	}
	total := 0.0
	for _, part := range strings.Split(digits, ":") {
		f, err := strconv.ParseFloat(part, 64)
		if err != nil && !math.IsInf(f, 0) {
			return 0, false
		}
		total = total*60 + f
	}
	return total, true
}

// javaDouble is Double.toString: digits on both sides of the point, and an exponent
// below 10^-3 and from 10^7 on.
func javaDouble(f float64) string {
	switch abs := math.Abs(f); {
	case math.IsInf(f, 0):
		return strings.Replace(strings.TrimPrefix(strconv.FormatFloat(f, 'f', -1, 64), "+"), "Inf", "Infinity", 1)
	case abs != 0 && (abs < 1e-3 || abs >= 1e7):
		mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'E', -1, 64), "E")
		n, _ := strconv.Atoi(exponent)
		return withPoint(mantissa) + "E" + strconv.Itoa(n)
	}
	return withPoint(strconv.FormatFloat(f, 'f', -1, 64))
}

func withPoint(digits string) string {
	if strings.Contains(digits, ".") {
		return digits
	}
	return digits + ".0"
}
