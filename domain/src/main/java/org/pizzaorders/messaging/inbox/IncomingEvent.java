package org.pizzaorders.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.event.EventJson;
import org.pizzaorders.messaging.event.RecordText;
import org.pizzaorders.messaging.event.UnreadableEvent;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.DomainEvent;

/**
 * A record that came in and has not been parsed yet.
 *
 * @param key null for a record without one
 * @param headers as text, by name
 * @param payload JSON; null for a record without value
 * @param takenBefore true if the inbox has it already, as a dead letter or an event parked behind one is applied now
 */
public record IncomingEvent(
        String topic,
        int partition,
        long offset,
        String key,
        Map<String, String> headers,
        byte[] payload,
        boolean takenBefore) {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,9}");

    /** A record of the topic, which may hold any bytes. */
    public static IncomingEvent of(
            String topic, int partition, long offset, byte[] key, byte[] payload, Map<String, byte[]> headers) {
        return new IncomingEvent(
                topic,
                partition,
                offset,
                key == null ? null : RecordText.key(new String(key, UTF_8)),
                headers.entrySet().stream()
                        .filter(header -> header.getValue() != null)
                        .collect(toMap(Map.Entry::getKey, header -> new String(header.getValue(), UTF_8))),
                payload,
                false);
    }

    /**
     * @throws UnreadableEvent if the record has no readable id
     */
    public UUID id() {
        return parsed(CloudEvents.ID, UUID::fromString);
    }

    String type() {
        return parsed(CloudEvents.TYPE, Function.identity());
    }

    /** The call context in which the event is applied. */
    public CallContext context() {
        return CallContext.of(headers.get(CloudEvents.CORRELATION_ID), headers.get(CloudEvents.TRACEPARENT));
    }

    <E extends DomainEvent> EventEnvelope<E> open(Class<? extends E> type) {
        return new EventEnvelope<>(
                id(),
                type(),
                parsed(CloudEvents.TIME, Instant::parse),
                parsed(CloudEvents.AGGREGATE_VERSION, IncomingEvent::version),
                EventJson.read(payload, type),
                context());
    }

    /** A count from 1, in plain digits. */
    private static int version(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw new IllegalArgumentException("not a version");
        }
        return Integer.parseInt(text);
    }

    private <T> T parsed(String header, Function<String, T> parser) {
        var text = headers.get(header);
        if (text == null) {
            throw new UnreadableEvent("The header " + header + " is missing");
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEvent("The header " + header + " cannot be read", e);
        }
    }
}
