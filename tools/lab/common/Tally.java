package lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the records that were sent, numbered from 0 on, with what was seen of them. */
final class Tally {
    private Tally() {}

    /** By partition, the numbers in the order in which they were seen; told are those that came back with an error. */
    static Program.Outcome of(int sent, List<List<Integer>> partitions, Set<Integer> told) {
        Set<Integer> seen = new HashSet<>();
        Set<Integer> twice = new HashSet<>();
        int reordered = 0;
        for (List<Integer> numbers : partitions) {
            int highest = -1;
            for (int n : numbers) {
                if (!seen.add(n)) {
                    twice.add(n);
                } else if (n < highest) {
                    reordered++;
                }
                highest = Math.max(highest, n);
            }
        }
        int lost = 0;
        int lostAndTold = 0;
        for (int n = 0; n < sent; n++) {
            if (!seen.contains(n)) {
                lost++;
                lostAndTold += told.contains(n) ? 1 : 0;
            }
        }
        return new Program.Outcome(sent, lost, lostAndTold, twice.size(), reordered, 0);
    }
}
