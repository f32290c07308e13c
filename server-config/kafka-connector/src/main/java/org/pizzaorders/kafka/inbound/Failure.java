package org.pizzaorders.kafka.inbound;

import static java.util.Objects.requireNonNull;

import jakarta.resource.ResourceException;

/** A failed attempt. */
record Failure(Throwable cause, Verdict verdict) {

    Failure {
        requireNonNull(cause, "cause");
        requireNonNull(verdict, "verdict");
    }

    /** What the listener, or the transaction it ran in, has thrown: its causes tell. */
    static Failure of(Throwable cause) {
        return new Failure(cause, Verdicts.of(cause));
    }

    /** What the container reports after the listener has returned: its own wrapping says nothing, what is in it does. */
    static Failure ofCommit(Throwable reported) {
        boolean wraps = reported instanceof ResourceException && reported.getCause() != null;
        return new Failure(reported, Verdicts.of(wraps ? reported.getCause() : reported));
    }

    /** What came from around the listener. */
    static Failure infrastructure(Throwable cause) {
        return new Failure(cause, Verdict.INFRASTRUCTURE);
    }

    /** The same after an attempt that took longer than its transaction may: what it threw is then a mere consequence. */
    Failure timedOut() {
        return verdict == Verdict.POISON ? new Failure(cause, Verdict.TIMED_OUT) : this;
    }
}
