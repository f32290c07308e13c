package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import org.pizzaorders.local.bench.cost.Counted;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.load.LoadResult;
import org.pizzaorders.local.bench.result.Figure;

/**
 * Orders as fast as clients can place them while nothing else goes on except the relay. The orders of the warm-up and of the
 * measurement together are not more than those with which {@link CatchUp} begins. Leaves the consumers paused.
 */
final class PausedIntake implements Phase.Measurement {

    private static final Duration SHORT_WINDOW = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final int WARM_UP_ORDERS = 12_000;
    private static final int MEASURED_ORDERS = 8_000;

    @Override
    public void measure(Lab lab) {
        lab.shop().consumers(true);
        LoadResult warmUp =
                lab.run(lab.full(WARM_UP).by(SHORT_WINDOW).untilSteady().until(WARM_UP_ORDERS));
        lab.report(Figure.of("P1", "warm-up, consumers paused", warmUp.rate(), "orders/s")
                .detail(warmUp.detail()));

        Counted before = lab.costs().now();
        LoadResult result = lab.run(lab.full(MEASURED).by(SHORT_WINDOW).until(MEASURED_ORDERS));
        Counted used = lab.costs().since(before).with("load", result.cpu());
        double reference = lab.reference();
        lab.report(Figure.of("P1", "intake, consumers paused", result.rate(), "orders/s")
                .detail(result.detail())
                .costing(used.each(result.accepted())));
        lab.report(Figure.of("P1", "JDBC reference", reference, "orders/s"));
        lab.report(Figure.of("P1", "of the reference, consumers paused", result.rate() / reference, "")
                .goal("0.5"));
    }
}
