package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import java.util.List;
import org.pizzaorders.local.bench.cost.Counted;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.load.LoadResult;
import org.pizzaorders.local.bench.result.Figure;

/**
 * How long an order waits for its payment at a moderate rate. The order's history has the times of both ends. The simulator
 * says how long its answers took; the mean of that for each payment is subtracted.
 */
final class PostToPaid implements Phase.Measurement {

    private static final double RATE = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void measure(Lab lab) {
        lab.settle(PATIENCE);
        lab.run(lab.full(WARM_UP).at(RATE));
        Sample sample = new Sample(lab);
        ProviderTime provider = ProviderTime.now(lab.stack().simulator());
        Counted before = lab.costs().now();
        LoadResult result = lab.run(lab.full(MEASURED).at(RATE));
        lab.backlog().drained(lab.budget().atMost(PATIENCE));
        Counted used = lab.costs().since(before).with("load", result.cpu());
        double provided =
                ProviderTime.now(lab.stack().simulator()).since(provider).millis() / result.accepted();

        List<Double> times = sample.toStatus("PAID");
        lab.report(Figure.of("P5", "POST to PAID at 50/s, p50", times.get(0) - provided, "ms")
                .detail(
                        "%.2f ms of the provider are subtracted; %d orders at %.1f/s",
                        provided, result.accepted(), result.rate())
                .goal("25")
                .costing(used.each(result.accepted())));
        lab.report(Figure.of("P5", "POST to PAID at 50/s, p99", times.get(1) - provided, "ms")
                .goal("100"));
    }
}
