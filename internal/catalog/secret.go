package catalog

import (
	"regexp"
	"strings"
	"sync"

	"github.com/kcfglint/kcfglint/internal/model"
)

// IsSecret reports whether a key's value is a secret: the catalog has it as a password, or
// its name has the shape of one. Names are taken as they are written, with any prefix and
// in any case (spring.kafka.ssl.key-store-password, KAFKA_SSL_KEYSTORE_PASSWORD). User
// names are no secrets.
func IsSecret(key string) bool {
	words := secretWords(key)
	return passwords()[strings.Join(words, ".")] || secretName().MatchString(strings.Join(words, "."))
}

// secretWords splits a name at its separators and at changes from lower to upper case:
// sslKeystorePassword, ssl.keystore.password and SSL_KEYSTORE_PASSWORD are the same.
func secretWords(key string) []string {
	var b strings.Builder
	lower := false
	for _, r := range key {
		switch {
		case r >= 'A' && r <= 'Z':
			if lower {
				b.WriteByte('.')
			}
			b.WriteRune(r - 'A' + 'a')
		case r == '-' || r == '_' || r == '[' || r == ']' || r == '/':
			b.WriteByte('.')
		default:
			b.WriteRune(r)
		}
		lower = r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return r == '.' })
}

// secretName matches names that end in what a secret is called.
var secretName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|\.)(\w*password|passwd|pwd|passphrase|secret|secrets|token|credential|credentials|` +
		`(api|access|secret|private|account|shared|storage|encryption|master|signing)\.?key|jaas(\.config)?|basic\.auth\.user\.info|connection\.string)$`)
})

// passwords are the keys of type password of all Java kinds and librdkafka.
var passwords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, kind := range model.Kinds() {
		for _, client := range []string{model.ClientJava, Librdkafka} {
			for _, k := range Keys(client, kind) {
				if k.Type == Password {
					m[strings.Join(secretWords(k.Name), ".")] = true
				}
			}
		}
	}
	return m
})
