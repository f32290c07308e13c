package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import java.util.Map;
import org.pizzaorders.local.bench.cost.Counted;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.faults.plan.Stopwatch;

/** How fast orders that waited on the topics are paid and their customers told, while no new ones come. */
final class CatchUp implements Phase.Measurement {

    private static final long ORDERS = 20_000;
    private static final Duration FILLING = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(270);
    private static final String WAITING = "select count(*) from orders.orders where status = 'PENDING'";
    private static final String OUTBOX = "select count(*) from orders.outbox_events where published_at is null";
    private static final String UNTOLD =
            "select count(*) from notifications.notification_deliveries where sent_at is not null";

    @Override
    public void measure(Lab lab) {
        lab.shop().consumers(true);
        long before = lab.database().number(WAITING);
        if (before < ORDERS) {
            lab.run(lab.full(FILLING).until((int) (ORDERS - before)));
        }
        Stopwatch.pause(FILLING, () -> lab.database().number(OUTBOX) == 0);
        long waiting = lab.database().number(WAITING);
        long told = lab.database().number(UNTOLD);

        Counted begin = lab.costs().now();
        Stopwatch watch = new Stopwatch();
        lab.shop().consumers(false);
        boolean done = lab.backlog().drained(lab.budget().atMost(PATIENCE));
        Duration took = watch.elapsed();
        Counted used = lab.costs().since(begin);
        Map<String, Long> left = lab.backlog().now();
        long paid = waiting - lab.database().number(WAITING);
        long messages = lab.database().number(UNTOLD) - told;
        double seconds = took.toMillis() / 1000.0;
        if (done) {
            lab.report(Figure.of("P2b", "catching up with " + waiting + " orders", waiting / seconds, "orders/s")
                    .detail("%.1f s, %d messages", seconds, messages)
                    .goal("400")
                    .costing(used.each(waiting)));
        } else {
            lab.report(Figure.of("P2b", "catching up with " + waiting + " orders", paid / seconds, "orders paid/s")
                    .detail("not done after %.0f s: %.0f messages/s, left %s", seconds, messages / seconds, left)
                    .goal("400")
                    .costing(used.each(paid)));
        }
    }
}
