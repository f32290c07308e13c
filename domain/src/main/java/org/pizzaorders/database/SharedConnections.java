package org.pizzaorders.database;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections for SQL beside JPA. In a transaction that is the entity manager's own one, which stays open when it is
 * closed here; outside it is one of the pool. With two of them, a transaction that holds its first and waits for its
 * second takes two places of the pool: as many transactions as the pool has connections would wait for each other.
 * Payara's pools do take a second one for a non-XA data source, even though they hand out the first. Thread-safe.
 */
public final class SharedConnections {

    private final DataSource pool;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;

    private SharedConnections(
            DataSource pool, EntityManager entities, TransactionSynchronizationRegistry transactions) {
        this.pool = pool;
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * @param entities a proxy of the container, which finds the persistence context of this thread's transaction
     * @return a data source that knows {@link DataSource#getConnection()} and nothing else
     */
    public static DataSource of(
            DataSource pool, EntityManager entities, TransactionSynchronizationRegistry transactions) {
        var shared = new SharedConnections(pool, entities, transactions);
        return (DataSource) Proxy.newProxyInstance(
                SharedConnections.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, given) -> {
                    if (method.getName().equals("getConnection") && given == null) {
                        return shared.connection();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection connection() throws SQLException {
        return inTransaction() ? KeptOpen.connection(ofEntities()) : pool.getConnection();
    }

    private boolean inTransaction() {
        var status = transactions.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    private Connection ofEntities() throws SQLException {
        try {
            return entities.unwrap(Connection.class);
        } catch (RuntimeException e) {
            throw cause(e);
        }
    }

    /** Why the pool had none, as it would be told without JPA between. */
    private static SQLException cause(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException reason) {
                return reason;
            }
        }
        throw failure;
    }
}
