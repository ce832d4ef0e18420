package buildfile

import (
	"path"

	"golang.org/x/mod/modfile"
)

// goClients are the modules that are clients of Kafka.
var goClients = map[string]string{
	"github.com/IBM/sarama":                         "sarama",
	"github.com/Shopify/sarama":                     "sarama",
	"github.com/twmb/franz-go":                      "franz-go",
	"github.com/segmentio/kafka-go":                 "kafka-go",
	"github.com/confluentinc/confluent-kafka-go":    "confluent-kafka-go",
	"github.com/confluentinc/confluent-kafka-go/v2": "confluent-kafka-go",
	"gopkg.in/confluentinc/confluent-kafka-go.v1":   "confluent-kafka-go",
}

// goModule reads a go.mod. confluent-kafka-go has the version of the librdkafka in it.
func (f *Finder) goModule(dir string, into artifacts) {
	name := path.Join(dir, "go.mod")
	data := f.read(name)
	if data == nil {
		return
	}
	file, err := modfile.ParseLax(name, data, nil)
	if err != nil {
		return
	}
	for _, r := range file.Require {
		if client := goClients[r.Mod.Path]; client != "" {
			into.agree(client, artifact{number(r.Mod.Version), r.Mod.Version, f.place(name, r.Syntax.Start.Line)})
		}
	}
}
