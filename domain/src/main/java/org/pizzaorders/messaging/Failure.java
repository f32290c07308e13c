package org.pizzaorders.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pizzaorders.operations.api.DeadLetterReason;

/**
 * Why a consumer gives an event up.
 *
 * @param causes class names of what was thrown, the outermost first; no messages, as these may hold personal data
 * @param attempts how many more of them have failed
 */
public record Failure(DeadLetterReason reason, List<String> causes, int attempts, Instant firstAt, Instant lastAt) {

    private static final int DEEPEST = 10;

    /** What container and connector wrap around: differs with the way the event came, and says nothing of the trouble. */
    private static final Pattern WRAPPING =
            Pattern.compile("jakarta\\.ejb\\..*|org\\.pizzaorders\\.kafka\\.api\\.UnprocessableRecordException");

    public Failure {
        var telling = causes.stream()
                .filter(Predicate.not(WRAPPING.asMatchPredicate()))
                .toList();
        causes = telling.isEmpty() ? List.copyOf(causes) : telling;
    }

    /** Of the one attempt that ended so. */
    static Failure of(Throwable thrown, Instant at) {
        var causes = new ArrayList<String>();
        var reason = DeadLetterReason.EXHAUSTED;
        for (var cause = thrown; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause.getClass().getName());
            if (cause instanceof UnreadableEvent) {
                reason = DeadLetterReason.UNREADABLE;
            }
        }
        return new Failure(reason, causes, 1, at, at);
    }

    /** The same for what looks like the same trouble. */
    String fingerprint(Service service, String consumer, String eventType) {
        return RecordText.mark(String.join(
                "|", service.schema(), consumer, String.valueOf(eventType), reason.name(), String.join("|", causes)));
    }
}
