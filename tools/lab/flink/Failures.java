package lab;

import static lab.Program.Outcome;

import java.time.Duration;
import java.util.Set;

/** Scenarios in which the processes of a job die. */
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
}
