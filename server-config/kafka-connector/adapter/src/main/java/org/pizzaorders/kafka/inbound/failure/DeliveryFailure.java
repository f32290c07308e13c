package org.pizzaorders.kafka.inbound.failure;

import static java.util.Objects.requireNonNull;

import jakarta.resource.ResourceException;

/** A failed attempt. */
public record DeliveryFailure(Throwable cause, Blame blame) {

    public DeliveryFailure {
        requireNonNull(cause, "cause");
        requireNonNull(blame, "blame");
    }

    /** An exception of the listener or its transaction; its causes decide about the blame. */
    public static DeliveryFailure of(Throwable cause) {
        return new DeliveryFailure(cause, BlameFinder.of(cause));
    }

    /**
     * An exception of the container after the listener has returned; only the causes inside the container's wrapper
     * count.
     */
    public static DeliveryFailure ofCommit(Throwable reported) {
        boolean wraps = reported instanceof ResourceException && reported.getCause() != null;
        return new DeliveryFailure(reported, BlameFinder.of(wraps ? reported.getCause() : reported));
    }

    /** A failure outside the listener. */
    public static DeliveryFailure infrastructure(Throwable cause) {
        return new DeliveryFailure(cause, Blame.INFRASTRUCTURE);
    }

    /** For operators, in one line: the types down to the root cause, or what the connector itself says. */
    public String brief() {
        return cause instanceof NotPublishedException ? cause.getMessage() : Causes.brief(cause);
    }

    /**
     * The same failure, blamed on the record because other partitions do not have it. What the listener itself says
     * about the blame counts more.
     */
    public DeliveryFailure blamedOnRecord() {
        boolean said = blame == Blame.UNPROCESSABLE || BlameFinder.isSaidToBeAway(cause);
        return said ? this : new DeliveryFailure(cause, Blame.POISON);
    }

    /**
     * The same failure after an attempt that took longer than its transaction time-out: the exception is only a
     * consequence.
     */
    public DeliveryFailure timedOut() {
        return blame == Blame.POISON ? new DeliveryFailure(cause, Blame.TIMED_OUT) : this;
    }
}
