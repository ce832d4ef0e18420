package lab;

import static lab.Program.Outcome;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** Scenarios with windows of ten seconds over the time at which an order was placed. */
final class Windows {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 10, 0);
    /** How many orders are placed in ten seconds. */
    private static final int EACH = 100;
    /** Tenths of a second of an hour. */
    private static final int HOUR = 36_000;

    private Windows() {}

    /** An order that was placed some tenths of a second after the first one. */
    private static String order(int id, int tenths) {
        return String.format("{\"id\": %d, \"placed_at\": \"%s\"}", id, FORMAT.format(START.plus(Duration.ofMillis(100L * tenths))));
    }

    /**
     * Two services write to a topic, and what the second one sends is six seconds late. In the end there is an order of an hour later, so that all windows are due.
     */
    static Outcome lateService(Lab lab) throws Exception {
        int steps = 6;
        int sent = steps * 2 * EACH;
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1), n -> order(n, tenths(n, sent, 60)))) {
            String totals = stage.topic("totals", 1);
            stage.start().awaitCheckpoint();
            for (int i = 0; i < 2 * steps; i++) {
                sender.send(EACH);
                sender.flush();
                Thread.sleep(1000); // longer than the interval of watermarks
            }
            sender.send(1);
            sender.flush();
            stage.await(totals, sent / 2);
            stage.awaitIdle(totals);
            return Tally.of(sent, sorted(stage.numbers(totals)), Set.of());
        }
    }

    /** Orders come in hundreds, in turn from the first service and from the second one, which is some tenths of a second late. */
    private static int tenths(int number, int sent, int late) {
        if (number >= sent) {
            return HOUR;
        }
        int step = number / (2 * EACH);
        boolean second = number / EACH % 2 == 1;
        return 200 + step * 100 + number % EACH - (second ? late : 0);
    }

    /**
     * Both partitions of a topic get orders, and then one of them gets no more for some time. In the end there is an
     * order of an hour later, so that all windows are due.
     */
    static Outcome quietPartition(Lab lab) throws Exception {
        int steps = 12;
        int sent = steps * EACH;
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 2), n -> order(n, n == sent ? HOUR : n))) {
            String totals = stage.topic("totals", 1);
            Job job = stage.start();
            job.awaitCheckpoint();
            for (int n = 0; n < 2 * EACH; n++) {
                sender.send(1, n % 2);
            }
            sender.flush();
            job.awaitCheckpoint();
            for (int i = 2; i < steps; i++) {
                sender.send(EACH, 0);
                sender.flush();
                Thread.sleep(1000); // in all longer than the idle timeout
            }
            sender.send(1, 0);
            sender.flush();
            Lab.within(Duration.ofSeconds(10), () -> stage.written(totals) >= sent);
            return Tally.of(sent, sorted(stage.numbers(totals)), Set.of()).waiting();
        }
    }

    /**
     * Two services write to a partition each, every few seconds, and what the second one sends is sixteen seconds late.
     * In the end each has an order of an hour later, so that all windows are due.
     */
    static Outcome partitionBehind(Lab lab) throws Exception {
        int steps = 4;
        int sent = steps * 2 * EACH;
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 2), n -> order(n, tenths(n, sent, 160)))) {
            String totals = stage.topic("totals", 1);
            stage.start().awaitCheckpoint();
            for (int i = 0; i < 2 * steps; i++) {
                sender.send(EACH, i % 2);
                sender.flush();
                Thread.sleep(2000); // longer than the short idle timeout
            }
            sender.send(1, 0);
            sender.send(1, 1);
            sender.flush();
            stage.await(totals, sent / 2);
            stage.awaitIdle(totals);
            return Tally.of(sent, sorted(stage.numbers(totals)), Set.of());
        }
    }

    /** The rows of one window come in any order. */
    private static List<List<Integer>> sorted(List<List<Integer>> partitions) {
        return partitions.stream().map(numbers -> numbers.stream().sorted().toList()).toList();
    }
}
