package org.pizzaorders.local.faults.customer;

import java.util.List;
import java.util.Optional;
import org.pizzaorders.local.faults.plan.PlannedOrder;

/**
 * What a customer has in hand at the end.
 *
 * @param email the customer's own address, by which all the orders made are found
 * @param order the id that came with a 201; empty if no answer came, and there may be an order or not
 * @param refusal what was answered instead; nothing should be refused
 * @param cancelled whether the cancellation was accepted
 * @param steps of the kitchen that were accepted
 * @param retries requests sent again
 * @param serverErrors answers 500
 */
public record Receipt(
        PlannedOrder plan,
        String email,
        Optional<String> order,
        List<String> refusal,
        boolean cancelled,
        List<String> steps,
        int payments,
        int retries,
        int serverErrors) {}
