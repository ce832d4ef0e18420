package lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the members of a consumer group processed. */
final class Group {
    private final Map<Integer, List<Integer>> processed = new TreeMap<>(); // by partition
    private long last = System.nanoTime();

    synchronized void process(ConsumerRecord<String, String> record) {
        processed.computeIfAbsent(record.partition(), p -> new ArrayList<>()).add(Lab.number(record));
        last = System.nanoTime();
    }

    synchronized int count() {
        return processed.values().stream().mapToInt(List::size).sum();
    }

    /** Waits until nothing has come for so long. */
    void awaitIdle(Duration time) throws Exception {
        last = System.nanoTime();
        Lab.await("the group to have read all", () -> {
            synchronized (this) {
                return System.nanoTime() - last > time.toNanos();
            }
        });
    }

    synchronized List<List<Integer>> all() {
        return List.copyOf(processed.values());
    }

    /** A member: it processes what a poll returns, commits it, and polls again. */
    final class Member implements AutoCloseable {
        /** Something that happens when a batch is processed and not yet committed. */
        interface Hook {
            void batch(ConsumerRecords<String, String> records) throws Exception;
        }

        private final KafkaConsumer<String, String> consumer;
        private final Thread thread;
        private volatile boolean assigned;
        private volatile boolean stopped;
        private volatile Exception failure;

        Member(Properties settings, String topic, Hook hook) {
            consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
            consumer.subscribe(List.of(topic));
            thread = new Thread(() -> {
                try (consumer) {
                    while (!stopped) {
                        round(hook);
                    }
                } catch (Exception e) {
                    failure = e;
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private void round(Hook hook) throws Exception {
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(200));
            assigned = !consumer.assignment().isEmpty();
            if (records.isEmpty()) {
                return;
            }
            records.forEach(Group.this::process);
            hook.batch(records);
            try {
                consumer.commitSync();
            } catch (CommitFailedException e) {
                // the partition is another member's by now
            }
        }

        boolean assigned() throws Exception {
            check();
            return assigned;
        }

        private void check() throws Exception {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void close() throws Exception {
            stopped = true;
            thread.join();
            check();
        }
    }

    Member join(Properties settings, String topic) {
        return new Member(settings, topic, records -> {});
    }
}
