package org.pizzaorders.kafka.inbound.failure;

import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.pizzaorders.kafka.api.UnavailableException;
import org.pizzaorders.kafka.api.UnprocessableRecordException;

/**
 * Decides by the causes of a failure who is to blame. The outermost meaningful cause counts, so a listener can override
 * an inner one. By default the record is to blame, because a wrong decision then leads to a dead letter that can be
 * redriven, whereas a wrong decision for the infrastructure blocks the partition for ever.
 */
final class BlameFinder {

    private static final List<Class<? extends Throwable>> INFRASTRUCTURE = List.of(
            SystemException.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            SQLNonTransientConnectionException.class,
            SocketException.class,
            SocketTimeoutException.class,
            UnknownHostException.class,
            ClosedChannelException.class,
            SSLException.class,
            OutOfMemoryError.class);

    /** Types by name, because this module or the server may lack them. */
    private static final Set<String> INFRASTRUCTURE_BY_NAME = Set.of(
            "jakarta.ejb.ConcurrentAccessTimeoutException",
            "java.net.http.HttpTimeoutException",
            "java.net.http.HttpConnectTimeoutException");

    /**
     * SQL states by class: connection, credentials, resources, the operator's intervention and limits, the system around
     * the database, its configuration, its own errors.
     */
    private static final Set<String> SQL_CLASSES = Set.of("08", "28", "53", "57", "58", "F0", "XX");

    /**
     * Serialization failure, unknown completion, deadlock; not available now, as in recovery; object in use; lock not
     * available; read-only, as after a switch-over; session ended because a transaction was idle or too long; no such
     * database yet; a privilege that was revoked.
     */
    private static final Set<String> SQL_STATES =
            Set.of("40001", "40003", "40P01", "55000", "55006", "55P03", "25006", "25P03", "25P04", "3D000", "42501");

    /** Error codes of a {@link ResourceException}, for listeners that cannot see the connector's own exceptions. */
    private static final String UNPROCESSABLE = "UNPROCESSABLE";

    private static final String UNAVAILABLE = "UNAVAILABLE";

    private BlameFinder() {}

    static Blame of(Throwable failure) {
        for (Throwable each : Causes.chain(failure)) {
            if (each instanceof UnprocessableRecordException || says(each, UNPROCESSABLE)) {
                return Blame.UNPROCESSABLE;
            }
            if (isInfrastructure(each)) {
                return Blame.INFRASTRUCTURE;
            }
        }
        return Blame.POISON;
    }

    /** Whether the listener itself says that something it needs is away. */
    static boolean isSaidToBeAway(Throwable failure) {
        return Causes.chain(failure).stream().anyMatch(BlameFinder::saysAway);
    }

    private static boolean saysAway(Throwable cause) {
        return cause instanceof UnavailableException || says(cause, UNAVAILABLE);
    }

    private static boolean isInfrastructure(Throwable cause) {
        return saysAway(cause)
                || INFRASTRUCTURE.stream().anyMatch(type -> type.isInstance(cause))
                || INFRASTRUCTURE_BY_NAME.contains(cause.getClass().getName())
                || cause instanceof SQLException sql && isOutage(sql.getSQLState())
                || cause instanceof ResourceException resource && !isConsequence(resource);
    }

    private static boolean says(Throwable cause, String code) {
        return cause instanceof ResourceException resource && code.equals(resource.getErrorCode());
    }

    static boolean isOutage(String state) {
        return state != null
                && state.length() == 5
                && (SQL_STATES.contains(state) || SQL_CLASSES.contains(state.substring(0, 2)));
    }

    /**
     * A pool gives no connection to a transaction that is already marked for rollback; the cause is then elsewhere.
     * Payara shows this only in the message.
     */
    private static boolean isConsequence(ResourceException refused) {
        return Causes.chain(refused).stream()
                .anyMatch(each -> each instanceof RollbackException
                        || each instanceof IllegalStateException
                        || String.valueOf(each.getMessage()).contains("RollbackException"));
    }
}
