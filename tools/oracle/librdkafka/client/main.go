// Command client constructs librdkafka's producers and consumers. Every line of its input
// is JSON with the kind and the settings, every line of its output is a JSON list with the
// error, empty if the client was constructed. The first line is librdkafka's version.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/confluentinc/confluent-kafka-go/v2/kafka"
)

// Question is a configuration.
type Question struct {
	Kind     string
	Settings [][2]string // the last of a key counts
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "client:", err)
		os.Exit(1)
	}
}

func run() error {
	out := json.NewEncoder(os.Stdout)
	_, version := kafka.LibraryVersion()
	fmt.Println(version)
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var q Question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			return err
		}
		why := []string{}
		if err := construct(q); err != nil {
			why = append(why, err.Error())
		}
		if err := out.Encode(why); err != nil {
			return err
		}
	}
	return in.Err()
}

func construct(q Question) error {
	config := kafka.ConfigMap{}
	for _, s := range q.Settings {
		config[s[0]] = s[1]
	}
	switch q.Kind {
	case "producer":
		p, err := kafka.NewProducer(&config)
		if err == nil {
			go p.Close() // which waits for its threads
		}
		return err
	case "consumer":
		c, err := kafka.NewConsumer(&config)
		if err == nil {
			go c.Close() // which waits for brokers
		}
		return err
	}
	return fmt.Errorf("no client %q", q.Kind)
}
