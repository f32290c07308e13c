package org.pizzaorders.kafka.inbound.endpoint;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sets the time-out of the transaction that the container is about to begin on the calling thread. The Connectors
 * specification has no portable way to do this for deliveries without an imported transaction. So this is best effort
 * through the container's transaction manager, which stores a time-out per thread. If that is not available, the
 * container's own time-out applies.
 */
final class TransactionTimeout {

    private static final System.Logger LOG = System.getLogger(TransactionTimeout.class.getName());
    private static final List<String> NAMES =
            List.of("java:comp/UserTransaction", "java:appserver/TransactionManager", "java:jboss/TransactionManager");

    private final Duration timeout;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param timeout null: leave it to the container */
    TransactionTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    /** Call it before the container begins its transaction. */
    void apply() {
        if (timeout != null) {
            set((int) Math.max(1, timeout.toSeconds()));
        }
    }

    /** Restores the thread before it returns to the container's pool. */
    void reset() {
        if (timeout != null) {
            set(0);
        }
    }

    private void set(int seconds) {
        for (String name : NAMES) {
            if (set(name, seconds)) {
                return;
            }
        }
        if (warned.compareAndSet(false, true)) {
            LOG.log(WARNING, "The transaction timeout cannot be set here: the container's own applies");
        }
    }

    private static boolean set(String name, int seconds) {
        try {
            Object found = InitialContext.doLookup(name);
            if (found instanceof UserTransaction transaction) {
                transaction.setTransactionTimeout(seconds);
                return true;
            }
            if (found instanceof TransactionManager manager) {
                manager.setTransactionTimeout(seconds);
                return true;
            }
            return false;
        } catch (NamingException | SystemException | RuntimeException e) {
            return false;
        }
    }
}
