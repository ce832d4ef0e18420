package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// decoder reads the tree of a configuration file strictly: what it does not know is an
// error, and it goes on after one.
type decoder struct {
	known Known
	errs  []*syntax.Error
}

func (d *decoder) errorf(at model.Span, format string, args ...any) {
	d.errs = append(d.errs, &syntax.Error{Span: at, Message: fmt.Sprintf(format, args...)})
}

// fields says how the values of a map are read, by key.
type fields map[string]func(key, value *syntax.Node)

// object reads a map whose keys are known.
func (d *decoder) object(n *syntax.Node, what string, known fields) {
	d.entries(n, what, func(key, value *syntax.Node) {
		if read := known[key.Text]; read != nil {
			read(key, value)
			return
		}
		names := make([]string, 0, len(known))
		for name := range known {
			names = append(names, name)
		}
		slices.Sort(names)
		d.unknown(key, "key", names)
	})
}

// entries reads the entries of a map. Nothing at all is an empty map, as it is where
// everything below a key is commented out.
func (d *decoder) entries(n *syntax.Node, what string, read func(key, value *syntax.Node)) {
	if isNull(n) {
		return
	}
	if !n.IsMap() {
		d.errorf(n.Span, "%s must be a map", what)
		return
	}
	own := make(map[string]bool)
	for _, e := range n.Entries {
		switch {
		case !e.Key.IsScalar():
			d.errorf(e.Key.Span, "a key must be a word")
		case e.Merged && own[e.Key.Text]:
		case e.Duplicate && !e.Merged:
			d.errorf(e.Key.Span, "%s stands here twice", quote(e.Key.Text))
		default:
			own[e.Key.Text] = true
			read(e.Key, e.Value)
		}
	}
}

// items reads the items of a list; nothing at all is an empty one.
func (d *decoder) items(n *syntax.Node, what string, read func(item *syntax.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != syntax.SeqNode {
		d.errorf(n.Span, "%s must be a list", what)
		return
	}
	for _, item := range n.Items {
		read(item)
	}
}

// text reads a scalar that must not be empty.
func (d *decoder) text(n *syntax.Node, what string) (text, bool) {
	switch {
	case !n.IsScalar():
		d.errorf(n.Span, "%s must be a single value", what)
	case isNull(n), strings.TrimSpace(n.Text) == "":
		d.errorf(n.Span, "%s is empty", what)
	default:
		return text{n.Text, n.Span}, true
	}
	return text{}, false
}

// oneOf reads a scalar that is one of some words.
func (d *decoder) oneOf(n *syntax.Node, what string, words []string) *text {
	t, ok := d.text(n, what)
	if !ok {
		return nil
	}
	if !slices.Contains(words, t.value) {
		d.unknown(n, what, words)
		return nil
	}
	return &t
}

// unknown reports a word that is not one of those that may stand there.
func (d *decoder) unknown(n *syntax.Node, what string, words []string) {
	if near := Nearest(n.Text, words); near != "" {
		d.errorf(n.Span, "unknown %s %s; did you mean %q?", what, quote(n.Text), near)
		return
	}
	d.errorf(n.Span, "unknown %s %s; it may be %s", what, quote(n.Text), strings.Join(words, ", "))
}

// rule checks the name of a rule or group.
func (d *decoder) rule(n *syntax.Node) bool {
	if d.known == nil {
		return true
	}
	near, ok := d.known(n.Text)
	switch {
	case ok:
	case near != "":
		d.errorf(n.Span, "unknown rule or group %s; did you mean %q?", quote(n.Text), near)
	default:
		d.errorf(n.Span, "unknown rule or group %s", quote(n.Text))
	}
	return ok
}

// globs reads one glob or a list of them.
func (d *decoder) globs(n *syntax.Node, what string) []string {
	var globs []string
	add := func(item *syntax.Node) {
		t, ok := d.text(item, what)
		switch {
		case !ok:
		case !ValidGlob(t.value):
			d.errorf(item.Span, "%s is no valid glob", quote(t.value))
		default:
			globs = append(globs, cleanGlob(t.value))
		}
	}
	switch {
	case n.Kind != syntax.SeqNode:
		add(n)
	case len(n.Items) == 0:
		d.errorf(n.Span, "%s is empty", what)
	default:
		d.items(n, what, add)
	}
	return globs
}

func isNull(n *syntax.Node) bool { return n == nil || n.IsScalar() && n.Tag == syntax.Null }

// quote quotes what stands in the file, cut to a length that fits a message.
func quote(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most]) + "…"
	}
	return strconv.Quote(s)
}
