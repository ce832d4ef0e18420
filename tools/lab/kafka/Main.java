package lab;

import java.util.Map;

/** The scenarios with Kafka's own clients. */
public final class Main {
    private static final Map<String, Program.Scenario> SCENARIOS = Map.ofEntries(
        Map.entry("leader-dies", Brokers::leaderDies),
        Map.entry("leader-hangs-and-dies", Brokers::leaderHangsAndDies),
        Map.entry("followers-restart", Brokers::followersRestart),
        Map.entry("stale-replica-left", Brokers::staleReplicaLeft),
        Map.entry("last-replica-dies", Brokers::lastReplicaDies),
        Map.entry("disk-lost", Brokers::diskLost),
        Map.entry("responses-lost", Network::responsesLost),
        Map.entry("leadership-moves", Network::leadershipMoves),
        Map.entry("crash-with-work-in-a-thread", Consumers::crashWithWorkInAThread),
        Map.entry("crash-in-the-loop", Consumers::crashInTheLoop),
        Map.entry("new-partition", Consumers::newPartition),
        Map.entry("offsets-expire", Consumers::offsetsExpire),
        Map.entry("away-for-long", Consumers::awayForLong),
        Map.entry("slow-batch", Consumers::slowBatch),
        Map.entry("aborted-transactions", Transactions::aborted),
        Map.entry("two-instances", Transactions::twoInstances),
        Map.entry("deletes-while-away", Consumers::deletesWhileAway));

    public static void main(String[] args) throws Exception {
        Program.run(SCENARIOS, args);
    }
}
