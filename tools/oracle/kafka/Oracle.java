import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Constructs the client that a properties file configures. Every line of the input is JSON
 * with the client's kind and the file, every line of the output what came of it: an empty
 * list, or the exception and its causes. What an application would pass in code where the
 * file is silent (addresses, serializers, the application's id) is passed here.
 */
public class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 4;
    /** Closing may wait for a server that is not there, and is not what is asked. */
    private static final ExecutorService CLOSING = Executors.newCachedThreadPool(Oracle::daemon);

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err); // nothing else may print to it
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // Some constructors wait, most do not: several at a time, answered in order.
        ExecutorService executor = Executors.newFixedThreadPool(THREADS, Oracle::daemon);
        Deque<Future<List<String>>> asked = new ArrayDeque<>();
        String line;
        do {
            line = in.readLine();
            if (line != null) {
                Map<?, ?> question = JSON.readValue(line, Map.class);
                asked.add(executor.submit(() -> ask((String) question.get("kind"), (String) question.get("file"))));
            }
            while (!asked.isEmpty() && (line == null || asked.size() > 2 * THREADS || !in.ready())) {
                out.println(JSON.writeValueAsString(answer(asked.remove())));
                out.flush();
            }
        } while (line != null);
        System.exit(0); // threads of clients may still run
    }

    private static List<String> answer(Future<List<String>> asked) throws Exception {
        try {
            return asked.get(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return List.of("oracle: the constructor did not return within 60 s");
        }
    }

    private static Thread daemon(Runnable r) {
        Thread t = new Thread(r);
        t.setDaemon(true);
        return t;
    }

    private static List<String> ask(String kind, String file) {
        List<String> why = new ArrayList<>();
        try {
            Properties p = new Properties();
            try (var reader = Files.newInputStream(Path.of(file))) {
                p.load(reader);
            }
            if (!(kind.equals("admin") && AdminClientConfig.configNames().contains("bootstrap.controllers") && p.containsKey("bootstrap.controllers"))) {
                p.putIfAbsent("bootstrap.servers", "127.0.0.1:19092");
            }
            construct(kind, p);
        } catch (Throwable t) {
            for (Throwable cause = t; cause != null && why.size() < 8; cause = cause.getCause()) {
                why.add(cause.getClass().getName() + ": " + cause.getMessage());
            }
        }
        return why;
    }

    private static void construct(String kind, Properties p) throws Throwable {
        Map<String, Object> m = new HashMap<>();
        p.forEach((k, v) -> m.put((String) k, v));
        switch (kind) {
            case "producer" -> producer(m);
            case "consumer" -> consumer(m);
            case "share-consumer" -> shareConsumer(m);
            case "admin" -> close(Admin.create(m)::close);
            case "streams" -> streams(p);
            default -> throw new AssertionError(kind);
        }
    }

    private static void producer(Map<String, Object> m) {
        m.putIfAbsent("key.serializer", ByteArraySerializer.class);
        m.putIfAbsent("value.serializer", ByteArraySerializer.class);
        close(new KafkaProducer<Object, Object>(m)::close);
    }

    private static void consumer(Map<String, Object> m) {
        m.putIfAbsent("key.deserializer", ByteArrayDeserializer.class);
        m.putIfAbsent("value.deserializer", ByteArrayDeserializer.class);
        close(new KafkaConsumer<Object, Object>(m)::close);
    }

    /** By reflection: the class is new in 4.0. */
    private static void shareConsumer(Map<String, Object> m) throws Throwable {
        m.putIfAbsent("group.id", "oracle");
        m.putIfAbsent("key.deserializer", ByteArrayDeserializer.class);
        m.putIfAbsent("value.deserializer", ByteArrayDeserializer.class);
        Class<?> c = Class.forName("org.apache.kafka.clients.consumer.KafkaShareConsumer");
        try {
            Object client = c.getConstructor(Map.class).newInstance(m);
            CLOSING.submit(() -> c.getMethod("close", Duration.class).invoke(client, Duration.ZERO));
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A topology with a global table, so that the application has every client that there is. */
    private static void streams(Properties p) {
        p.putIfAbsent("application.id", "oracle");
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())).to("out", Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        builder.globalTable("all", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()), Materialized.as(Stores.inMemoryKeyValueStore("all")));
        Clients clients = new Clients();
        try {
            KafkaStreams streams = new KafkaStreams(builder.build(), p, clients);
            close(timeout -> {
                streams.close(timeout);
                clients.close();
            });
        } catch (Throwable t) {
            close(timeout -> clients.close());
            throw t;
        }
        if (p.getProperty("processing.guarantee", "").strip().equals("exactly_once")) { // a producer for every task, made when there is one
            Map<String, Object> producer = new StreamsConfig(p).getProducerConfigs("producer");
            producer.put("transactional.id", "oracle-0");
            close(new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer())::close);
        }
    }

    /**
     * The clients with threads of their own of a Streams application that never starts, or fails when it already has some
     * of them: it does not close them all, and some of those that are left look for their brokers without a pause.
     */
    private static class Clients extends DefaultKafkaClientSupplier {
        private final List<AutoCloseable> clients = new ArrayList<>();

        private <C extends AutoCloseable> C kept(C client) {
            clients.add(client);
            return client;
        }

        void close() {
            for (AutoCloseable client : clients) {
                CLOSING.submit(() -> client.getClass().getMethod("close", Duration.class).invoke(client, Duration.ZERO));
            }
        }

        @Override
        public Admin getAdmin(Map<String, Object> config) {
            return kept(super.getAdmin(config));
        }

        @Override
        public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
            return kept(super.getProducer(config));
        }
    }

    private static void close(Consumer<Duration> client) {
        CLOSING.execute(() -> {
            try {
                client.accept(Duration.ZERO);
            } catch (RuntimeException e) {
                // it was constructed
            }
        });
    }
}
