package parse

import "testing"

func TestSmallRye(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"channels", "application.properties", "kafka.acks=1\nmp.messaging.outgoing.a.connector=smallrye-kafka\nmp.messaging.outgoing.a.topic=t\nmp.messaging.incoming.\"b.c\".connector=smallrye-kafka\n",
			"producer outgoing/a full acks=1@1:12 connector=smallrye-kafka@2:35 topic=t@3:31\n" +
				"consumer incoming/b.c full acks=1@1:12 connector=smallrye-kafka@4:39\n"},
		{"profile", "application.properties", "mp.messaging.outgoing.a.connector=smallrye-kafka\n%prod.mp.messaging.outgoing.a.acks=0\n%test.mp.messaging.outgoing.a.connector=smallrye-in-memory\n",
			"producer outgoing/a full connector=smallrye-kafka@1:35\n" +
				"producer outgoing/a@prod full connector=smallrye-kafka@1:35 acks=0@2:36\n"},
		{"another connector", "application.properties", "mp.messaging.outgoing.a.connector=smallrye-amqp\nmp.messaging.outgoing.a.topic=t\n", ""},
		{"no connector named", "application.properties", "mp.messaging.outgoing.a.topic=t\nmp.messaging.connector.smallrye-kafka.acks=all\n",
			"producer outgoing/a full acks=all@2:44 topic=t@1:31\n"},
		{"YAML", "application.yml", "mp:\n  messaging:\n    incoming:\n      a:\n        connector: smallrye-kafka\n        failure-strategy: ignore\n",
			"consumer incoming/a full connector=smallrye-kafka@5:20 failure-strategy=ignore@6:27\n"},
		{"Streams beside", "application.properties", "mp.messaging.outgoing.a.connector=smallrye-kafka\nkafka-streams.processing.guarantee=exactly_once\nquarkus.kafka-streams.application-id=x\n",
			"producer outgoing/a full connector=smallrye-kafka@1:35\n" +
				"streams kafka-streams.streams partial processing.guarantee=exactly_once@2:36 application.id=x@3:38\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := summary(File(test.file, []byte(test.text), Options{})); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}
