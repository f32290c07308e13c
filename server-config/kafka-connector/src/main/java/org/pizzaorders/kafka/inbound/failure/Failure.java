package org.pizzaorders.kafka.inbound.failure;

import static java.util.Objects.requireNonNull;

import jakarta.resource.ResourceException;

/** A failed attempt. */
public record Failure(Throwable cause, Verdict verdict) {

    public Failure {
        requireNonNull(cause, "cause");
        requireNonNull(verdict, "verdict");
    }

    /** What the listener, or the transaction it ran in, has thrown: its causes tell. */
    public static Failure of(Throwable cause) {
        return new Failure(cause, Verdicts.of(cause));
    }

    /** What the container reports after the listener has returned: its own wrapping says nothing, what is in it does. */
    public static Failure ofCommit(Throwable reported) {
        boolean wraps = reported instanceof ResourceException && reported.getCause() != null;
        return new Failure(reported, Verdicts.of(wraps ? reported.getCause() : reported));
    }

    /** What came from around the listener. */
    public static Failure infrastructure(Throwable cause) {
        return new Failure(cause, Verdict.INFRASTRUCTURE);
    }

    /** The same after an attempt that took longer than its transaction may: what it threw is then a mere consequence. */
    public Failure timedOut() {
        return verdict == Verdict.POISON ? new Failure(cause, Verdict.TIMED_OUT) : this;
    }
}
