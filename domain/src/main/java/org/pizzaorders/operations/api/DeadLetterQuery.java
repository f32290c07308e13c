package org.pizzaorders.operations.api;

import java.time.Duration;
import java.util.Optional;
import org.pizzaorders.shared.PageRequest;

/**
 * Which dead letters are wanted, newest first.
 *
 * @param status empty for any but {@code PARKED}
 * @param type of the event, such as {@code org.pizzaorders.order.OrderPaid.v1}
 * @param olderThan only those that first failed longer ago than this, by the clock of the database
 * @param newerThan only those that first failed not longer ago than this
 */
public record DeadLetterQuery(
        Optional<DeadLetterStatus> status,
        Optional<DeadLetterReason> reason,
        Optional<String> type,
        Optional<String> fingerprint,
        Optional<Duration> olderThan,
        Optional<Duration> newerThan,
        PageRequest page) {

    /** The kind of cursor that this list takes. */
    public static final String CURSOR = "dead-letters";
}
