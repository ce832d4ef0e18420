package catalog

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// FuzzParse checks that every reader gives a value of the key's type within its bounds or
// an error, and that what it gives reads as itself again.
func FuzzParse(f *testing.F) {
	for i, text := range []string{"5", " 10 s", "PT10M", "64mb", "16KB", "true", "all", "exactly_once", "a, b", "0x1F", "-1", "1e3", "by_duration:P7D"} {
		f.Add(text, uint16(i*97), uint8(i))
	}
	clients := []string{model.ClientJava, Librdkafka, Sarama, KafkaPython, KafkaJS, Flink}
	notations := []model.Notation{model.Kafka, model.Flink, model.Spring}
	var keys []*Key
	for _, client := range clients {
		for _, kind := range []model.Kind{model.Producer, model.Consumer, model.Broker, model.FlinkCluster, model.FlinkTable} {
			keys = append(keys, Keys(client, kind)...)
		}
	}
	f.Fuzz(func(t *testing.T, text string, key uint16, notation uint8) {
		k := keys[int(key)%len(keys)]
		n := notations[int(notation)%len(notations)]
		v, err := k.Parse(text, n)
		if err != nil {
			if v != nil {
				t.Fatalf("%s=%q: %v with %v", k.Name, text, v, err)
			}
			if len(err.Error()) > 2000 || strings.ContainsRune(err.Error(), '\n') {
				t.Fatalf("%s=%q: error is no short line: %v", k.Name, text, err)
			}
			return
		}
		switch v := v.(type) {
		case int64:
			checkNumber(t, k, n, v)
		case float64:
			if k.Type != Double || math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("%s=%q: %v of type %s", k.Name, text, v, k.Type)
			}
		case bool:
			if k.Type != Boolean {
				t.Fatalf("%s=%q: %v of type %s", k.Name, text, v, k.Type)
			}
		case string:
			if k.Type == Int || k.Type == Long || k.Type == Double || k.Type == Boolean || k.Type == Duration || k.Type == Size {
				t.Fatalf("%s=%q: the text %q of type %s", k.Name, text, v, k.Type)
			}
			if again, err := k.Parse(v, n); k.client == model.ClientJava && (err != nil || again != v) {
				t.Fatalf("%s=%q: %q, which reads as %v, %v", k.Name, text, v, again, err)
			}
		default:
			t.Fatalf("%s=%q: a %T", k.Name, text, v)
		}
	})
}

func checkNumber(t *testing.T, k *Key, n model.Notation, v int64) {
	switch k.Type {
	case Int, Long:
		if k.Range != nil && v != math.MaxInt64 && !k.Range.contains(float64(v)/float64(k.Unit.base())) {
			t.Fatalf("%s: %d is not %v", k.Name, v, k.Range)
		}
	case Duration, Size:
		if v < 0 {
			t.Fatalf("%s: %d is negative", k.Name, v)
		}
		if again, err := k.Parse(strconv.FormatInt(v, 10), n); err != nil || again != v {
			t.Fatalf("%s: %d reads as %v, %v", k.Name, v, again, err)
		}
	default:
		t.Fatalf("%s: the number %d of type %s", k.Name, v, k.Type)
	}
}

// FuzzParseVersion checks that a version that is read is written as it is read.
func FuzzParseVersion(f *testing.F) {
	for _, text := range []string{"3.9.1", "v1_19", "0.11.0.2", "2.8.2-SNAPSHOT", "1.", "..", "v"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := ParseVersion(text)
		if err != nil {
			return
		}
		if len(v) < 2 || len(v) > 3 {
			t.Fatalf("%q: %v", text, v)
		}
		if again, err := ParseVersion(Format(v)); err != nil || Compare(v, again) != 0 {
			t.Fatalf("%q: %v is written %s, which is %v, %v", text, v, Format(v), again, err)
		}
		if !Within(v, v, v) {
			t.Fatalf("%v is not within itself", v)
		}
	})
}
