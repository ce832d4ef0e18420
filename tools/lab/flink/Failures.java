package lab;

import static lab.Program.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Scenarios in which the process of a job dies. */
final class Failures {
    private Failures() {}

    /** The process dies when 1000 records have come out, and the job is started again from what there is. */
    static Outcome processDies(Lab lab) throws Exception {
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1))) {
            String invoices = stage.topic("invoices", 1);
            Job job = stage.start();
            sender.send(1000);
            sender.flush();
            stage.await(invoices, 1000);
            int before = job.checkpoints();
            Lab.within(Duration.ofSeconds(8), () -> job.checkpoints() > before + 1);
            job.kill();
            sender.send(1000);
            sender.flush();
            stage.start(stage.newestCheckpoint());
            stage.await(invoices, 2000);
            stage.awaitIdle(invoices);
            return Tally.of(sender.sent(), stage.numbers(invoices), Set.of());
        }
    }

    /**
     * The broker hangs that leads the topic which is written to. Records that the job reads wait in the sink's producer.
     * When checkpoints are complete all the same, or after a while, the process dies, and the broker with what is in its
     * connections. The job is started again from what there is.
     */
    static Outcome brokerAndProcessDie(Lab lab) throws Exception {
        String orders;
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(orders = stage.topic("orders", 1))) {
            String invoices = stage.topic("invoices", 1);
            Job job = stage.start();
            sender.send(1000);
            sender.flush();
            stage.await(invoices, 1000);
            stage.awaitCommit(1000);
            int coordinator = lab.admin.describeConsumerGroups(List.of(Stage.GROUP)).all().get().get(Stage.GROUP).coordinator().id();
            int sink = coordinator % 3 + 1; // another broker
            int other = 6 - coordinator - sink;
            lab.lead(orders, List.of(coordinator, other));
            lab.lead(invoices, List.of(sink, coordinator, other));
            lab.awaitInSync(orders, 2);
            sender.send(500); // so that all clients know the new leaders
            sender.flush();
            stage.awaitCommit(1500);
            lab.broker("pause", sink);
            sender.send(2000);
            sender.flush();
            int before = job.checkpoints();
            // Before the producer gives up on the broker, after 30 seconds. Nothing asks Kafka meanwhile, which might ask this broker.
            Lab.within(Duration.ofSeconds(15), () -> job.checkpoints() > before + 1);
            job.kill();
            lab.broker("kill", sink);
            stage.start(stage.newestCheckpoint());
            sender.send(500);
            sender.flush();
            stage.await(invoices, 1500);
            stage.awaitIdle(invoices);
            return Tally.of(sender.sent(), stage.numbers(invoices), Set.of());
        }
    }

    /**
     * The process dies between a checkpoint, which has flushed a transaction, and its commit. A slow function makes
     * the moment long enough. The job is started again after twelve seconds.
     */
    static Outcome diesBeforeTheCommit(Lab lab) throws Exception {
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1))) {
            String invoices = stage.topic("invoices", 1);
            stage.slowFrom(3000);
            Job job = stage.start();
            sender.send(1000);
            sender.flush();
            Lab.await("the first commit", () -> !stage.numbers(invoices).get(0).isEmpty());
            job.awaitCheckpoint();
            sender.send(2010);
            sender.flush();
            stage.await(invoices, 3000);
            var before = stage.newestCheckpoint();
            Lab.await("a checkpoint", () -> !stage.newestCheckpoint().equals(before));
            job.kill();
            Thread.sleep(12_000);
            Job again = stage.start(stage.newestCheckpoint());
            again.awaitCheckpoint();
            Lab.within(Duration.ofSeconds(20), () -> stage.numbers(invoices).get(0).contains(3009));
            return Tally.of(sender.sent(), stage.numbers(invoices), Set.of());
        }
    }

    /** Nothing fails: 1000 records are put through, or are not. */
    static Outcome nothingFails(Lab lab) throws Exception {
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1))) {
            String invoices = stage.topic("invoices", 1);
            stage.start();
            sender.send(1000);
            sender.flush();
            Lab.within(Duration.ofSeconds(15), () -> stage.numbers(invoices).get(0).size() >= 1000);
            return Tally.of(sender.sent(), stage.numbers(invoices), Set.of()).waiting();
        }
    }
}
