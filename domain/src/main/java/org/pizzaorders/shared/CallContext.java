package org.pizzaorders.shared;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Correlates everything that is done for one request. It comes in with an HTTP request or an event, is bound to the
 * thread during the call, and goes out with every event and log line.
 *
 * @param correlationId chosen by the client or by us; letters, digits, {@code . _ -}, at most 64 of them
 * @param traceparent W3C trace context; null if the call is not traced
 */
public record CallContext(String correlationId, String traceparent) {

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();

    public CallContext {
        requireNonNull(correlationId, "correlationId");
    }

    /** A context with the given id if it is valid, else with a new one. Both arguments may be null. */
    public static CallContext of(String correlationId, String traceparent) {
        var acceptable =
                correlationId != null && ACCEPTABLE.matcher(correlationId).matches();
        return new CallContext(acceptable ? correlationId : Ids.next().toString(), traceparent);
    }

    /** The context of this thread; a new unbound one if there is none. */
    public static CallContext current() {
        return Optional.ofNullable(CURRENT.get()).orElseGet(() -> of(null, null));
    }

    /** Binds this context to the thread until the scope is closed; then the previous one is bound again. */
    public Scope bind() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Ends a binding. Close it on the thread that made it. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
