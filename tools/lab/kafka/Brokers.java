package lab;

import static lab.Program.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Scenarios in which brokers fail under a producer. */
final class Brokers {
    private Brokers() {}

    /** The followers hang for a moment, the leader takes records, and dies before they go on. */
    static Outcome leaderDies(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        try (Sender sender = new Sender(lab.client("producer.properties"), topic)) {
            sender.send(1000);
            sender.flush();
            lab.awaitReplicated(topic, 1000);
            int leader = lab.leader(topic);
            List<Integer> followers = lab.followers(topic);
            lab.brokers("pause", followers);
            Thread.sleep(1000); // the fetches that wait at the leader are answered
            sender.send(2000);
            sender.settled(Duration.ofSeconds(1));
            lab.broker("kill", leader);
            lab.brokers("resume", followers);
            sender.flush();
            return Tally.of(sender.sent(), lab.contents(topic), sender.failed);
        }
    }

    /** The leader hangs, takes what is in its connections no more, and dies. */
    static Outcome leaderHangsAndDies(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        try (Sender sender = new Sender(lab.client("producer.properties"), topic)) {
            sender.send(1000);
            sender.flush();
            lab.awaitReplicated(topic, 1000);
            int leader = lab.leader(topic);
            lab.broker("pause", leader);
            sender.send(2000);
            sender.settled(Duration.ofSeconds(1));
            lab.broker("kill", leader);
            sender.flush();
            Thread.sleep(1000);
            return Tally.of(sender.sent(), lab.contents(topic), sender.failed);
        }
    }

    /** Two of three brokers are down for 15 seconds, so that too few replicas are in sync. */
    static Outcome followersRestart(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        try (Sender sender = new Sender(lab.client("producer.properties"), topic)) {
            sender.send(1000);
            sender.flush();
            List<Integer> followers = lab.followers(topic);
            lab.brokers("stop", followers);
            lab.awaitInSync(topic, 1);
            sender.send(2000);
            Thread.sleep(15_000);
            lab.brokers("start", followers);
            lab.awaitInSync(topic, 3);
            sender.send(1000);
            sender.flush();
            return Tally.of(sender.sent(), lab.contents(topic), sender.failed);
        }
    }

    /** One replica is away while records are acknowledged by the two others, which then die; it comes back first. */
    static Outcome staleReplicaLeft(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        try (Sender sender = new Sender(lab.client("producer.properties"), topic)) {
            sender.send(1000);
            sender.flush();
            int leader = lab.leader(topic);
            int stale = lab.followers(topic).get(0);
            int other = lab.followers(topic).get(1);
            lab.broker("stop", stale);
            lab.awaitInSync(topic, 2);
            sender.send(2000);
            sender.flush();
            lab.broker("kill", other);
            lab.broker("kill", leader);
            lab.broker("start", stale);
            // Long enough to be elected where that is allowed.
            Lab.within(Duration.ofSeconds(20), () -> lab.leader(topic) == stale);
            lab.broker("start", leader);
            lab.broker("start", other);
            lab.awaitInSync(topic, 3);
            return Tally.of(sender.sent(), lab.contents(topic), sender.failed);
        }
    }

    /** Both followers restart, the leader goes on alone if it may, and dies before they have caught up. */
    static Outcome lastReplicaDies(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        try (Sender sender = new Sender(lab.client("producer.properties"), topic)) {
            sender.send(1000);
            sender.flush();
            int leader = lab.leader(topic);
            List<Integer> followers = lab.followers(topic);
            lab.brokers("stop", followers);
            lab.awaitInSync(topic, 1);
            sender.send(2000);
            sender.settled(Duration.ofSeconds(3));
            lab.broker("kill", leader);
            lab.brokers("start", followers);
            Lab.within(Duration.ofSeconds(20), () -> followers.contains(lab.leader(topic)));
            lab.broker("start", leader);
            lab.awaitInSync(topic, 3);
            sender.flush();
            return Tally.of(sender.sent(), lab.contents(topic), sender.failed);
        }
    }

    /**
     * The followers restart; meanwhile the leader's machine is lost with its disk, and comes back empty. If none of the
     * followers may lead, somebody decides after a while for an unclean election.
     */
    static Outcome diskLost(Lab lab) throws Exception {
        String topic = lab.topic(Map.of());
        try (Sender sender = new Sender(lab.client("producer.properties"), topic)) {
            sender.send(1000);
            sender.flush();
            int leader = lab.leader(topic);
            List<Integer> followers = lab.followers(topic);
            lab.brokers("stop", followers);
            lab.awaitInSync(topic, 1);
            sender.send(2000);
            sender.settled(Duration.ofSeconds(3));
            lab.broker("kill", leader);
            lab.broker("wipe", leader);
            lab.brokers("start", followers);
            if (!followers.isEmpty() && !Lab.within(Duration.ofSeconds(20), () -> followers.contains(lab.leader(topic)))) {
                lab.electUnclean(topic);
            }
            lab.broker("start", leader);
            if (!Lab.within(Duration.ofSeconds(20), () -> lab.leader(topic) >= 0)) {
                lab.electUnclean(topic); // the only replica
            }
            sender.flush();
            return Tally.of(sender.sent(), lab.contents(topic), sender.failed);
        }
    }
}
