package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.load.LoadResult;
import org.pizzaorders.local.bench.reference.EventTopic;
import org.pizzaorders.local.bench.reference.OldRows;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.faults.plan.Stopwatch;

/**
 * Intake, relay and lists without and with the orders of years. {@code -Dbench.old} says how many. If the time for them is
 * over, there are fewer. Leaves the consumers paused.
 */
final class OldOrders implements Phase.Measurement {

    private static final long ORDERS = Long.getLong("bench.old", 2_000_000);
    private static final Duration INTAKE = Duration.ofSeconds(20);
    private static final Duration FILLING = Duration.ofMinutes(4);
    private static final int EVENTS = 200_000;

    private record Seen(double intake, double relay, Lists lists) {}

    @Override
    public void measure(Lab lab) {
        lab.shop().consumers(true);
        lab.template();
        Seen few = see(lab, "bench-few");
        long before = lab.database().number("select count(*) from orders.orders");
        Stopwatch watch = new Stopwatch();
        long old = new OldRows(lab.superuser(), lab.template())
                .insert(ORDERS, lab.budget().atMost(FILLING));
        double filling = watch.elapsed().toMillis() / 1000.0;
        Seen many = see(lab, "bench-many");
        lab.report(Figure.of("P6", "old orders", old, "")
                .detail("inserted in %.0f s, besides %d newer ones", filling, before));
        compare(lab, "intake, consumers paused", "orders/s", few.intake, many.intake, many.intake / few.intake);
        compare(lab, "relay", "events/s", few.relay, many.relay, many.relay / few.relay);
        compare(
                lab,
                "list by status, p50",
                "ms",
                few.lists.p50(),
                many.lists.p50(),
                few.lists.p50() / many.lists.p50());
        compare(
                lab,
                "list by status, p99",
                "ms",
                few.lists.p99(),
                many.lists.p99(),
                few.lists.p99() / many.lists.p99());
    }

    private static Seen see(Lab lab, String name) {
        LoadResult intake = lab.run(lab.full(INTAKE));
        try (EventTopic topic = new EventTopic(lab.stack().kafka().bootstrapServers(), name)) {
            double relay = new Drain(lab, "orders", topic).of(EVENTS);
            return new Seen(intake.rate(), relay, Lists.read(lab.shop()));
        }
    }

    private static void compare(Lab lab, String what, String unit, double few, double many, double ratio) {
        lab.report(Figure.of("P6", what + ", with old orders of without", ratio, "")
                .detail("%.1f %s without, %.1f %s with", few, unit, many, unit)
                .goal("0.95"));
    }
}
