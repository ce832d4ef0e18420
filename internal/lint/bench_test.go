package lint_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

const producer = `# orders service
bootstrap.servers=kafka-1.example.org:9093,kafka-2.example.org:9093
client.id=orders
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.ByteArraySerializer
acks=%s
linger.ms=20
batch.size=65536
compression.type=lz4
max.in.flight.requests.per.connection=5
delivery.timeout.ms=120000
request.timeout.ms=30000
security.protocol=SSL
`

// repository writes n producers, of which every third is risky.
func repository(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	for i := range n {
		acks := "all"
		if i%3 == 0 {
			acks = "1"
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("p%05d.properties", i)), fmt.Appendf(nil, producer, acks), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

func run(b *testing.B, opts lint.Options) {
	b.ReportAllocs()
	for b.Loop() {
		result, err := lint.Run(context.Background(), opts)
		if err != nil || len(result.Errors) > 0 {
			b.Fatal(err, result.Errors)
		}
	}
}

// BenchmarkOneFile is all that a process does for one file, rules compiled anew.
func BenchmarkOneFile(b *testing.B) {
	run(b, lint.Options{Dir: repository(b, 1)})
}

// BenchmarkFiles1000 is a repository of a thousand files, versions given.
func BenchmarkFiles1000(b *testing.B) {
	run(b, lint.Options{Dir: repository(b, 1000), Versions: map[string]model.Version{model.OfClient: {Number: []int{3, 9}}}})
}

// BenchmarkFiles1000Assumed is the same with versions unknown, so that findings are tried
// under several.
func BenchmarkFiles1000Assumed(b *testing.B) {
	run(b, lint.Options{Dir: repository(b, 1000)})
}

// BenchmarkExample is the example of the README.
func BenchmarkExample(b *testing.B) {
	run(b, lint.Options{Dir: "../../examples/orders"})
}

// BenchmarkParse is one properties file from bytes to components.
func BenchmarkParse(b *testing.B) {
	text := fmt.Appendf(nil, producer, "all")
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if r := parse.File("producer.properties", text, parse.Options{}); len(r.Components) != 1 {
			b.Fatal(r.Reason)
		}
	}
}

// BenchmarkResolve is the effective value of every key that is written.
func BenchmarkResolve(b *testing.B) {
	r := parse.File("producer.properties", fmt.Appendf(nil, producer, "all"), parse.Options{})
	resolve.Components(r.Components, func(string) resolve.Given { return resolve.Given{} }, func(f string) string { return f })
	c := r.Components[0]
	b.ReportAllocs()
	for b.Loop() {
		for i := range c.Settings {
			resolve.Key(c, c.Settings[i].Key, c.Versions)
		}
	}
}

// BenchmarkCorpus is a collection of real files, where KCFGLINT_CORPUS names one.
func BenchmarkCorpus(b *testing.B) {
	dir := os.Getenv("KCFGLINT_CORPUS")
	if dir == "" {
		b.Skip("KCFGLINT_CORPUS is not set")
	}
	run(b, lint.Options{Dir: dir})
}
