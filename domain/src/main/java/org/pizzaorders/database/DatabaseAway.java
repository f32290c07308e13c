package org.pizzaorders.database;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Distinguishes a database that is away, too busy or read-only from a statement that is wrong. */
public final class DatabaseAway {

    private static final int DEEP_ENOUGH = 25;

    private DatabaseAway() {}

    /**
     * The first SQL state decides. Without an SQL state the pool may have had no connection left, which is an outage
     * too.
     *
     * @param thrown checked with all its causes, because the servers' pools wrap exceptions
     */
    public static boolean isBehind(Throwable thrown) {
        var chain = chain(thrown);
        return chain.stream().anyMatch(DatabaseAway::saysSoByItsType)
                || chain.stream()
                        .filter(SQLException.class::isInstance)
                        .map(link -> ((SQLException) link).getSQLState())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(SqlStates::isOutage)
                        .orElseGet(() -> chain.stream().anyMatch(SQLException.class::isInstance));
    }

    /** Some types are compared by name, because only one server has them. */
    private static boolean saysSoByItsType(Throwable link) {
        return link instanceof SQLTransientException
                || link instanceof SQLRecoverableException
                || link instanceof SQLNonTransientConnectionException
                || link instanceof ConnectException
                || link.getClass().getSimpleName().equals("PoolingException");
    }

    private static List<Throwable> chain(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (var link = thrown; link != null && chain.size() < DEEP_ENOUGH; link = next(link)) {
            chain.add(link);
        }
        return chain;
    }

    /** The driver chains the errors of a JDBC batch by {@code getNextException}. */
    private static Throwable next(Throwable link) {
        return link.getCause() == null && link instanceof SQLException sql ? sql.getNextException() : link.getCause();
    }
}
