package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.pizzaorders.local.bench.cost.Counted;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.load.LoadPlan;
import org.pizzaorders.local.bench.load.LoadResult;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.part.LocalRunException;

/**
 * The highest rate at which orders are paid and customers told as fast as orders come, and the time that one order takes at
 * that rate. A rate holds if all its orders were accepted, and the work that is left does not grow in the second half.
 */
final class WholeFlow implements Phase.Measurement {

    private static final Duration STEP = Duration.ofSeconds(20);
    private static final Duration SETTLED = Duration.ofSeconds(8);
    private static final Duration LOOKED_AGAIN = Duration.ofSeconds(19);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 6;

    /** Of the orders between the two looks. Work that waits varies by some milliseconds' worth. */
    private static final double TOLERANCE = 0.05;

    private static final double ACCEPTED = 0.97;

    private record Step(
            double rate,
            LoadResult load,
            long before,
            long after,
            Counted used,
            List<Double> toLastMessage,
            boolean drained) {

        boolean holds() {
            double between = rate * LOOKED_AGAIN.minus(SETTLED).toSeconds();
            return load.rate() >= ACCEPTED * rate && after - before <= TOLERANCE * between;
        }
    }

    @Override
    public void measure(Lab lab) {
        lab.settle(PATIENCE);
        RateSearch search = new RateSearch(estimate(lab), TRIES);
        Step best = null;
        for (var rate = search.next(); rate.isPresent(); rate = search.next()) {
            if (best != null && lab.budget().atMost(STEP.plus(PATIENCE)).compareTo(STEP.plus(PATIENCE)) < 0) {
                break;
            }
            Step step = step(lab, rate.getAsDouble());
            search.tried(step.holds());
            best = step.holds() ? step : best;
            if (!step.drained) {
                break;
            }
        }
        if (best == null) {
            throw new LocalRunException(
                    "No rate held, not even " + search.refused().orElse(0) + "/s");
        }
        report(lab, best, search.refused().orElse(Double.NaN));
    }

    /** What comes out at the end while the clients place orders as fast as they can. */
    private static double estimate(Lab lab) {
        Stopwatch watch = new Stopwatch();
        LoadResult result = lab.run(lab.full(Duration.ofSeconds(10)));
        lab.settle(PATIENCE);
        return result.accepted() / (watch.elapsed().toMillis() / 1000.0);
    }

    private static Step step(Lab lab, double rate) {
        Sample sample = new Sample(lab);
        LoadPlan plan = lab.full(STEP).at(rate);
        Counted begin = lab.costs().now();
        Stopwatch watch = new Stopwatch();
        CompletableFuture<LoadResult> load = CompletableFuture.supplyAsync(() -> lab.run(plan));
        watch.await(SETTLED);
        long before = lab.backlog().size();
        watch.await(LOOKED_AGAIN);
        long after = lab.backlog().size();
        LoadResult result = load.join();
        boolean drained = lab.backlog().drained(lab.budget().atMost(PATIENCE));
        Counted used = lab.costs().since(begin).with("load", result.cpu());
        return new Step(rate, result, before, after, used, sample.toLastMessage(), drained);
    }

    private static void report(Lab lab, Step best, double refused) {
        lab.report(Figure.of("P2", "whole flow, highest rate without a growing backlog", best.rate, "orders/s")
                .detail(
                        "%.0f/s does not hold; work left %d, then %d; POST p99 %.1f ms",
                        refused, best.before, best.after, best.load.p99())
                .goal("300; 4 commits and 4 ms of the server for each order")
                .costing(best.used.each(best.load.accepted())));
        lab.report(Figure.of("P2", "POST to last message at that rate, p50", best.toLastMessage.get(0), "ms"));
        lab.report(Figure.of("P2", "POST to last message at that rate, p99", best.toLastMessage.get(1), "ms"));
    }
}
