package org.pizzaorders.notification.channel;

import java.time.Duration;
import java.util.Set;
import org.pizzaorders.notification.channel.Outcome.Fault;

/**
 * Interprets the HTTP status of a gateway. Few statuses are about the message itself. With all others any message would
 * have failed: the key was refused, the path has moved, a limit was reached, or the server is out of order.
 *
 * @param pause how long it asks us to wait; zero if it does not say
 */
record GatewayAnswer(int status, Duration pause) {

    /** Malformed, recipient gone, too large, unprocessable, forbidden by law. */
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
