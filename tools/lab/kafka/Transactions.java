package lab;

import static lab.Program.Outcome;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Scenarios with transactional producers. */
final class Transactions {
    private Transactions() {}

    /** Every second transaction is aborted when all its records are sent, and made again. */
    static Outcome aborted(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        Properties writes = named(lab.channel("application.properties", "mp.messaging.outgoing.payments."), "-" + UUID.randomUUID());
        Properties reads = lab.channel("application.properties", "mp.messaging.incoming.payments-in.");
        reads.put("group.id", reads.getProperty("group.id") + "-" + UUID.randomUUID());
        Group group = new Group();
        int each = 100;
        int transactions = 20;
        try (KafkaProducer<String, String> producer = producer(writes); Group.Member member = group.join(reads, topic)) {
            Lab.await("the assignment", member::assigned);
            producer.initTransactions();
            for (int i = 0; i < transactions; i++) {
                if (i % 2 == 1) {
                    producer.beginTransaction();
                    send(producer, topic, i * each, each);
                    producer.flush();
                    producer.abortTransaction();
                }
                producer.beginTransaction();
                send(producer, topic, i * each, each);
                producer.commitTransaction();
            }
            group.awaitIdle(Duration.ofSeconds(5));
            return Tally.of(transactions * each, group.all(), Set.of());
        }
    }

    /** A second service starts while the first one is in the middle of a transaction. */
    static Outcome twoInstances(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        Set<Integer> failed = new HashSet<>();
        int each = 1000;
        String run = "-" + UUID.randomUUID();
        try (KafkaProducer<String, String> one = producer(named(lab.client("checkout/producer.properties"), run));
                KafkaProducer<String, String> other = producer(named(lab.client("invoicing/producer.properties"), run))) {
            one.initTransactions();
            one.beginTransaction();
            send(one, topic, 0, each);
            one.flush();
            other.initTransactions();
            other.beginTransaction();
            send(other, topic, each, each);
            other.commitTransaction();
            try {
                one.commitTransaction();
            } catch (KafkaException e) {
                for (int n = 0; n < each; n++) {
                    failed.add(n);
                }
            }
        }
        return Tally.of(2 * each, lab.contents(topic), failed);
    }

    private static void send(KafkaProducer<String, String> producer, String topic, int from, int n) {
        for (int i = from; i < from + n; i++) {
            producer.send(new ProducerRecord<>(topic, 0, null, Lab.value(i)));
        }
    }

    /** The settings with a longer transactional.id, so that runs do not meet. */
    private static Properties named(Properties settings, String end) {
        settings.put("transactional.id", settings.getProperty("transactional.id") + end);
        return settings;
    }

    private static KafkaProducer<String, String> producer(Properties settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
