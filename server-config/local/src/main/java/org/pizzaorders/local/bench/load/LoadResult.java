package org.pizzaorders.local.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The result of a load.
 *
 * @param accepted orders that were answered 201
 * @param failed requests that got another answer or none
 * @param took from the first request to the last answer
 * @param p50 milliseconds, of accepted orders
 * @param p99 milliseconds, of accepted orders
 * @param windows accepted orders per second, one window after the other
 * @param steady whether the last three windows differ by less than 5 %
 * @param cpu what the process of the load used
 */
public record LoadResult(
        int accepted,
        int failed,
        Duration took,
        double p50,
        double p99,
        List<Double> windows,
        boolean steady,
        Duration cpu) {

    /** Accepted orders per second. */
    public double rate() {
        return accepted / (took.toMillis() / 1000.0);
    }

    /** For people: the latencies, and how the rate moved. */
    public String detail() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms%s; %s; windows %s",
                p50,
                p99,
                failed == 0 ? "" : ", " + failed + " failed",
                steady ? "steady" : "not steady",
                windows.stream()
                        .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
                        .collect(Collectors.joining(" ")));
    }
}
