package lab;

import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A consumer in a process of its own, so that it can crash. It writes the number of every record that it has processed
 * to a file, ends without a word when it has processed as many as told, and otherwise when nothing has come for a while.
 */
public final class Worker {
    private static final Duration IDLE = Duration.ofSeconds(4);

    public static void main(String[] args) throws Exception {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(in);
        }
        String topic = args[1];
        boolean inThread = args[2].equals("thread");
        int crashAfter = Integer.parseInt(args[3]);
        boolean commits = "false".equals(settings.getProperty("enable.auto.commit"));

        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicInteger processed = new AtomicInteger();
        try (OutputStream out = Files.newOutputStream(Path.of(args[4]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<Future<?>> work = new ArrayList<>();
            long last = System.nanoTime();
            while (consumer.assignment().isEmpty() || System.nanoTime() - last < IDLE.toNanos()) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(100));
                for (ConsumerRecord<String, String> record : records) {
                    work.add(thread.submit(() -> {
                        Thread.sleep(2); // a call to a database
                        out.write((Lab.number(record) + "\n").getBytes(StandardCharsets.UTF_8));
                        if (processed.incrementAndGet() == crashAfter) {
                            Runtime.getRuntime().halt(1);
                        }
                        return null;
                    }));
                }
                work.removeIf(Future::isDone);
                if (commits || !inThread) {
                    for (Future<?> one : work) {
                        one.get();
                    }
                }
                if (commits && !records.isEmpty()) {
                    consumer.commitSync();
                }
                if (!records.isEmpty() || !work.isEmpty() || consumer.assignment().isEmpty()) {
                    last = System.nanoTime();
                }
            }
        }
        thread.shutdown();
    }
}
