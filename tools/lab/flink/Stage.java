package lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The topics of an experiment and the job between them, which is started and killed again and again. */
final class Stage implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"id\":\\s*(\\d+)");

    /** The group of the jobs. */
    static final String GROUP = "billing";

    final Lab lab;
    final Path checkpoints;
    private final Properties exchanged = new Properties();
    private Job job;

    Stage(Lab lab) throws IOException {
        this.lab = lab;
        checkpoints = Files.createDirectory(lab.work.resolve("checkpoints"));
        exchanged.setProperty("bootstrap", lab.bootstrap);
        exchanged.setProperty("checkpoints", checkpoints.toUri().toString());
        exchanged.setProperty("run", UUID.randomUUID().toString());
    }

    /** Creates a topic in place of the one of that name in the job's file. */
    String topic(String name, int partitions) throws Exception {
        String created = lab.create(name, partitions, (short) 3, Map.of());
        exchanged.setProperty("topic." + name, created);
        return created;
    }

    /** Has the function of a job take its time from the record with that number on. */
    void slowFrom(int number) {
        exchanged.setProperty("slow-from", Integer.toString(number));
    }

    /** Exchanges the hosts of Elasticsearch in the job's file. */
    void elasticsearch(String url) {
        exchanged.setProperty("hosts", url);
    }

    /** A sender of orders. */
    Sender sender(String topic) {
        return sender(topic, Stage::order);
    }

    /** A sender of what a number is made to. */
    Sender sender(String topic, IntFunction<String> value) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", lab.bootstrap);
        return new Sender(settings, topic, value);
    }

    /** An order of one of ten customers. */
    static String order(int number) {
        return String.format("{\"id\": %d, \"customer\": \"c%d\"}", number, number % 10);
    }

    /** Starts the job of the folder without any state. */
    Job start() throws Exception {
        return start(Optional.empty());
    }

    /** Starts the job of the folder from a checkpoint or savepoint, if there is one. */
    Job start(Optional<String> restore) throws Exception {
        return start(lab.folder.resolve("job.sql"), restore);
    }

    /** Starts the job of a file from a checkpoint or savepoint, if there is one. */
    Job start(Path sql, Optional<String> restore) throws Exception {
        Properties all = new Properties();
        all.putAll(exchanged);
        restore.ifPresent(path -> all.setProperty("restore", path));
        job = new Job(lab.folder, sql, all, lab.work);
        return job;
    }

    /** The newest complete checkpoint. */
    Optional<String> newestCheckpoint() throws IOException {
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.filter(f -> f.endsWith("_metadata")).max(Comparator.comparing(f -> f.toFile().lastModified()))
                .map(f -> f.getParent().toUri().toString());
        }
    }

    /** The numbers of the JSON objects in a topic that are not aborted, by partition. */
    List<List<Integer>> numbers(String topic) throws Exception {
        return lab.read(topic, record -> number(record.value()));
    }

    /** The number that an order, or a document that holds one, says. */
    static int number(String json) {
        Matcher id = ID.matcher(json);
        if (!id.find()) {
            throw new IllegalStateException("no id in " + json);
        }
        return Integer.parseInt(id.group(1));
    }

    /**
     * Waits until the group has committed as many orders. A source commits after a checkpoint, but no sooner than its consumer comes back
     * from a poll, which takes ten seconds where nothing comes.
     */
    void awaitCommit(long orders) throws Exception {
        TopicPartition partition = new TopicPartition(exchanged.getProperty("topic.orders"), 0);
        Lab.await("the commit of " + orders, () -> {
            OffsetAndMetadata committed = lab.admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().get(partition);
            return committed != null && committed.offset() == orders;
        });
    }

    /** Waits until so many records are in a topic, aborted ones and repeated ones included. */
    void await(String topic, long records) throws Exception {
        Lab.await(records + " records in " + topic, () -> written(topic) >= records);
    }

    /** How many records are in a topic, aborted ones and repeated ones included. */
    long written(String topic) throws Exception {
        long sum = 0;
        for (long end : lab.ends(topic)) {
            sum += end;
        }
        return sum;
    }

    /** Waits until nothing has been written to a topic for some seconds. */
    void awaitIdle(String topic) throws Exception {
        List<Long> before = new ArrayList<>();
        while (!before.equals(lab.ends(topic))) {
            before = lab.ends(topic);
            Thread.sleep(8000);
        }
    }

    @Override
    public void close() throws Exception {
        if (job != null) {
            job.close();
        }
    }
}
