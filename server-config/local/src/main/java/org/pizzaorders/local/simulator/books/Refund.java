package org.pizzaorders.local.simulator.books;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A refund of a charge. The amount is in the provider's units.
 *
 * @param later the status that it will get some time after it was made; null if it keeps its status
 */
public record Refund(
        String id,
        String paymentIntent,
        long amount,
        String currency,
        String idempotencyKey,
        Instant at,
        Status status,
        Status later) {

    private static final Duration SOME_TIME = Duration.ofSeconds(5);

    /** The names are the provider's. */
    public enum Status {
        pending,
        succeeded,
        failed
    }

    public static Refund of(String id, Charge charge, long amount, String key, Instant at, List<Status> course) {
        return new Refund(
                id,
                charge.paymentIntent(),
                amount,
                charge.currency(),
                key,
                at,
                course.get(0),
                course.size() > 1 ? course.get(1) : null);
    }

    /** The refund with the status that it has at that time. */
    Refund by(Instant now) {
        return later != null && now.isAfter(at.plus(SOME_TIME)) ? in(later) : this;
    }

    public Refund in(Status settled) {
        return new Refund(id, paymentIntent, amount, currency, idempotencyKey, at, settled, null);
    }

    /** Whether it reduces the amount that can still be refunded. */
    @JsonIgnore
    boolean isStanding() {
        return status != Status.failed;
    }

    @JsonIgnore
    boolean isDone() {
        return status == Status.succeeded;
    }
}
