package org.pizzaorders.kafka.container;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** Just enough of a transaction manager for the connector's side of the contract: one transaction per thread. */
public final class Transactions implements TransactionSynchronizationRegistry {

    private static final class Transaction {
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private boolean rollbackOnly;
    }

    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    public void begin() {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction was left on the thread");
        }
        current.set(new Transaction());
    }

    public void complete() {
        Transaction transaction = current.get();
        current.remove();
        int outcome = transaction.rollbackOnly ? Status.STATUS_ROLLEDBACK : Status.STATUS_COMMITTED;
        transaction.synchronizations.forEach(each -> each.afterCompletion(outcome));
    }

    @Override
    public void setRollbackOnly() {
        required().rollbackOnly = true;
    }

    @Override
    public boolean getRollbackOnly() {
        return required().rollbackOnly;
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        required().synchronizations.add(synchronization);
    }

    private Transaction required() {
        Transaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("no transaction");
        }
        return transaction;
    }

    @Override
    public int getTransactionStatus() {
        return current.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
    }

    @Override
    public Object getTransactionKey() {
        return current.get();
    }

    @Override
    public void putResource(Object key, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getResource(Object key) {
        throw new UnsupportedOperationException();
    }
}
