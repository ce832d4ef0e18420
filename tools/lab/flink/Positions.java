package lab;

import static lab.Program.Outcome;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Scenarios that ask where a job goes on when it is started again. */
final class Positions {
    private static final Pattern ORDERS = Pattern.compile("\"orders\":\\s*(\\d+)");

    private Positions() {}

    /** The job is stopped, 2000 records are written, and it is started as if it were new. */
    static Outcome startedWithoutState(Lab lab) throws Exception {
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1))) {
            String invoices = stage.topic("invoices", 1);
            Job job = stage.start();
            job.awaitCheckpoint();
            sender.send(1000);
            sender.flush();
            stage.awaitCommit(1000);
            stage.await(invoices, 1000);
            job.stop(lab.work);
            sender.send(2000);
            sender.flush();
            stage.start().awaitCheckpoint();
            sender.send(500);
            sender.flush();
            stage.await(invoices, 1500);
            stage.awaitIdle(invoices);
            return Tally.of(sender.sent(), stage.numbers(invoices), Set.of());
        }
    }

    /**
     * The job is stopped with a savepoint. The next 500 records expire before it is started from the savepoint, so that
     * the offset in there is gone; 2000 that were written after them have not expired.
     */
    static Outcome restoredAfterExpiry(Lab lab) throws Exception {
        String orders;
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(orders = stage.topic("orders", 1)); Sender expired = stage.sender(orders)) {
            String invoices = stage.topic("invoices", 1);
            Job job = stage.start();
            job.awaitCheckpoint();
            sender.send(1000);
            sender.flush();
            stage.await(invoices, 1000);
            String savepoint = job.stop(lab.work);
            expired.send(500);
            expired.flush();
            long end = lab.offset(orders, OffsetSpec.latest());
            lab.admin.deleteRecords(Map.of(new TopicPartition(orders, 0), RecordsToDelete.beforeOffset(end))).all().get();
            sender.send(2000);
            sender.flush();
            stage.start(Optional.of(savepoint)).awaitCheckpoint();
            sender.send(500);
            sender.flush();
            stage.await(invoices, 1500);
            stage.awaitIdle(invoices);
            return Tally.of(sender.sent(), stage.numbers(invoices), Set.of());
        }
    }

    /**
     * The job that counts orders by customer is stopped with a savepoint and goes on with another query, whose
     * operators have other ids. If Flink refuses that, it goes on with the old one. Counted is what is in the totals.
     */
    static Outcome queryChanges(Lab lab) throws Exception {
        Path before = lab.folder.resolveSibling("before").resolve("job.sql");
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1))) {
            String totals = stage.topic("totals", 1);
            Job job = stage.start(before, Optional.empty());
            sender.send(1000);
            sender.flush();
            Lab.await("1000 orders", () -> sum(lab, totals) == 1000);
            stage.awaitCommit(1000);
            Optional<String> savepoint = Optional.of(job.stop(lab.work));
            try {
                stage.start(savepoint);
            } catch (Job.Refused e) {
                stage.start(before, savepoint);
            }
            sender.send(1000);
            sender.flush();
            stage.await(totals, 1010); // 10 customers
            stage.awaitIdle(totals);
            int lost = sender.sent() - sum(lab, totals);
            return new Outcome(sender.sent(), Math.max(lost, 0), 0, Math.max(-lost, 0), 0, 0);
        }
    }

    /** The sum of the newest totals of all customers. */
    private static int sum(Lab lab, String totals) throws Exception {
        Map<String, Integer> newest = new HashMap<>();
        lab.read(totals, record -> {
            Matcher orders = ORDERS.matcher(record.value());
            return newest.put(record.key(), orders.find() ? Integer.parseInt(orders.group(1)) : 0);
        });
        return newest.values().stream().mapToInt(Integer::intValue).sum();
    }
}
