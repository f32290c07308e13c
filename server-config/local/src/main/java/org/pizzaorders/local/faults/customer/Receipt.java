package org.pizzaorders.local.faults.customer;

import java.util.List;
import java.util.Optional;
import org.pizzaorders.local.faults.plan.PlannedOrder;

/**
 * What a customer knows at the end.
 *
 * @param email the customer's own address, which finds all orders of this customer
 * @param order the id from a 201; empty if no answer came, so that an order may or may not exist
 * @param refusal the answer if it was another one; no request should be refused
 * @param cancelled whether the cancellation was accepted
 * @param steps of the kitchen that were accepted
 * @param retries number of requests that were sent again
 * @param serverErrors number of answers 500
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
