package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

// put adds an occurrence of a key to a component. It is the only way into one: here
// placeholders become unknown values or their defaults, and secrets lose their text.
func put(c *model.Component, s model.Setting) {
	if s.State == "" {
		s.State = model.Explicit
	}
	if len(s.Value) > maxValue {
		s.Value, s.State = shortened(s.Value, maxValue), model.Unknown
	}
	if catalog.IsSecret(s.Key) || catalog.IsSecret(s.Written) {
		s.Secret = classifySecret(s.Key, s.Value)
		s.Value = ""
		if !s.Secret.Known {
			s.State = model.Unknown
		}
		c.Add(s)
		return
	}
	if isPlaceholder(s.Value) {
		if text, ok := placeholderDefault(s.Value, shellDefaults(c.Dialect)); ok {
			s.Value, s.FromDefault = text, true
		} else {
			s.State = model.Unknown
		}
	}
	s.Value = maskUserInfo(s.Value)
	c.Add(s)
}

// putFact adds something that matters and is no setting; name begins with "@".
func putFact(c *model.Component, name, value string, span model.Span) {
	c.Add(model.Setting{Key: name, Written: name, Value: value, KeySpan: span, ValueSpan: span, State: model.Explicit})
}

// placeholders are the forms in which a value is filled in later: ${X}, $X, $(X), {{ x }},
// {% x %}, {$X}, #{x}, %X%, @x@, <X>, __X__, :X:, {x} of Python's format, the verbs of printf,
// and =XXXX in a connection's string.
var placeholders = lazyregexp.New(`\$\{[^}]*\}?|\$\([^)]*\)|\{\{|\{%|\{\$|#\{|` +
	`(?:^|[^\w$.\\])\$[A-Za-z_]\w*|%[A-Za-z_][\w.]*%|%\(\w+\)s|(?:^|[^%])%[sdv](?:$|\W)|@[A-Za-z_][\w.\-]*@|<[A-Za-z_][^<>]*>|__[A-Z][A-Z0-9_]*__|` +
	`(?:^|[,/])\s*:[A-Z][A-Z0-9_]*:|\{[A-Za-z_]\w*\}|=[xX]{4,}(?:$|[;&"])`)

// Words that stand for a value to be filled in by hand or by a test runner.
// Connectors are also published with the type of each value in its place.
var fillIn = lazyregexp.New(`^(?:(?i:x{3,}|\.{3}|change[_-]?me|replace[_-]?me.*|todo|tbd|_*your[_-].*)|` +
	`_[A-Z][A-Z0-9_]*_|STRING|INT|SHORT|LONG|DOUBLE|BOOLEAN|LIST|CLASS|PASSWORD)$`)

// isPlaceholder reports whether a text holds anything that is filled in later.
func isPlaceholder(text string) bool {
	return mayHold(text) && placeholders.MatchString(text) || mayBeFillIn(text) && fillIn.MatchString(text)
}

// mayHold is a cheap test for what most values are not.
func mayHold(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case '$', '%', '@', '<', '{':
			return true
		case '_', ':':
			if i+1 < len(text) && (text[i+1] == '_' || 'A' <= text[i+1] && text[i+1] <= 'Z') {
				return true
			}
		case '=':
			if i+1 < len(text) && text[i+1]|0x20 == 'x' {
				return true
			}
		}
	}
	return false
}

// mayBeFillIn is a cheap test for the words that fillIn takes whole.
func mayBeFillIn(text string) bool {
	return text != "" && len(text) < 64 && strings.IndexByte("xXcCrRtTyYsSiIlLdDbBpP._", text[0]) >= 0
}

// shellDefaults reports whether the readers of a dialect may be shells, to which ${X:-1} is
// 1. To Spring and SmallRye it is -1.
func shellDefaults(dialect string) bool { return dialect != "spring" && dialect != "smallrye" }

// placeholderDefault returns the text that holds when every ${X:default} or, of a shell, ${X:-default}
// in it takes its default. It is false where one has none, or where there are other forms.
func placeholderDefault(text string, shell bool) (string, bool) {
	var b strings.Builder
	for depth := 0; ; depth++ {
		i := strings.Index(text, "${")
		if i < 0 {
			b.WriteString(text)
			break
		}
		end := closing(text[i:])
		if end < 0 || depth > 20 {
			return "", false
		}
		b.WriteString(text[:i])
		body := text[i+2 : i+end]
		name, def, ok := strings.Cut(body, ":")
		if !ok || strings.ContainsAny(name, " /#'\"") {
			return "", false
		}
		// ${file:/path:key} and the like are config providers, not defaults.
		if slices.Contains(providers, name) {
			return "", false
		}
		if shell {
			def = strings.TrimPrefix(def, "-")
		}
		if def, ok = placeholderDefault(def, shell); !ok || shell && strings.HasPrefix(def, "?") {
			return "", false
		}
		b.WriteString(def)
		text = text[i+end+1:]
	}
	if result := b.String(); !isPlaceholder(result) {
		return result, true
	}
	return "", false
}

// providers are the names under which config providers are declared by custom.
var providers = []string{"file", "directory", "dir", "env", "vault", "secrets", "secret", "secretsManager", "ssm", "aws",
	"azure", "gcp", "ENV", "configmaps", "securepass", "random"}

// closing returns the offset of the brace that closes the one at text[1], or -1.
func closing(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// userInfo is the user and password of a URL, and passwords in its query.
var userInfo = lazyregexp.New(`(://)[^/@\s,'"]+@|([?&;](?i:password|passwd|pwd|secret|token|access_key)=)[^&;\s'"]+`)

// maskUserInfo hides the credentials that a URL carries.
func maskUserInfo(text string) string {
	if !strings.Contains(text, "@") && !strings.Contains(text, "=") {
		return text
	}
	return userInfo.ReplaceAllString(text, "${1}${2}****")
}

var (
	secretReference = lazyregexp.New(`(?i)^(?:vault:|enc\(|\{cipher\}|secretsmanager:|arn:aws:|op://|ref\+|sops:|AgB[A-Za-z0-9+/]{40,})`)
	// Only what nobody would choose as a password: lower-case words are taken at their word.
	sampleSecret = lazyregexp.New(`^(?:<.*>|[xX]{3,}|\*{3,}|\.{3,}|[A-Z]+|[A-Z]+(?:[-_ ][A-Z]+)+|` +
		`null|\[[\w ]*\]|(?i:user[-_ ]?name:pass[-_ ]?word|(?:api[-_ ]?)?key:(?:api[-_ ]?)?secret|(?:your|my|the)[-_ ].*|.*(?:replace[-_ ]?me|placeholder|[-_ ]here|redacted).*|todo|tbd))$`)
)

// publishedSecret are passwords with which the documentation of Kafka (test1234, admin-secret)
// and of Java (changeit), and the images and examples of Confluent and Bitnami are shipped.
var publishedSecret = lazyregexp.New(`^(?:changeit|changeme|test1234|confluent|bitnami|(?:admin|alice|bob|kafka|broker|user|client|connect)-secret)$`)

// classifySecret says all that may be known of a secret's text.
func classifySecret(key, text string) *model.Secret {
	trimmed := strings.TrimSpace(text)
	s := &model.Secret{Empty: trimmed == "", Reference: secretReference.MatchString(trimmed)}
	if strings.HasSuffix(key, "sasl.jaas.config") || strings.Contains(trimmed, "LoginModule") {
		s.JAAS = classifyJAAS(trimmed)
		s.Known = !isPlaceholder(trimmed) || s.JAAS.Module != "" && !isPlaceholder(s.JAAS.Module)
		s.Sample, s.Published = s.JAAS.Sample, s.JAAS.Published
		return s
	}
	if isPlaceholder(trimmed) {
		if def, ok := placeholderDefault(trimmed, true); !ok || def == "" {
			s.Reference = true
			return s
		}
	}
	s.Known = !s.Reference
	s.Sample = sampleSecret.MatchString(trimmed) || trimmed == cacertsPassword && strings.HasSuffix(key, "ssl.truststore.password")
	s.Published = s.Known && !s.Sample && publishedSecret.MatchString(trimmed)
	return s
}

// cacertsPassword is what every Java runtime's own trust store is shipped with, as keytool's
// documentation says. It keeps nobody out; as the password of a key store it is a weak one.
const cacertsPassword = "changeit"

// clusterName returns the name that components of one Kafka cluster share: their
// bootstrap servers, in order. It is "" for what is not known.
func clusterName(bootstrap string) string {
	if strings.TrimSpace(bootstrap) == "" || isPlaceholder(bootstrap) {
		return ""
	}
	servers := strings.FieldsFunc(bootstrap, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' })
	for i, s := range servers {
		if _, rest, ok := strings.Cut(s, "://"); ok {
			s = rest
		}
		servers[i] = strings.ToLower(s)
	}
	slices.Sort(servers)
	return strings.Join(slices.Compact(servers), ",")
}

// link fills the names on which project rules join from the settings of a client.
func link(c *model.Component) {
	literal := func(key string) string {
		if s := c.Get(key); s != nil && s.State != model.Unknown && s.Secret == nil && !s.FromDefault && !isPlaceholder(s.Value) {
			return strings.TrimSpace(s.Value)
		}
		return ""
	}
	if c.Links.Cluster == "" {
		c.Links.Cluster = clusterName(literal("bootstrap.servers"))
	}
	switch c.Kind {
	case model.Producer:
		c.Links.TransactionalID = literal("transactional.id")
	case model.Consumer, model.ShareConsumer:
		c.Links.Group = literal("group.id")
	case model.Streams:
		c.Links.ApplicationID = literal("application.id")
	}
}
