package lab;

import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** An application that sends numbered records to one partition and only remembers which of them failed. */
final class Sender implements AutoCloseable {
    final Set<Integer> failed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger settled = new AtomicInteger();
    private final KafkaProducer<String, String> producer;
    private final String topic;
    private final IntFunction<String> value;
    private int next;

    Sender(Properties settings, String topic) {
        this(settings, topic, Lab::value);
    }

    /** A sender whose records say their number in a way of their own. */
    Sender(Properties settings, String topic, IntFunction<String> value) {
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        this.topic = topic;
        this.value = value;
    }

    /** Sends the next n records to a partition and does not wait for them. */
    void send(int n, int partition) {
        for (int end = next + n; next < end; next++) {
            int number = next;
            producer.send(new ProducerRecord<>(topic, partition, null, value.apply(number)), (metadata, error) -> {
                if (error != null) {
                    failed.add(number);
                }
                settled.incrementAndGet();
            });
        }
    }

    void send(int n) {
        send(n, 0);
    }

    /** How many were sent. */
    int sent() {
        return next;
    }

    /** Whether all that was sent is acknowledged or failed, after at most that time. */
    boolean settled(Duration time) throws Exception {
        return Lab.within(time, () -> settled.get() == next);
    }

    /** Waits for everything that was sent. */
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
