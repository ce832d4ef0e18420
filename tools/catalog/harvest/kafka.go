package main

// kafkaArtefacts are Kafka's own, whose settings are ConfigDefs.
var kafkaArtefacts = []Artefact{
	configDefs("kafka-clients", "org.apache.kafka:kafka-clients", nil,
		"producer=org.apache.kafka.clients.producer.ProducerConfig#CONFIG",
		"consumer=org.apache.kafka.clients.consumer.ConsumerConfig#CONFIG",
		"consumer=org.apache.kafka.clients.consumer.ShareConsumerConfig#CONFIG",
		"admin=org.apache.kafka.clients.admin.AdminClientConfig#CONFIG"),
}

// configDefs is an artefact whose ConfigDefs ConfigDefs.java reads; jars are those that
// its classes need besides the clients.
func configDefs(artefact, module string, jars func(Version) []string, members ...string) Artefact {
	return Artefact{
		Name: artefact, Client: "java", Module: module, Oldest: Version{2, 0},
		Jars: func(v Version) []string {
			all := []string{"org.apache.kafka:kafka-clients:" + v.String(), "org.slf4j:slf4j-api:1.7.36"}
			if jars != nil {
				all = append(all, jars(v)...)
			}
			return all
		},
		Reader: "ConfigDefs", Args: func(Version) []string { return members }, Interpret: interpretConfigDefs,
	}
}
