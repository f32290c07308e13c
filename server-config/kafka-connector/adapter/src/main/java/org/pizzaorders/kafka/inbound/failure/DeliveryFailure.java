package org.pizzaorders.kafka.inbound.failure;

import static java.util.Objects.requireNonNull;

import jakarta.resource.ResourceException;

/** A failed attempt. */
public record DeliveryFailure(Throwable cause, Blame blame) {

    public DeliveryFailure {
        requireNonNull(cause, "cause");
        requireNonNull(blame, "blame");
    }

    /** What the listener, or the transaction it ran in, has thrown: its causes tell. */
    public static DeliveryFailure of(Throwable cause) {
        return new DeliveryFailure(cause, BlameFinder.of(cause));
    }

    /** What the container reports after the listener has returned: its own wrapping says nothing, what is in it does. */
    public static DeliveryFailure ofCommit(Throwable reported) {
        boolean wraps = reported instanceof ResourceException && reported.getCause() != null;
        return new DeliveryFailure(reported, BlameFinder.of(wraps ? reported.getCause() : reported));
    }

    /** What came from around the listener. */
    public static DeliveryFailure infrastructure(Throwable cause) {
        return new DeliveryFailure(cause, Blame.INFRASTRUCTURE);
    }

    /** The same where others do not meet it: what the record says brings it about. */
    public DeliveryFailure blamedOnRecord() {
        return blame == Blame.UNPROCESSABLE ? this : new DeliveryFailure(cause, Blame.POISON);
    }

    /** The same after an attempt that took longer than its transaction may: what it threw is then a mere consequence. */
    public DeliveryFailure timedOut() {
        return blame == Blame.POISON ? new DeliveryFailure(cause, Blame.TIMED_OUT) : this;
    }
}
