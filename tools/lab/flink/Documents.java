package lab;

import static lab.Program.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lab.Elasticsearch.Health;

/** Scenarios with a job that writes documents to Elasticsearch. */
final class Documents {
    private Documents() {}

    /** Elasticsearch has no place in its queues for ten seconds, in which 1000 records are sent. */
    static Outcome busy(Lab lab) throws Exception {
        try (Elasticsearch elasticsearch = new Elasticsearch(); Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1))) {
            stage.elasticsearch(elasticsearch.url());
            Job job = stage.start();
            sender.send(500);
            elasticsearch.await(500);
            elasticsearch.become(Health.BUSY);
            sender.send(1000);
            sender.flush();
            Lab.await("a request that is turned away", () -> elasticsearch.turnedAway() > 0);
            Lab.within(Duration.ofSeconds(10), () -> job.state().equals("FAILED"));
            elasticsearch.become(Health.GREEN);
            sender.send(500);
            sender.flush();
            Lab.await("the last document", () -> job.state().equals("FAILED") || elasticsearch.numbers().contains(sender.sent() - 1));
            elasticsearch.awaitIdle();
            Outcome outcome = Tally.of(sender.sent(), List.of(elasticsearch.numbers()), Set.of());
            return job.state().equals("FAILED") ? outcome.waiting() : outcome;
        }
    }
}
