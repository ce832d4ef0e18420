package lab;

import java.util.Map;

/** The scenarios with jobs of Flink. */
public final class Main {
    private static final Map<String, Program.Scenario> SCENARIOS = Map.ofEntries(
        Map.entry("process-dies", Failures::processDies),
        Map.entry("broker-and-process-die", Failures::brokerAndProcessDie),
        Map.entry("dies-before-the-commit", Failures::diesBeforeTheCommit),
        Map.entry("nothing-fails", Failures::nothingFails),
        Map.entry("started-without-state", Positions::startedWithoutState),
        Map.entry("restored-after-expiry", Positions::restoredAfterExpiry),
        Map.entry("query-changes", Positions::queryChanges),
        Map.entry("records-cut-off", Rows::cutOff),
        Map.entry("records-incomplete", Rows::incomplete),
        Map.entry("late-service", Windows::lateService),
        Map.entry("quiet-partition", Windows::quietPartition),
        Map.entry("partition-behind", Windows::partitionBehind),
        Map.entry("elasticsearch-busy", Documents::busy),
        Map.entry("elasticsearch-busy-for-long", Documents::busyForLong),
        Map.entry("process-dies-unheard", Documents::processDiesUnheard),
        Map.entry("process-dies-unwritten", Documents::processDiesUnwritten));

    public static void main(String[] args) throws Exception {
        Program.run(SCENARIOS, args);
    }
}
