package org.pizzaorders.notification.channel;

import java.time.Duration;
import java.util.Set;
import org.pizzaorders.notification.channel.Outcome.Fault;

/**
 * What a gateway's status says. Few are about the message at hand; by all others any message would have fared the same:
 * a key that is refused, a path that has moved, a limit, a server out of order.
 *
 * @param pause so long it asks to be left alone; zero if it does not say
 */
record GatewayAnswer(int status, Duration pause) {

    /** Malformed, its recipient gone, too large, not acceptable in itself, forbidden by law. */
    private static final Set<Integer> OF_THE_MESSAGE = Set.of(400, 410, 413, 422, 451);

    Outcome outcome() {
        if (status / 100 == 2) {
            return new Outcome.Sent();
        }
        var reason = "The gateway answered " + status;
        return OF_THE_MESSAGE.contains(status)
                ? Outcome.permanentFailure(reason)
                : new Outcome.Failed(reason, Fault.CHANNEL, pause);
    }
}
