package catalog

import "github.com/kcfglint/kcfglint/internal/model"

// Clients returns the client libraries whose defaults the catalog knows.
func Clients() []string {
	return []string{model.ClientJava, Librdkafka, Sarama, FranzGo, KafkaGo, KafkaPython, AIOKafka, KafkaJS}
}
