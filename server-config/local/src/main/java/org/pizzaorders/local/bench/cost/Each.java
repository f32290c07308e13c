package org.pizzaorders.local.bench.cost;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cost of one order or event.
 *
 * @param commits durable ones
 * @param statements that clients sent to the database
 * @param cpuMillis by process
 */
public record Each(double commits, double statements, Map<String, Double> cpuMillis) {

    /** For people. A process that used next to nothing is left out. */
    public String text() {
        return String.format(Locale.ROOT, "%.2f commits, %.2f statements; CPU ms: ", commits, statements)
                + cpuMillis.entrySet().stream()
                        .filter(process -> process.getValue() >= 0.0005)
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .map(process -> String.format(Locale.ROOT, "%s %.3f", process.getKey(), process.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
