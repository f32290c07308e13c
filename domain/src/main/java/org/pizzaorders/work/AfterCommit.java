package org.pizzaorders.work;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Runs an action after the transaction of this thread has committed. After a rollback it does nothing. */
@FunctionalInterface
public interface AfterCommit {

    /** @param action quick, without I/O and without transactions: it runs on the committing thread */
    void run(Runnable action);

    static AfterCommit of(TransactionSynchronizationRegistry registry) {
        return action -> registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome counts
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }
}
