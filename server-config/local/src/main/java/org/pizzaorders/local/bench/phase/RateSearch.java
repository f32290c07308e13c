package org.pizzaorders.local.bench.phase;

import java.util.OptionalDouble;

/**
 * Finds the highest rate that a system holds, among rates that differ by a fifth or less. It begins with an estimate, goes up
 * or down until one rate holds and the next does not, and gives up after a number of tries.
 */
final class RateSearch {

    private static final double[] RATES = {
        5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 70, 80, 100, 120, 140, 160, 180, 200, 230, 260, 300, 350, 400, 450, 500,
        600, 700, 800, 1000, 1200, 1400, 1600, 2000
    };
    private static final int STRIDE = 3;

    private int held = -1;
    private int refused = RATES.length;
    private int tries;
    private int next;

    RateSearch(double estimate, int tries) {
        this.tries = tries;
        while (next < RATES.length - 1 && RATES[next + 1] <= estimate) {
            next++;
        }
    }

    /** The rate to try now, or empty if the search is over. */
    OptionalDouble next() {
        boolean open = tries > 0 && refused - held > 1;
        return open ? OptionalDouble.of(RATES[next]) : OptionalDouble.empty();
    }

    /** @param holds whether the system held the rate that was to be tried */
    void tried(boolean holds) {
        tries--;
        if (holds) {
            held = next;
        } else {
            refused = next;
        }
        if (refused == RATES.length) {
            next = Math.min(held + STRIDE, RATES.length - 1);
        } else if (held < 0) {
            next = Math.max(refused - STRIDE, 0);
        } else {
            next = (held + refused) / 2;
        }
    }

    /** The lowest rate that did not hold, or empty if there was none. */
    OptionalDouble refused() {
        return refused < RATES.length ? OptionalDouble.of(RATES[refused]) : OptionalDouble.empty();
    }
}
