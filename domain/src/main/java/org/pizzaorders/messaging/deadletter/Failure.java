package org.pizzaorders.messaging.deadletter;

import java.time.Instant;
import java.util.List;
import org.pizzaorders.database.Causes;
import org.pizzaorders.messaging.event.RecordText;
import org.pizzaorders.messaging.event.UnprocessableEvent;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.shared.Service;

/**
 * Why a consumer gives an event up.
 *
 * @param causes class names of what was thrown, the outermost first; no messages, because these may hold personal data
 * @param attempts how many attempts failed
 */
public record Failure(DeadLetterReason reason, List<String> causes, int attempts, Instant firstAt, Instant lastAt) {

    public Failure {
        causes = Causes.withoutWrapping(causes);
    }

    /** The failure of a single attempt. */
    static Failure of(Throwable thrown, Instant at) {
        var reason = DeadLetterReason.EXHAUSTED;
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnprocessableEvent) {
                reason = DeadLetterReason.UNREADABLE;
            }
        }
        return new Failure(reason, Causes.of(thrown), 1, at, at);
    }

    /** Equal for failures that seem to have the same cause. */
    String fingerprint(Service service, String consumer, String eventType) {
        return RecordText.mark(String.join(
                "|", service.schema(), consumer, String.valueOf(eventType), reason.name(), String.join("|", causes)));
    }
}
