package org.pizzaorders.local.bench.load;

import java.util.List;

/** Decides whether a rate has become steady, so that a warm-up is over. */
final class Steadiness {

    static final int ALIKE = 3;

    private static final double DIFFERENCE = 0.05;

    private Steadiness() {}

    /** Whether the last three windows differ by less than 5 %. */
    static boolean reached(List<Double> windows) {
        if (windows.size() < ALIKE) {
            return false;
        }
        var last = windows.subList(windows.size() - ALIKE, windows.size()).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return last.getMin() > 0 && last.getMax() / last.getMin() < 1 + DIFFERENCE;
    }
}
