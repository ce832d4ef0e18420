package catalog

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// BenchmarkLoad is what a run pays that meets producers, consumers and Flink.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadSection(sectionKey{model.ClientJava, model.Producer})
		loadSection(sectionKey{model.ClientJava, model.Consumer})
		loadSection(sectionKey{Flink, model.FlinkCluster})
		loadSection(sectionKey{Flink, model.FlinkTable})
		loadOwner(model.OwnerFlink)
	}
}

// BenchmarkLoadAll loads every section.
func BenchmarkLoadAll(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for s := range sections {
			loadSection(s)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if Lookup(model.ClientJava, model.Producer, "acks") == nil {
			b.Fatal("no acks")
		}
	}
}

func BenchmarkLookupBehindPrefix(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if Lookup(model.ClientJava, model.SinkConnector, "consumer.override.auto.offset.reset") == nil {
			b.Fatal("no override")
		}
	}
}

func BenchmarkIsSecret(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if IsSecret("max.in.flight.requests.per.connection") || !IsSecret("producer.override.sasl.jaas.config") {
			b.Fatal("wrong")
		}
	}
}

func BenchmarkDefault(b *testing.B) {
	k := Lookup(model.ClientJava, model.Producer, "enable.idempotence")
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := k.DefaultValue([]int{3, 1}); !ok {
			b.Fatal("no default")
		}
	}
}
