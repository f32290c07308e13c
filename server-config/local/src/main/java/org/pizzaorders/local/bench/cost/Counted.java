package org.pizzaorders.local.bench.cost;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was used up to a moment, or between two moments.
 *
 * @param commits transactions that wrote something and waited for the disk
 * @param statements that clients sent to the database
 * @param cpu by process
 */
public record Counted(long commits, long statements, Map<String, Duration> cpu) {

    Counted minus(Counted earlier) {
        Map<String, Duration> used = new TreeMap<>();
        cpu.forEach(
                (process, until) -> used.put(process, until.minus(earlier.cpu.getOrDefault(process, Duration.ZERO))));
        return new Counted(commits - earlier.commits, statements - earlier.statements, used);
    }

    /** The same with the CPU of one more process. */
    public Counted with(String process, Duration used) {
        Map<String, Duration> more = new TreeMap<>(cpu);
        more.put(process, used);
        return new Counted(commits, statements, more);
    }

    /** Of the process, in per cent of one core, if the whole took so long. */
    public double percentOfACore(String process, Duration took) {
        return 100.0 * cpu.getOrDefault(process, Duration.ZERO).toNanos() / took.toNanos();
    }

    /** The cost of each of so many orders or events. */
    public Each each(long number) {
        double count = Math.max(1, number);
        Map<String, Double> millis = new TreeMap<>();
        cpu.forEach((process, used) -> millis.put(process, used.toNanos() / 1e6 / count));
        return new Each(commits / count, statements / count, millis);
    }
}
