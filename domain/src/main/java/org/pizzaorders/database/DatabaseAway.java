package org.pizzaorders.database;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells a database that is away, too busy, or read-only for now, from a statement that is at fault. */
public final class DatabaseAway {

    private static final int DEEP_ENOUGH = 25;

    private DatabaseAway() {}

    /**
     * The first SQL state says it. Without any, a pool may have had no connection to give: that is an outage too.
     *
     * @param thrown looked at with all its causes: servers' pools wrap, some of them what is not even declared
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

    /** By name too, of what only one server has. */
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

    /** The driver chains the errors of a JDBC batch in a way of its own. */
    private static Throwable next(Throwable link) {
        return link.getCause() == null && link instanceof SQLException sql ? sql.getNextException() : link.getCause();
    }
}
