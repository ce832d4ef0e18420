package catalog

import (
	"strings"
	"sync"
)

// IsSecret reports whether a key's value is a secret: some client has the key as a
// password, or its name has the shape of one. Names are taken as they are written, with
// any prefix and in any spelling: spring.kafka.ssl.key-store-password,
// KAFKA_SSL_KEYSTORE_PASSWORD and saslPassword are the same as their canonical names.
//
// The name of a user is no secret, nor are certificates, which Kafka types as passwords.
func IsSecret(key string) bool {
	name := dotted(key)
	for _, end := range publicEnds {
		if endsIn(name, end) {
			return false
		}
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	for _, password := range passwords()[last] {
		if endsIn(name, password) {
			return true
		}
	}
	for _, word := range secretWords {
		if strings.HasSuffix(last, word) {
			return true
		}
	}
	for _, end := range secretEnds {
		if endsIn(name, end) {
			return true
		}
	}
	return strings.Contains(name, "fs.azure.account.key.") // the account's name follows
}

// endsIn reports whether a name ends in whole words.
func endsIn(name, words string) bool {
	before, ok := strings.CutSuffix(name, words)
	return ok && (before == "" || before[len(before)-1] == '.')
}

// publicEnds are whole words that end the name of what is none, though it looks like one:
// certificates; the Confluent images' SSL_KEYSTORE_CREDENTIALS and its like, which name
// files; the resources that operators name as passwordSecret.
var publicEnds = []string{
	"certificates", "certificate.chain", "key.credentials", "keystore.credentials", "truststore.credentials",
	"password.secret",
}

// secretWords end the last word of a secret's name.
var secretWords = []string{
	"password", "passwords", "credential", "credentials", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "apikey",
	"jaasconfig",
}

// secretEnds are whole words that end a secret's name. Those of Flink are of its
// GlobalConfiguration.SENSITIVE_KEYS.
var secretEnds = []string{
	"api.key", "secret.key", "secret.access.key", "secret.key.id", "api.key.value", "private.key", "private.key.pem", "privatekey", "secretkey",
	"account.key", "master.key", "shared.key", "shared.access.key", "encryption.key", "signing.key", "service.key", "customer.key",
	"keystore.key", "key.store.key", "credentials.json", "jaas", "jaas.config", "auth.user.info", "basic.auth", "auth.params",
}

// passwords are the names of the keys that are of type Password in some section, by
// their last word.
var passwords = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for f := range records("data/passwords.tsv", 1) {
		name := dotted(f[0])
		last := name[strings.LastIndexByte(name, '.')+1:]
		m[last] = append(m[last], name)
	}
	return m
})

// dotted brings a name to lower-case words with dots between them; a change from lower
// to upper case begins a word.
func dotted(name string) string {
	var b strings.Builder
	b.Grow(len(name) + 8)
	lower, dot := false, true
	for i := range len(name) {
		c := name[i]
		switch {
		case strings.IndexByte("._-[]/:\"' ", c) >= 0:
			if !dot {
				b.WriteByte('.')
			}
			lower, dot = false, true
			continue
		case c >= 'A' && c <= 'Z':
			if lower {
				b.WriteByte('.')
			}
			b.WriteByte(c + 'a' - 'A')
			lower = false
		default:
			b.WriteByte(c)
			lower = c >= 'a' && c <= 'z'
		}
		dot = false
	}
	return strings.TrimSuffix(b.String(), ".")
}
