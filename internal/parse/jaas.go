package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

var (
	jaasOption = lazyregexp.New(`(?i)([\w.]+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s;]+)`)
	jaasModule = lazyregexp.New(`^\s*([\w.$]+)\s*\b`)
	jaasQuoted = lazyregexp.New(`"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'`)
	// What may be said of a text without giving anything away: names of options and services.
	jaasName = lazyregexp.New(`^[A-Za-z][\w.\-]*$`)
)

// classifyJAAS says all that may be known of a sasl.jaas.config.
func classifyJAAS(text string) model.JAAS {
	var j model.JAAS
	if m := jaasModule.FindStringSubmatch(text); m != nil {
		j.Module = m[1]
	}
	for _, option := range jaasOption.FindAllStringSubmatch(text, -1) {
		name, value := strings.ToLower(option[1]), strings.Trim(option[2], `"'`)
		// PlainLoginModule has the passwords that a broker admits as user_<name>.
		if !strings.Contains(name, "password") && !strings.Contains(name, "secret") && !strings.HasPrefix(name, "user_") || value == "" {
			continue
		}
		if isPlaceholder(value) || secretReference.MatchString(value) {
			continue
		}
		if sampleSecret.MatchString(value) {
			j.Sample = true
			continue
		}
		j.Literal = true
		j.Published = j.Published || publishedSecret.MatchString(value)
	}
	j.Sample = j.Sample && !j.Literal
	// What is filled in between quotes leaves the form as it is; elsewhere it can be anything.
	if isPlaceholder(jaasQuoted.ReplaceAllString(text, `""`)) {
		return j
	}
	entries, flaw := readJAAS(text)
	j.Read, j.Flaw, j.Modules = true, flaw, len(entries)
	if flaw == "" && len(entries) > 0 {
		for name := range entries[0].options {
			if jaasName.MatchString(name) {
				j.Options = append(j.Options, name)
			}
		}
		slices.Sort(j.Options)
		if service := entries[0].options["serviceName"]; jaasName.MatchString(service) {
			j.ServiceName = service
		}
	}
	return j
}

type jaasEntry struct {
	module  string
	options map[string]string
}

// readJAAS reads login modules as org.apache.kafka.common.security.JaasConfig does, and says
// with which of the flaws of model.JAAS it gives up.
func readJAAS(text string) (entries []jaasEntry, flaw string) {
	t := jaasTokens{text: []rune(text)}
	for t.next(); t.kind != jaasEnd; t.next() {
		e, flaw := t.entry()
		if flaw != "" {
			return nil, flaw
		}
		entries = append(entries, e)
	}
	if len(entries) == 0 {
		return nil, model.JAASEmpty
	}
	return entries, ""
}

// entry reads one module, whose first token is the current one.
func (t *jaasTokens) entry() (jaasEntry, string) {
	e := jaasEntry{module: t.value, options: make(map[string]string)}
	if t.next(); t.kind == jaasEnd {
		return e, model.JAASFlag
	}
	switch strings.ToUpper(t.value) {
	case "REQUIRED", "REQUISITE", "SUFFICIENT", "OPTIONAL":
	default:
		return e, model.JAASFlag
	}
	for t.next(); t.kind != jaasEnd && t.kind != ';'; t.next() {
		key := t.value
		if t.next(); t.kind != '=' {
			return e, model.JAASValue
		}
		if t.next(); !t.hasValue {
			return e, model.JAASValue
		}
		e.options[key] = t.value
	}
	if t.kind != ';' {
		return e, model.JAASOpen
	}
	if e.module == "" { // AppConfigurationEntry takes none
		return e, model.JAASEmpty
	}
	return e, ""
}

// The kinds of tokens beside single characters.
const (
	jaasEnd rune = -1 - iota
	jaasNumber
	jaasWord
)

// jaasTokens splits a text as java.io.StreamTokenizer does with the settings of JaasConfig:
// numbers are no values, every slash begins a comment, and a line break ends a quoted text.
type jaasTokens struct {
	text     []rune
	pos      int
	kind     rune
	value    string
	hasValue bool
}

func (t *jaasTokens) peek(ahead int) rune {
	if t.pos+ahead < len(t.text) {
		return t.text[t.pos+ahead]
	}
	return jaasEnd
}

func (t *jaasTokens) next() {
	t.value, t.hasValue = "", false
	for t.skip() {
	}
	c := t.peek(0)
	t.kind = c
	switch {
	case c == jaasEnd:
	case digit(c):
		t.number(c)
	case letter(c):
		start := t.pos
		for letter(t.peek(0)) || digit(t.peek(0)) {
			t.pos++
		}
		t.kind, t.value, t.hasValue = jaasWord, string(t.text[start:t.pos]), true
	case c == '"' || c == '\'':
		t.quoted(c)
	default:
		t.pos++
	}
}

// skip passes over blanks or a comment.
func (t *jaasTokens) skip() bool {
	c := t.peek(0)
	switch {
	case c >= 0 && c <= ' ':
		t.pos++
		return true
	case c == '/' && t.peek(1) == '*':
		before := rune(0)
		for t.pos += 2; t.peek(0) != jaasEnd && (t.peek(0) != '/' || before != '*'); t.pos++ {
			before = t.peek(0)
		}
		t.pos = min(t.pos+1, len(t.text))
		return true
	case c == '/':
		for c := t.peek(0); c != jaasEnd && c != '\n' && c != '\r'; c = t.peek(0) {
			t.pos++
		}
		return true
	}
	return false
}

func (t *jaasTokens) number(first rune) {
	t.pos++
	if c := t.peek(0); first == '-' && c != '.' && (c < '0' || c > '9') {
		return // a hyphen by itself
	}
	t.kind = jaasNumber
	dot := first == '.'
	for {
		switch c := t.peek(0); {
		case c == '.' && !dot:
			dot = true
		case c >= '0' && c <= '9':
		default:
			return
		}
		t.pos++
	}
}

func (t *jaasTokens) quoted(quote rune) {
	var b strings.Builder
	for t.pos++; ; t.pos++ {
		c := t.peek(0)
		if c == jaasEnd || c == '\n' || c == '\r' {
			break
		}
		if c == quote {
			t.pos++
			break
		}
		if c == '\\' && t.peek(1) != jaasEnd {
			t.pos++
			c = t.peek(0)
		}
		b.WriteRune(c)
	}
	t.value, t.hasValue = b.String(), true
}

func digit(c rune) bool { return c >= '0' && c <= '9' || c == '.' || c == '-' }

func letter(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' || c == '-' || c >= 160
}
