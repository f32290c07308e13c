package org.pizzaorders.messaging;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pizzaorders.shared.CallContext;

/**
 * A record that came in, not yet looked into.
 *
 * @param headers finds a header by its name
 * @param payload JSON; null for a record without value
 */
public record IncomingEvent(Function<String, Optional<String>> headers, byte[] payload) {

    UUID id() {
        return parsed(CloudEvents.ID, UUID::fromString);
    }

    String type() {
        return parsed(CloudEvents.TYPE, Function.identity());
    }

    CallContext context() {
        return CallContext.of(
                headers.apply(CloudEvents.CORRELATION_ID).orElse(null),
                headers.apply(CloudEvents.TRACEPARENT).orElse(null));
    }

    <E extends DomainEvent> EventEnvelope<E> open(Class<? extends E> type) {
        return new EventEnvelope<>(
                id(),
                type(),
                parsed(CloudEvents.TIME, Instant::parse),
                parsed(CloudEvents.AGGREGATE_VERSION, Integer::valueOf),
                EventJson.read(payload, type));
    }

    private <T> T parsed(String header, Function<String, T> parser) {
        var text = headers.apply(header).orElseThrow(() -> new UnreadableEvent("The header " + header + " is missing"));
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEvent("The header " + header + " cannot be read", e);
        }
    }
}
