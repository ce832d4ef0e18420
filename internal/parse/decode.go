package parse

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// decoding is a file's text and what it was before.
type decoding struct {
	text string
	ok   bool // it is a text
	wide bool // in UTF-16, with a byte order mark
	// bad is the offset in the text of the first byte that is not UTF-8, -1 if there is none.
	bad int
}

// decode returns a file's text. What is not UTF-8 is Latin-1, as java.util.Properties
// takes it, or UTF-16 if it begins with its byte order mark; that is dropped.
func decode(data []byte) decoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeWide(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeWide(data[2:], binary.BigEndian)
	case slices.Contains(data[:min(len(data), 8<<10)], 0):
		return decoding{}
	}
	d := decoding{text: string(data), ok: true, bad: -1}
	if !utf8.ValidString(d.text) {
		var b strings.Builder
		for i, c := range data {
			if d.bad < 0 && c >= utf8.RuneSelf && badAt(data, i) {
				d.bad = b.Len()
			}
			b.WriteRune(rune(c))
		}
		d.text = b.String()
	}
	d.text = strings.TrimPrefix(d.text, "\ufeff")
	return d
}

// badAt reports whether the byte at i begins no character of UTF-8 and lies in none.
func badAt(data []byte, i int) bool {
	for start := max(i-utf8.UTFMax+1, 0); start <= i; start++ {
		if r, size := utf8.DecodeRune(data[start:]); start+size > i && (r != utf8.RuneError || size > 1) {
			return false
		}
	}
	return true
}

func decodeWide(data []byte, order binary.ByteOrder) decoding {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	text := string(utf16.Decode(units))
	return decoding{text: text, ok: !strings.Contains(text[:min(len(text), 8<<10)], "\x00"), wide: true, bad: -1}
}

// refused returns an error if what reads a grammar does not take the encoding: SnakeYAML,
// the YAML reader of Kubernetes and Jackson refuse what is no Unicode, and the readers of
// the other grammars know no UTF-16.
func (d decoding) refused(src *syntax.Source, g Grammar) *syntax.Error {
	tree := g == YAML || g == JSON
	switch {
	case tree && d.bad >= 0:
		_, size := utf8.DecodeRuneInString(d.text[d.bad:])
		c, _ := utf8.DecodeRuneInString(d.text[d.bad:])
		return &syntax.Error{Span: src.Span(d.bad, d.bad+size), Message: fmt.Sprintf("byte 0x%02X that is not UTF-8", c)}
	case !tree && d.wide:
		return &syntax.Error{Span: src.Span(0, 0), Message: "text in UTF-16, which its reader does not know; save it as UTF-8"}
	}
	return nil
}
