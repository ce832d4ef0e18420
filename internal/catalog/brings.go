package catalog

import "sync"

// Brings returns the version of another artifact that an artifact of a version manages or
// bundles: spring-boot 3.2 manages kafka-clients 3.6, node-rdkafka 3.0 bundles librdkafka
// 2.3, and what Confluent calls 7.5 is Kafka 3.5. It is nil where that is not known.
func Brings(artifact string, version []int, what string) []int {
	if version == nil {
		return nil
	}
	for _, b := range brings() {
		if b.artifact == artifact && b.what == what && Within(version, b.from, b.to) {
			return b.version
		}
	}
	return nil
}

type bringing struct {
	artifact, what    string
	from, to, version []int
}

var brings = sync.OnceValue(func() []bringing {
	var all []bringing
	for f := range records("data/brings.tsv", 5) {
		all = append(all, bringing{f[0], f[3], mustVersion(f[1]), mustVersion(f[2]), mustVersion(f[4])})
	}
	return all
})
