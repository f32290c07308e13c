package org.pizzaorders.messaging.deadletter;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pizzaorders.messaging.event.EventJson;
import org.pizzaorders.messaging.outbox.Outbox;
import org.pizzaorders.shared.Service;

/**
 * The record on a {@code -dlq} topic that announces a dead letter. Its components are the JSON. Times are RFC 3339.
 *
 * @param headers the CloudEvents headers of the record
 * @param payload base64 of the encrypted payload, as in the table; null if there is none or it is too large for a topic
 */
record DeadLetterNotice(
        UUID id,
        String service,
        String consumer,
        String reason,
        List<String> causes,
        String fingerprint,
        int attempts,
        String firstFailedAt,
        String lastFailedAt,
        String topic,
        int partition,
        long offset,
        String key,
        String eventId,
        String eventType,
        Map<String, String> headers,
        String payload) {

    static final String TYPE = "org.pizzaorders.messaging.DeadLettered.v1";

    /** By default a topic takes records of twice this size. The table has the payload in any case. */
    private static final int LARGEST_PAYLOAD = 400_000;

    static DeadLetterNotice of(Service service, DeadLetterRow row, Failure failure, String fingerprint) {
        return new DeadLetterNotice(
                row.id(),
                service.schema(),
                row.queue().consumer(),
                failure.reason().name(),
                failure.causes(),
                fingerprint,
                failure.attempts(),
                failure.firstAt().toString(),
                failure.lastAt().toString(),
                row.queue().topic(),
                row.partition(),
                row.offset(),
                row.queue().key(),
                row.eventId(),
                row.eventType(),
                row.headers(),
                base64(row.payload()));
    }

    private static String base64(byte[] payload) {
        return payload == null || payload.length > LARGEST_PAYLOAD
                ? null
                : Base64.getEncoder().encodeToString(payload);
    }

    /** Each notice is its own aggregate in the outbox, so it waits for no other event. */
    void leaveIn(Outbox outbox) {
        outbox.append(topic + "-dlq", key == null ? id.toString() : key, id, TYPE, EventJson.write(this));
    }
}
