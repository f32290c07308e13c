package org.pizzaorders.local.faults.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one customer is going to do.
 *
 * @param number the orders of a run are numbered from 1
 * @param at time since the run began
 * @param token the card; empty for cash
 * @param cancelAfter time since the order was accepted; empty for never
 * @param repayments cards to try one after the other if the payment fails
 * @param steps how many steps of the kitchen the order takes once it is paid
 */
public record PlannedOrder(
        int number,
        Duration at,
        Optional<String> token,
        List<Line> lines,
        boolean hasPhone,
        Optional<Duration> cancelAfter,
        List<String> repayments,
        int steps) {

    public record Line(String pizza, String size, int quantity) {}
}
