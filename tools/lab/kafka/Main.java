package lab;

import java.nio.file.Path;
import java.util.Map;

/** Runs one scenario with the files of one folder and prints what it counted. */
public final class Main {
    interface Scenario {
        Outcome run(Lab lab) throws Exception;
    }

    /** What was counted; told are lost records of which the application got an error. */
    record Outcome(int sent, int lost, int told, int duplicated, int reordered) {
        String json() {
            return String.format("{\"sent\":%d,\"lost\":%d,\"told\":%d,\"duplicated\":%d,\"reordered\":%d}", sent, lost, told, duplicated, reordered);
        }
    }

    private static final Map<String, Scenario> SCENARIOS = Map.ofEntries(
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
        Outcome outcome;
        try (Lab lab = new Lab(Path.of(args[1]))) {
            outcome = SCENARIOS.get(args[0]).run(lab);
        }
        System.out.println("result " + outcome.json());
        System.exit(0); // whatever thread of a client is left
    }
}
