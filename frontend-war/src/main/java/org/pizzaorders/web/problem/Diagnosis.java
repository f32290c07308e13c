package org.pizzaorders.web.problem;

import jakarta.ejb.ConcurrentAccessTimeoutException;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.pizzaorders.database.DatabaseAway;
import org.pizzaorders.shared.DomainException;

/**
 * Finds out what an exception means for the client. Containers wrap exceptions differently (in {@code EJBException},
 * rollback and persistence exceptions), so it checks the whole chain of causes.
 */
final class Diagnosis {

    private static final int DEEP_ENOUGH = 25;

    /** A text with U+0000, which PostgreSQL does not accept; only clients send it. */
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

    /** The classes of the exceptions, without messages, because persistence exceptions quote statements and values. */
    static String names(Throwable thrown) {
        return chain(thrown).map(link -> link.getClass().getSimpleName()).collect(Collectors.joining(", by "));
    }

    private static Optional<Cause> domain(Throwable link) {
        return link instanceof DomainException e
                ? Optional.of(
                        new Cause(status(e.kind()), e.code(), e.getMessage(), e.errors(), passes(e.kind()), e.facts()))
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
            case PRECONDITION -> 412;
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
        return willPass(thrown) || gaveUp(thrown) ? Cause.UNAVAILABLE : Cause.INTERNAL;
    }

    /**
     * Also by name, because EclipseLink and Hibernate sometimes throw their own exceptions before the standard ones.
     */
    private static boolean lostTheRace(Throwable link) {
        var name = link.getClass().getSimpleName();
        return link instanceof OptimisticLockException
                || name.equals("OptimisticLockException")
                || name.equals("StaleObjectStateException");
    }

    private static boolean willPass(Throwable thrown) {
        return DatabaseAway.isBehind(thrown) || any(thrown, ConcurrentAccessTimeoutException.class::isInstance);
    }

    /** The transaction ended by a time-out or a lost database, and no statement was wrong. */
    private static boolean gaveUp(Throwable thrown) {
        return any(thrown, link -> link instanceof RollbackException || link instanceof XAException)
                && chain(thrown).noneMatch(SQLException.class::isInstance)
                && chain(thrown).noneMatch(PersistenceException.class::isInstance);
    }

    private static boolean any(Throwable thrown, Predicate<Throwable> test) {
        return chain(thrown).anyMatch(test);
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, link -> link != null, Throwable::getCause).limit(DEEP_ENOUGH);
    }
}
