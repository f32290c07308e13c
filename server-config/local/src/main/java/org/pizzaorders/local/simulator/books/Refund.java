package org.pizzaorders.local.simulator.books;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Money given back for a charge; the amount in the provider's units.
 *
 * @param later what it is some time after it was made; null if that is what it is
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

    /** As the provider spells them. */
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

    /** As it is by then. */
    Refund by(Instant now) {
        return later != null && now.isAfter(at.plus(SOME_TIME)) ? in(later) : this;
    }

    public Refund in(Status settled) {
        return new Refund(id, paymentIntent, amount, currency, idempotencyKey, at, settled, null);
    }

    /** Whether it takes away from what can still be given back. */
    @JsonIgnore
    boolean isStanding() {
        return status != Status.failed;
    }

    @JsonIgnore
    boolean isDone() {
        return status == Status.succeeded;
    }
}
