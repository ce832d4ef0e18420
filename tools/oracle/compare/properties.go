package compare

import (
	"fmt"
	"strings"
)

// Properties writes a configuration so that java.util.Properties reads the settings from it.
func Properties(c Case) []byte {
	var b strings.Builder
	for _, s := range c.Settings {
		b.WriteString(escape(s.Key, true) + "=" + escape(s.Value, false) + "\n")
	}
	return []byte(b.String())
}

func escape(text string, key bool) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == '\\' || key && (r == ' ' || r == '=' || r == ':') || r == ' ' && i == 0:
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r > 126:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
