package lab;

import static lab.Program.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lab.Elasticsearch.Health;

/** Scenarios with a job that writes documents to Elasticsearch. */
final class Documents {
    private Documents() {}

    /** Elasticsearch has no place in its queues for ten seconds. */
    static Outcome busy(Lab lab) throws Exception {
        return busy(lab, Duration.ofSeconds(10));
    }

    /** Elasticsearch has no place in its queues until it has turned twelve requests away, or the job gives up. */
    static Outcome busyForLong(Lab lab) throws Exception {
        return busy(lab, Lab.LONG);
    }

    private static Outcome busy(Lab lab, Duration time) throws Exception {
        try (Elasticsearch elasticsearch = new Elasticsearch(); Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1))) {
            stage.elasticsearch(elasticsearch.url());
            Job job = stage.start();
            sender.send(500);
            elasticsearch.await(500);
            elasticsearch.become(Health.BUSY);
            sender.send(1000);
            sender.flush();
            Lab.await("a request that is turned away", () -> elasticsearch.turnedAway() > 0);
            Lab.within(time, () -> elasticsearch.turnedAway() >= 12 || job.state().equals("FAILED"));
            elasticsearch.become(Health.GREEN);
            sender.send(500);
            sender.flush();
            Lab.await("the last document", () -> job.state().equals("FAILED") || elasticsearch.numbers().contains(sender.sent() - 1));
            elasticsearch.awaitIdle();
            Outcome outcome = Tally.of(sender.sent(), List.of(elasticsearch.numbers()), Set.of());
            return job.state().equals("FAILED") ? outcome.waiting() : outcome;
        }
    }

    /** The process dies when 1000 documents are stored of which it has not heard. */
    static Outcome processDiesUnheard(Lab lab) throws Exception {
        return processDies(lab, elasticsearch -> elasticsearch.fallSilentAt(1500));
    }

    /** The process dies when it has waited for some seconds with 1000 records that Elasticsearch does not take. */
    static Outcome processDiesUnwritten(Lab lab) throws Exception {
        return processDies(lab, elasticsearch -> elasticsearch.become(Health.HANGING));
    }

    private static Outcome processDies(Lab lab, Consumer<Elasticsearch> illness) throws Exception {
        try (Elasticsearch elasticsearch = new Elasticsearch(); Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1))) {
            stage.elasticsearch(elasticsearch.url());
            Job job = stage.start();
            sender.send(500);
            elasticsearch.await(500);
            job.awaitCheckpoint();
            illness.accept(elasticsearch);
            sender.send(1000);
            sender.flush();
            Lab.within(Duration.ofSeconds(5), () -> elasticsearch.distinct() == 1500);
            int before = job.checkpoints();
            Lab.within(Duration.ofSeconds(8), () -> job.checkpoints() > before + 1);
            Optional<String> newest = stage.newestCheckpoint();
            job.kill();
            elasticsearch.become(Health.GREEN);
            sender.send(500);
            sender.flush();
            stage.start(newest);
            Lab.await("the last document", () -> elasticsearch.numbers().contains(sender.sent() - 1));
            elasticsearch.awaitIdle();
            return Tally.of(sender.sent(), List.of(elasticsearch.numbers()), Set.of());
        }
    }
}
