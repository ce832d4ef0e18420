package lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.yaml.snakeyaml.Yaml;

/** The folder of files of an experiment, and the cluster that it runs against. */
final class Lab implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(3);

    final Path folder;
    final String bootstrap = System.getProperty("lab.bootstrap");
    final Path work = Path.of(System.getProperty("lab.work"));
    final Admin admin;
    private final BufferedReader answers = new BufferedReader(new InputStreamReader(System.in));

    Lab(Path folder) throws Exception {
        this.folder = folder;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", "10000", "default.api.timeout.ms", "120000"));
        int brokers = bootstrap.split(",").length;
        await("all brokers", () -> admin.describeCluster().nodes().get().size() == brokers);
        for (String internal : List.of("__consumer_offsets", "__transaction_state")) {
            await("replicas of " + internal, () -> !admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().contains(internal)
                || partitions(internal).stream().allMatch(p -> p.leader() != null && p.isr().size() == p.replicas().size()));
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /** The settings of a file, for a client of this cluster. What the file says stays as it is. */
    Properties client(String file) throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(file))) {
            settings.load(in);
        }
        settings.put("bootstrap.servers", bootstrap);
        return settings;
    }

    /** The settings of a channel of SmallRye's Kafka connector, which hands to the client what is not its own. */
    Properties channel(String file, String prefix) throws IOException {
        Properties settings = new Properties();
        Properties all = client(file);
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith(prefix) && !List.of("connector", "topic").contains(key.substring(prefix.length()))) {
                settings.put(key.substring(prefix.length()), all.getProperty(key));
            }
        }
        settings.put("bootstrap.servers", bootstrap);
        return settings;
    }

    /**
     * Creates the topic of the folder's KafkaTopic resource, or a usual one of a single partition, under a name of
     * its own. What is given besides only makes things happen sooner.
     */
    String topic(Map<String, String> sooner) throws Exception {
        int partitions = 1;
        short replicas = 3;
        Map<String, String> config = new TreeMap<>(sooner);
        Path file = folder.resolve("topic.yaml");
        if (Files.exists(file)) {
            Map<String, Object> spec = map(map(new Yaml().load(Files.readString(file))).get("spec"));
            partitions = (Integer) spec.get("partitions");
            replicas = ((Integer) spec.get("replicas")).shortValue();
            map(spec.getOrDefault("config", Map.of())).forEach((key, value) -> config.put(key, value.toString()));
        }
        return create("orders", partitions, replicas, config);
    }

    /** Creates a topic whose name begins as told, and waits until all its replicas are in sync. */
    String create(String prefix, int partitions, short replicas, Map<String, String> config) throws Exception {
        String name = prefix + "-" + UUID.randomUUID();
        admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.of(replicas)).configs(config))).all().get();
        await("replicas of " + name, () -> partitions(name).size() == partitions
            && partitions(name).stream().allMatch(p -> p.leader() != null && p.isr().size() == replicas));
        return name;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object o) {
        return (Map<String, Object>) o;
    }

    List<TopicPartitionInfo> partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions();
    }

    /** The leader of the only partition of a topic. */
    int leader(String topic) throws Exception {
        Node leader = partitions(topic).get(0).leader();
        return leader == null || leader.isEmpty() ? -1 : leader.id();
    }

    /** The other replicas of the only partition. */
    List<Integer> followers(String topic) throws Exception {
        TopicPartitionInfo p = partitions(topic).get(0);
        return p.replicas().stream().map(Node::id).filter(id -> id != p.leader().id()).toList();
    }

    /** Waits until the in-sync replicas of the only partition are so many. */
    void awaitInSync(String topic, int n) throws Exception {
        await(n + " replicas in sync", () -> partitions(topic).get(0).isr().size() == n);
    }

    /** Waits until all replicas in sync have so many records of the only partition, which acks=0 and acks=1 do not say. */
    void awaitReplicated(String topic, long n) throws Exception {
        await(n + " records on all replicas", () -> offset(topic, OffsetSpec.latest()) == n);
    }

    /** Has something done to a broker: start, stop, kill, pause, resume or wipe. */
    void broker(String verb, int id) throws IOException {
        System.out.println(verb + " " + id);
        String answer = answers.readLine();
        if (!"ok".equals(answer)) {
            throw new IOException(verb + " " + id + ": " + answer);
        }
    }

    void brokers(String verb, List<Integer> ids) throws IOException {
        for (int id : ids) {
            broker(verb, id);
        }
    }

    /** Makes the first of the replicas the leader of the only partition. */
    void lead(String topic, List<Integer> replicas) throws Exception {
        TopicPartition partition = new TopicPartition(topic, 0);
        admin.alterPartitionReassignments(Map.of(partition, Optional.of(new NewPartitionReassignment(replicas)))).all().get();
        admin.electLeaders(ElectionType.PREFERRED, Set.of(partition)).partitions().get();
        await("leader " + replicas.get(0), () -> leader(topic) == replicas.get(0));
        Thread.sleep(500); // until every broker has heard of it
    }

    /** Makes any replica that is there the leader of the only partition. */
    void electUnclean(String topic) throws Exception {
        admin.electLeaders(ElectionType.UNCLEAN, Set.of(new TopicPartition(topic, 0))).partitions().get();
    }

    /** The offset of the only partition that the policy stands for. */
    long offset(String topic, OffsetSpec policy) throws Exception {
        TopicPartition partition = new TopicPartition(topic, 0);
        return admin.listOffsets(Map.of(partition, policy)).partitionResult(partition).get().offset();
    }

    /** Where the partitions of a topic end, aborted records and markers of transactions included. */
    List<Long> ends(String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> asked = new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
        for (TopicPartitionInfo p : partitions(topic)) {
            asked.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest());
        }
        List<Long> ends = new ArrayList<>();
        ListOffsetsResult result = admin.listOffsets(asked);
        for (TopicPartition partition : asked.keySet()) {
            ends.add(result.partitionResult(partition).get().offset());
        }
        return ends;
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        if (!within(LONG, condition)) {
            throw new IllegalStateException("waited in vain for " + what);
        }
    }

    /** Whether the condition came true in time. */
    static boolean within(Duration time, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return true;
                }
            } catch (ExecutionException e) {
                // the cluster is changing
            }
            Thread.sleep(100);
        }
        return false;
    }

    /** The value of a record with that number, 100 characters long so that a batch holds some hundred records. */
    static String value(int number) {
        return String.format("%0100d", number);
    }

    static int number(ConsumerRecord<String, String> record) {
        return Integer.parseInt(record.value());
    }

    /** The numbers of the records that are in a topic and not aborted, by partition. */
    List<List<Integer>> contents(String topic) throws Exception {
        return read(topic, Lab::number);
    }

    /** What the records say that are in a topic and not aborted, by partition. */
    <T> List<List<T>> read(String topic, Function<ConsumerRecord<String, String>, T> say) throws Exception {
        List<List<T>> all = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "default.api.timeout.ms", "180000",
            "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            for (int p = 0; p < partitions(topic).size(); p++) {
                TopicPartition partition = new TopicPartition(topic, p);
                List<T> said = new ArrayList<>();
                reader.assign(List.of(partition));
                reader.seekToBeginning(List.of(partition));
                long end = reader.endOffsets(List.of(partition)).get(partition);
                while (reader.position(partition) < end) {
                    reader.poll(Duration.ofMillis(200)).forEach(record -> said.add(say.apply(record)));
                }
                all.add(said);
            }
        }
        return all;
    }
}
