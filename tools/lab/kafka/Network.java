package lab;

import static lab.Program.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Scenarios in which the way between a producer and the brokers fails. */
final class Network {
    private Network() {}

    /** Every fifth response to a produce request is lost with its connection, after the broker stored the records. */
    static Outcome responsesLost(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        try (Proxy proxy = new Proxy()) {
            AtomicInteger responses = new AtomicInteger();
            proxy.policy(new Proxy.Policy() {
                @Override
                public boolean after() {
                    return responses.incrementAndGet() % 5 != 0;
                }
            });
            try (Sender sender = new Sender(through(proxy, lab), topic)) {
                for (int i = 0; i < 20; i++) {
                    sender.send(100);
                    sender.flush();
                }
                return Tally.of(sender.sent(), lab.contents(topic), sender.failed);
            }
        }
    }

    /**
     * The leadership of the partition moves away and comes back while five requests are in flight: the first one finds
     * that the broker does not lead, and those behind it find that it does.
     */
    static Outcome leadershipMoves(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        try (Proxy proxy = new Proxy()) {
            int home = lab.leader(topic);
            int away = lab.followers(topic).get(0);
            int third = lab.followers(topic).get(1);
            AtomicBoolean armed = new AtomicBoolean();
            AtomicBoolean moved = new AtomicBoolean();
            proxy.policy(new Proxy.Policy() {
                @Override
                public void before(BlockingQueue<byte[]> waiting) throws Exception {
                    if (armed.get() && !moved.get()) {
                        // With one request in flight no other comes.
                        Lab.within(Duration.ofSeconds(3), () -> waiting.size() >= 4);
                        lab.lead(topic, List.of(away, home, third));
                    }
                }

                @Override
                public boolean after() throws Exception {
                    if (armed.get() && moved.compareAndSet(false, true)) {
                        lab.lead(topic, List.of(home, away, third));
                    }
                    return true;
                }
            });
            Properties settings = through(proxy, lab);
            try (Sender sender = new Sender(settings, topic)) {
                sender.send(1000);
                sender.flush();
                armed.set(true);
                sender.send(4000); // several batches
                sender.flush();
                return Tally.of(sender.sent(), lab.contents(topic), sender.failed);
            }
        }
    }

    private static Properties through(Proxy proxy, Lab lab) throws Exception {
        Properties settings = lab.client("producer.properties");
        settings.put("bootstrap.servers", proxy.bootstrap);
        return settings;
    }
}
