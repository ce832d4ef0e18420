package lab;

import java.util.Map;

/** The scenarios with jobs of Flink. */
public final class Main {
    private static final Map<String, Program.Scenario> SCENARIOS = Map.ofEntries(
        Map.entry("process-dies", Failures::processDies));

    public static void main(String[] args) throws Exception {
        Program.run(SCENARIOS, args);
    }
}
