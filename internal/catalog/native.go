package catalog

import "time"

// nativeDuration reads a duration as the Go clients' configuration has it ("10s",
// time.Duration's notation). A number alone is none.
func nativeDuration(client, text string) (int64, bool) {
	switch client {
	case Sarama, FranzGo, KafkaGo:
		if d, err := time.ParseDuration(text); err == nil && text != "0" {
			return d.Milliseconds(), true
		}
	}
	return 0, false
}
