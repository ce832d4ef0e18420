package lab;

import static lab.Program.Outcome;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Scenarios in which consumers crash, are slow or are away. */
final class Consumers {
    private static final Duration IDLE = Duration.ofSeconds(5);

    private Consumers() {}

    /** A consumer hands records to a thread, polls on, and crashes with most of its work undone. */
    static Outcome crashWithWorkInAThread(Lab lab) throws Exception {
        return crash(lab, "thread");
    }

    /** A consumer finishes the records of a poll before the next one, and crashes. */
    static Outcome crashInTheLoop(Lab lab) throws Exception {
        return crash(lab, "loop");
    }

    private static Outcome crash(Lab lab, String mode) throws Exception {
        String topic = lab.topic(Map.of());
        int sent = fill(lab, topic, 3000);
        Path settings = lab.work.resolve("consumer.properties");
        try (OutputStream out = Files.newOutputStream(settings)) {
            group(lab).store(out, null);
        }
        Path processed = lab.work.resolve("processed");
        for (int crashAfter : List.of(1200, Integer.MAX_VALUE)) {
            Process worker = new ProcessBuilder("java", "-Xmx128m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                "lab.Worker", settings.toString(), topic, mode, Integer.toString(crashAfter), processed.toString())
                .redirectErrorStream(true).redirectOutput(lab.work.resolve("worker.log").toFile()).start();
            if (!worker.waitFor(2, TimeUnit.MINUTES)) {
                worker.destroyForcibly();
                throw new IllegalStateException("the worker does not end");
            }
        }
        List<Integer> numbers = Files.readAllLines(processed).stream().map(Integer::valueOf).toList();
        return Tally.of(sent, List.of(numbers), Set.of());
    }

    /** A partition is added and written to before the consumer has heard of it. */
    static Outcome newPartition(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        Group group = new Group();
        try (Sender sender = sender(lab, topic); Group.Member member = group.join(group(lab), topic)) {
            Lab.await("the assignment", member::assigned);
            sender.send(1000);
            sender.flush();
            Lab.await("the first records", () -> group.count() == sender.sent());
            lab.admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(2))).all().get();
            sender.send(2000, 1);
            sender.flush();
            Thread.sleep(20_000); // metadata.max.age.ms of the consumer is less
            sender.send(1000, 1);
            sender.flush();
            group.awaitIdle(IDLE);
            return Tally.of(sender.sent(), group.all(), Set.of());
        }
    }

    /** A group is away for longer than the brokers keep its offsets. */
    static Outcome offsetsExpire(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        Group group = new Group();
        Properties settings = group(lab);
        try (Sender sender = sender(lab, topic)) {
            readSome(lab, group, settings, topic, sender);
            sender.send(2000);
            sender.flush();
            String id = settings.getProperty("group.id");
            if (!Lab.within(Duration.ofMinutes(3), () -> gone(lab, id))) {
                throw new IllegalStateException("the offsets do not expire");
            }
            goOn(group, settings, topic, sender);
            return Tally.of(sender.sent(), group.all(), Set.of());
        }
    }

    private static boolean gone(Lab lab, String group) throws Exception {
        try {
            return lab.admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().isEmpty();
        } catch (ExecutionException e) {
            return true; // the group itself is gone
        }
    }

    /** A group is away for half a minute. */
    static Outcome awayForLong(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        Group group = new Group();
        Properties settings = group(lab);
        try (Sender sender = sender(lab, topic)) {
            readSome(lab, group, settings, topic, sender);
            sender.send(2000);
            sender.flush();
            Lab.within(Duration.ofSeconds(30), () -> lab.offset(topic, OffsetSpec.earliest()) == sender.sent());
            goOn(group, settings, topic, sender);
            return Tally.of(sender.sent(), group.all(), Set.of());
        }
    }

    /** A group reads from a topic and goes away. */
    private static void readSome(Lab lab, Group group, Properties settings, String topic, Sender sender) throws Exception {
        try (Group.Member member = group.join(settings, topic)) {
            Lab.await("the assignment", member::assigned);
            sender.send(1000);
            sender.flush();
            Lab.await("the first records", () -> group.count() == sender.sent());
        }
    }

    /** The group comes back, and new records arrive. */
    private static void goOn(Group group, Properties settings, String topic, Sender sender) throws Exception {
        try (Group.Member member = group.join(settings, topic)) {
            Lab.await("the assignment", member::assigned);
            Thread.sleep(2000);
            sender.send(500);
            sender.flush();
            group.awaitIdle(IDLE);
        }
    }

    /** The first batch takes eight seconds; meanwhile another member joins the group. */
    static Outcome slowBatch(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        int sent = fill(lab, topic, 2000);
        Group group = new Group();
        Properties settings = group(lab);
        AtomicBoolean slow = new AtomicBoolean(true);
        Group.Member.Hook hook = records -> {
            if (slow.compareAndSet(true, false)) {
                Thread.sleep(8000);
            }
        };
        try (Group.Member one = group.new Member(settings, topic, hook)) {
            Lab.await("the first batch", () -> one.assigned() && group.count() > 0);
            try (Group.Member other = group.join(settings, topic)) {
                group.awaitIdle(Duration.ofSeconds(15));
                Lab.await("all records", () -> group.count() >= sent);
            }
        }
        return Tally.of(sent, group.all(), Set.of());
    }

    /**
     * A reader keeps a table of a compacted topic and is away while keys are deleted. Lost are the deletes that it
     * never sees.
     */
    static Outcome deletesWhileAway(Lab lab) throws Exception {
        int keys = 1000;
        int deleted = 500;
        String topic = lab.topic(Map.of("segment.ms", "1000", "min.cleanable.dirty.ratio", "0.01"));
        Map<String, Object> settings = Map.of("bootstrap.servers", lab.bootstrap);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                KafkaConsumer<String, String> reader = new KafkaConsumer<>(group(lab), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            for (int key = 0; key < keys; key++) {
                producer.send(new ProducerRecord<>(topic, Integer.toString(key), Lab.value(key)));
            }
            producer.flush();
            Set<String> table = new HashSet<>();
            follow(reader, partition, table);
            for (int key = 0; key < deleted; key++) {
                producer.send(new ProducerRecord<>(topic, Integer.toString(key), null));
            }
            producer.flush();
            for (int second = 0; second < 30; second++) {
                // The segment that is written to is not compacted, so that others are needed.
                producer.send(new ProducerRecord<>(topic, "other", Lab.value(second))).get();
                Thread.sleep(1000);
            }
            follow(reader, partition, table);
            table.remove("other");
            return new Outcome(keys + deleted, table.size() - (keys - deleted), 0, 0, 0, 0);
        }
    }

    /** Reads to the end and does to the table what the records say. */
    private static void follow(KafkaConsumer<String, String> reader, TopicPartition partition, Set<String> table) {
        long end = reader.endOffsets(List.of(partition)).get(partition);
        while (reader.position(partition) < end) {
            for (ConsumerRecord<String, String> record : reader.poll(Duration.ofMillis(200))) {
                if (record.value() == null) {
                    table.remove(record.key());
                } else {
                    table.add(record.key());
                }
            }
        }
    }

    /** The settings of the consumer, with a group of this run. */
    private static Properties group(Lab lab) throws Exception {
        Properties settings = lab.client("consumer.properties");
        settings.put("group.id", settings.getProperty("group.id") + "-" + UUID.randomUUID());
        return settings;
    }

    /** A producer that loses nothing. */
    private static Sender sender(Lab lab, String topic) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", lab.bootstrap);
        return new Sender(settings, topic);
    }

    private static int fill(Lab lab, String topic, int n) {
        try (Sender sender = sender(lab, topic)) {
            sender.send(n);
            sender.flush();
            return sender.sent();
        }
    }
}
