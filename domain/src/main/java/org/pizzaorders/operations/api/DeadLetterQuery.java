package org.pizzaorders.operations.api;

import java.time.Instant;
import java.util.Optional;
import org.pizzaorders.shared.PageRequest;

/**
 * Which dead letters are wanted, newest first.
 *
 * @param status empty for any but {@code PARKED}
 * @param type of the event, such as {@code org.pizzaorders.order.OrderPaid.v1}
 * @param before those that first failed before then
 * @param since those that first failed then or later
 */
public record DeadLetterQuery(
        Optional<DeadLetterStatus> status,
        Optional<DeadLetterReason> reason,
        Optional<String> type,
        Optional<String> fingerprint,
        Optional<Instant> before,
        Optional<Instant> since,
        PageRequest page) {

    /** The kind of cursor that this list takes. */
    public static final String CURSOR = "dead-letters";
}
