package org.pizzaorders.notification.channel;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.pizzaorders.notification.channel.Outcome.Fault;

/**
 * What a gateway's status says. Few are about the message at hand; by all others any message would have fared the same:
 * a key that is refused, a path that has moved, a limit, a server out of order.
 */
final class GatewayAnswer {

    /** Malformed, its recipient gone, too large, not acceptable in itself, forbidden by law. */
    private static final Set<Integer> OF_THE_MESSAGE = Set.of(400, 410, 413, 422, 451);

    /** Who asks for more is not believed. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private GatewayAnswer() {}

    static Outcome outcome(HttpResponse<?> response) {
        var status = response.statusCode();
        if (status / 100 == 2) {
            return new Outcome.Sent();
        }
        var reason = "The gateway answered " + status;
        return OF_THE_MESSAGE.contains(status)
                ? Outcome.permanentFailure(reason)
                : new Outcome.Failed(reason, Fault.CHANNEL, pause(response));
    }

    /** In seconds only: a date would be by the gateway's clock. */
    private static Duration pause(HttpResponse<?> response) {
        return seconds(response)
                .map(Duration::ofSeconds)
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)
                .orElse(Duration.ZERO);
    }

    private static Optional<Long> seconds(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }
}
