package org.pizzaorders.database;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections for SQL beside JPA. In a transaction this is the connection of the entity manager, and {@code close}
 * leaves it open. Outside a transaction it is one from the pool. If each transaction needed two connections, a full
 * pool would deadlock: every transaction would hold its first connection and wait for its second. Payara's pools do
 * count a second one for a non-XA data source, although they hand out the first. Thread-safe.
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
     * @param entities a proxy of the container that finds the persistence context of this thread's transaction
     * @return a data source that supports only {@link DataSource#getConnection()}
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

    /** Why the pool had no connection, as the pool itself would report it without JPA in between. */
    private static SQLException cause(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException reason) {
                return reason;
            }
        }
        throw failure;
    }
}
