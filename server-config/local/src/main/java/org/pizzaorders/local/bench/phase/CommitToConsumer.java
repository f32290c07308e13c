package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import java.util.Map;
import org.pizzaorders.local.bench.cost.Counted;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.load.Latencies;
import org.pizzaorders.local.bench.load.LoadResult;
import org.pizzaorders.local.bench.reference.Listener;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.part.LocalRunException;

/**
 * How long an event needs from the commit of its order to a consumer. PostgreSQL keeps the time of each commit. A row of the
 * order's history is never updated, so it names the transaction that placed the order.
 */
final class CommitToConsumer implements Phase.Measurement {

    private static final double RATE = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COMMITS = "select h.order_id || ' '"
            + " || (extract(epoch from pg_xact_commit_timestamp(h.xmin)) * 1000000)::bigint"
            + " from orders.order_status_history h where h.status = 'PENDING' and h.changed_at >= ?::timestamptz";

    @Override
    public void measure(Lab lab) {
        lab.settle(PATIENCE);
        lab.run(lab.full(WARM_UP).at(RATE));
        String since = lab.database().texts("select clock_timestamp()::text").get(0);
        try (Listener listener = Listener.on("order-events", lab.stack().kafka().bootstrapServers())) {
            Counted before = lab.costs().now();
            LoadResult result = lab.run(lab.full(MEASURED).at(RATE));
            lab.backlog().drained(lab.budget().atMost(PATIENCE));
            Counted used = lab.costs().since(before).with("load", result.cpu());
            report(lab, result, used, latencies(lab, since, listener.firstSeen()));
        }
    }

    /** @param seen when the first event of each order came, in microseconds of the epoch */
    private static Latencies latencies(Lab lab, String since, Map<String, Long> seen) {
        Latencies latencies = new Latencies();
        for (String line : lab.database().texts(COMMITS, since)) {
            String[] commit = line.split(" ");
            Long arrived = seen.get(commit[0]);
            if (arrived != null) {
                latencies.add(1_000 * Math.max(0, arrived - Long.parseLong(commit[1])));
            }
        }
        if (latencies.count() == 0) {
            throw new LocalRunException("No event of an order arrived");
        }
        return latencies;
    }

    private static void report(Lab lab, LoadResult result, Counted used, Latencies latencies) {
        lab.report(Figure.of("P3", "commit to consumer at 100/s, p50", latencies.percentile(0.5), "ms")
                .detail("%d events, orders at %.1f/s", latencies.count(), result.rate())
                .goal("5")
                .costing(used.each(result.accepted())));
        lab.report(Figure.of("P3", "commit to consumer at 100/s, p99", latencies.percentile(0.99), "ms")
                .goal("20"));
    }
}
