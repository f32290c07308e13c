package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import org.pizzaorders.local.bench.cost.Counted;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.load.LoadResult;
import org.pizzaorders.local.bench.result.Figure;

/** Orders as fast as clients can place them while payments and messages go on beside. Begins with a cold server. */
final class RunningIntake implements Phase.Measurement {

    private static final Duration COLD = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    @Override
    public void measure(Lab lab) {
        LoadResult cold = lab.run(lab.full(COLD));
        lab.report(Figure.of("P1", "first minute of a cold server, everything running", cold.rate(), "orders/s")
                .detail(cold.detail()));
        lab.backlog().drained(lab.budget().atMost(PATIENCE));

        Counted before = lab.costs().now();
        LoadResult result = lab.run(lab.full(MEASURED));
        Counted used = lab.costs().since(before).with("load", result.cpu());
        lab.report(Figure.of("P1", "intake, everything running", result.rate(), "orders/s")
                .detail(result.detail())
                .costing(used.each(result.accepted())));

        lab.settle(PATIENCE);
        lab.shop().consumers(true);
        double reference = lab.reference();
        lab.shop().consumers(false);
        lab.report(Figure.of("P1", "JDBC reference", reference, "orders/s"));
        lab.report(Figure.of("P1", "of the reference, everything running", result.rate() / reference, "")
                .goal("0.25"));
    }
}
