package lab;

import static lab.Program.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Scenarios with records that do not fit what a job expects. */
final class Rows {
    private static final int SENT = 1000;

    private Rows() {}

    /** Each tenth record is cut off in the middle. */
    static Outcome cutOff(Lab lab) throws Exception {
        return tenth(lab, "{\"id\": %d, \"amo", "unreadable");
    }

    /** Each tenth record leaves a field out. */
    static Outcome incomplete(Lab lab) throws Exception {
        return tenth(lab, "{\"id\": %d}", "incomplete");
    }

    /** Each tenth record is another one; it may also come out in a topic for such. */
    private static Outcome tenth(Lab lab, String other, String aside) throws Exception {
        IntFunction<String> value = n -> String.format(n % 10 == 9 ? other : "{\"id\": %d, \"amount\": 12.50}", n);
        try (Stage stage = new Stage(lab); Sender sender = stage.sender(stage.topic("orders", 1), value)) {
            String invoices = stage.topic("invoices", 1);
            String others = stage.topic(aside, 1);
            stage.start();
            sender.send(SENT);
            sender.flush();
            stage.await(invoices, SENT - SENT / 10);
            stage.awaitIdle(invoices);
            stage.awaitIdle(others);
            List<List<Integer>> kept = new ArrayList<>(stage.numbers(invoices));
            kept.addAll(stage.numbers(others));
            return Tally.of(SENT, kept, Set.of());
        }
    }
}
