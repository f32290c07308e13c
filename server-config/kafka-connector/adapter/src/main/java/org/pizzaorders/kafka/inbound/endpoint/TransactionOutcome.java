package org.pizzaorders.kafka.inbound.endpoint;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Observes how the container's transaction of one delivery ends. This is the only proof of success: {@code
 * afterDelivery} also returns normally after a rollback, and not every container reports a failed commit. A
 * synchronization costs nothing; an {@code XAResource} would turn a commit on one data source into a two-phase commit
 * on two resources.
 */
final class TransactionOutcome implements Synchronization {

    /** Written by the thread that completes the transaction, which may be the container's time-out thread. */
    private volatile int status = Status.STATUS_UNKNOWN;

    /**
     * Observes the calling thread's transaction.
     *
     * @throws IllegalStateException if there is none
     */
    static TransactionOutcome of(TransactionSynchronizationRegistry registry) {
        TransactionOutcome outcome = new TransactionOutcome();
        registry.registerInterposedSynchronization(outcome);
        return outcome;
    }

    boolean committed() {
        return status == Status.STATUS_COMMITTED;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int outcome) {
        status = outcome;
    }
}
