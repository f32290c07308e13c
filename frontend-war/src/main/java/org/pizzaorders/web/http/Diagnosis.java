package org.pizzaorders.web.http;

import jakarta.ejb.ConcurrentAccessTimeoutException;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.pizzaorders.shared.DomainException;

/**
 * Finds out what a thrown thing means to the client. Containers wrap (in {@code EJBException}, rollback and persistence
 * exceptions, each server otherwise), so the whole chain of causes is looked at.
 */
final class Diagnosis {

    private static final int DEEP_ENOUGH = 25;

    /** SQL states by class: connection, rollback (deadlock), resources, operator intervention, system. */
    private static final Set<String> PASSING_TROUBLE = Set.of("08", "40", "53", "57", "58");

    /** The session was ended for being idle in a transaction, as this process was frozen; a lock was not to be had. */
    private static final Set<String> PASSING_STATES = Set.of("25P03", "55P03");

    /** A text with the character of code zero, which PostgreSQL does not take; only clients send such. */
    private static final String ZERO_IN_TEXT = "22021";

    private Diagnosis() {}

    static Cause of(Throwable thrown) {
        return chain(thrown)
                .flatMap(link -> domain(link).stream())
                .findFirst()
                .or(() -> chain(thrown)
                        .filter(WebApplicationException.class::isInstance)
                        .map(WebApplicationException.class::cast)
                        .map(e -> Cause.of(e.getResponse().getStatus()))
                        .findFirst())
                .orElseGet(() -> technical(thrown));
    }

    /** The classes of what was thrown, without messages: those of persistence quote statements and values. */
    static String names(Throwable thrown) {
        return chain(thrown).map(link -> link.getClass().getSimpleName()).collect(Collectors.joining(", by "));
    }

    private static Optional<Cause> domain(Throwable link) {
        return link instanceof DomainException e
                ? Optional.of(new Cause(status(e.kind()), e.code(), e.getMessage(), e.errors(), passes(e.kind())))
                : Optional.empty();
    }

    private static boolean passes(DomainException.Kind kind) {
        return kind == DomainException.Kind.IN_PROGRESS || kind == DomainException.Kind.UNAVAILABLE;
    }

    private static int status(DomainException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT, IN_PROGRESS -> 409;
            case UNPROCESSABLE -> 422;
            case UNAVAILABLE -> 503;
        };
    }

    private static Cause technical(Throwable thrown) {
        if (any(thrown, EJBAccessException.class::isInstance)) {
            return Cause.FORBIDDEN;
        }
        if (any(thrown, Diagnosis::lostTheRace)) {
            return Cause.CHANGED_MEANWHILE;
        }
        if (any(thrown, link -> link instanceof SQLException e && ZERO_IN_TEXT.equals(e.getSQLState()))) {
            return Cause.of(400);
        }
        return any(thrown, Diagnosis::willPass) || gaveUp(thrown) ? Cause.UNAVAILABLE : Cause.INTERNAL;
    }

    /** By name too: EclipseLink and Hibernate throw their own where the specification's is not due yet. */
    private static boolean lostTheRace(Throwable link) {
        var name = link.getClass().getSimpleName();
        return link instanceof OptimisticLockException
                || name.equals("OptimisticLockException")
                || name.equals("StaleObjectStateException");
    }

    private static boolean willPass(Throwable link) {
        return link instanceof SQLTransientException
                || link instanceof SQLRecoverableException
                || link instanceof SQLNonTransientConnectionException
                || link instanceof ConnectException
                || link instanceof ConcurrentAccessTimeoutException
                || link.getClass().getSimpleName().equals("PoolingException")
                || link instanceof SQLException e && e.getSQLState() != null && passing(e.getSQLState());
    }

    /** The transaction ended by time-out or with a lost database, and no statement in it was at fault. */
    private static boolean gaveUp(Throwable thrown) {
        return any(thrown, link -> link instanceof RollbackException || link instanceof XAException)
                && chain(thrown).noneMatch(SQLException.class::isInstance)
                && chain(thrown).noneMatch(PersistenceException.class::isInstance);
    }

    private static boolean passing(String state) {
        return PASSING_STATES.contains(state) || state.length() == 5 && PASSING_TROUBLE.contains(state.substring(0, 2));
    }

    private static boolean any(Throwable thrown, Predicate<Throwable> test) {
        return chain(thrown).anyMatch(test);
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, link -> link != null, Throwable::getCause).limit(DEEP_ENOUGH);
    }
}
