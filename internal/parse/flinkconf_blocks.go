package parse

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

// blockLine is a setting of flink-conf.yaml that stands in a block, as in nested YAML.
type blockLine struct {
	path       string // that was meant: the keys of the block's headers and its own, with dots
	read       string // key that Flink reads instead; "" for a list, of which it reads nothing
	key, value model.Span
}

var (
	blockHeader = lazyregexp.New(`^(?:"([\w.\-]+)"|'([\w.\-]+)'|([\w.\-]+))\s*:$`)
	blockKey    = lazyregexp.New(`^["']?[A-Za-z][\w.\-]*["']?$`)
	// meantLine is a line without ": " that was meant as a setting.
	meantLine = lazyregexp.New(`^["']?([A-Za-z][\w.\-]*)["']?\s*[:=]\s*[^\s:=]`)
)

// maxFlinkDepth is how deep blocks are followed; Flink's own keys have at most eight parts.
const maxFlinkDepth = 20

// header is a line that opens a block.
type header struct {
	indent, dropped int // dropped is its place among the dropped lines
	path            string
}

// flinkBlocks finds the blocks of flink-conf.yaml by the indentation below a header, and
// for each dropped line the key that it was meant to set. A YAML parser does not serve:
// it refuses files that the line reader takes, such as flat keys with stray blanks
// before them.
func flinkBlocks(d *Document) (blocks []blockLine, meant []string) {
	meant = make([]string, len(d.Dropped))
	var open []header
	listed := make(map[int]bool) // headers of lists that were seen
	pair, dropped := 0, 0
	for text := d.Source.Text; text != ""; {
		line := text
		if i := strings.IndexAny(text, "\r\n"); i >= 0 {
			line, text = text[:i], text[i+1:]
		} else {
			text = ""
		}
		line, _, _ = strings.Cut(line, "#")
		left := strings.TrimLeftFunc(line, isJavaBlank)
		content := strings.TrimRightFunc(left, isJavaBlank)
		if content == "" {
			continue
		}
		open = closeBlocks(open, len(line)-len(left), strings.HasPrefix(content, "-"))
		path := ""
		if len(open) > 0 {
			path = open[len(open)-1].path + "."
		}
		if strings.Index(content, ": ") > 0 {
			p := d.Pairs[pair]
			pair++
			if path != "" && blockKey.MatchString(p.Key) {
				blocks = append(blocks, blockLine{path + strings.Trim(p.Key, `"'`), p.Key, p.KeySpan, p.ValueSpan})
			}
			continue
		}
		at := dropped
		dropped++
		if m := blockHeader.FindStringSubmatch(content); m != nil && len(open) < maxFlinkDepth {
			open = append(open, header{len(line) - len(left), at, path + m[1] + m[2] + m[3]})
		} else if m := meantLine.FindStringSubmatch(content); m != nil {
			meant[at] = path + m[1]
		} else if strings.HasPrefix(content, "-") && len(open) > 0 && !listed[open[len(open)-1].dropped] {
			h := open[len(open)-1]
			listed[h.dropped] = true
			if len(open) == 1 {
				meant[h.dropped] = h.path
			} else {
				span := d.Dropped[h.dropped].Span
				blocks = append(blocks, blockLine{path: h.path, key: span, value: span})
			}
		}
	}
	return blocks, meant
}

// closeBlocks leaves the blocks of which a line of that indentation is part. The items of
// a list may stand right below its header.
func closeBlocks(open []header, indent int, item bool) []header {
	for len(open) > 0 {
		h := open[len(open)-1]
		if h.indent < indent || item && h.indent == indent {
			break
		}
		open = open[:len(open)-1]
	}
	return open
}

// isJavaBlank reports what String.trim of Java takes away.
func isJavaBlank(r rune) bool { return r <= ' ' }
