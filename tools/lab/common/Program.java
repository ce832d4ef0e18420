package lab;

import java.nio.file.Path;
import java.util.Map;

/** Runs one scenario with the files of one folder and prints what it counted. */
final class Program {
    private Program() {}

    interface Scenario {
        Outcome run(Lab lab) throws Exception;
    }

    /**
     * What was counted; told are lost records of which the application got an error, stalled those that are still in
     * their topic and wait behind an application that does not go on.
     */
    record Outcome(int sent, int lost, int told, int duplicated, int reordered, int stalled) {
        /** The same, where what is missing at the end is not lost, but waits. */
        Outcome waiting() {
            return new Outcome(sent, 0, 0, duplicated, reordered, lost);
        }

        String json() {
            return String.format("{\"sent\":%d,\"lost\":%d,\"told\":%d,\"duplicated\":%d,\"reordered\":%d,\"stalled\":%d}",
                sent, lost, told, duplicated, reordered, stalled);
        }
    }

    /** Runs the scenario that the first argument names with the folder that the second one names. */
    static void run(Map<String, Scenario> scenarios, String[] args) throws Exception {
        Outcome outcome;
        try (Lab lab = new Lab(Path.of(args[1]))) {
            outcome = scenarios.get(args[0]).run(lab);
        }
        System.out.println("result " + outcome.json());
        System.exit(0); // whatever thread of a client is left
    }
}
