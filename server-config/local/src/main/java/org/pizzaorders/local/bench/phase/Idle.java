package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import org.pizzaorders.local.bench.cost.Counted;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.part.Part;

/** What the parts use while nobody wants anything. */
final class Idle implements Phase.Measurement {

    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    @Override
    public void measure(Lab lab) {
        Stopwatch.pause(QUIET, () -> false);
        Counted before = lab.costs().now();
        Stopwatch.pause(MEASURED, () -> false);
        Counted used = lab.costs().since(before);
        double all = 0;
        for (Part part : lab.stack().parts()) {
            double share = used.percentOfACore(part.name(), MEASURED);
            all += share;
            lab.report(Figure.of("P7", "idle, " + part.name(), share, "% of a core"));
        }
        lab.report(Figure.of("P7", "idle, all parts", all, "% of a core")
                .detail(
                        "%.1f commits/s, %.1f statements/s",
                        used.commits() / (double) MEASURED.toSeconds(),
                        used.statements() / (double) MEASURED.toSeconds())
                .goal("3"));
    }
}
