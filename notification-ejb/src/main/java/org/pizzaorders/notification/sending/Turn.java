package org.pizzaorders.notification.sending;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.pizzaorders.notification.channel.Dispatch;

/** A claimed delivery that waits for a lane or is being sent on one. */
public record Turn(Dispatch dispatch, Term term) {

    public Turn {
        requireNonNull(dispatch, "dispatch");
        requireNonNull(term, "term");
    }

    boolean mayStart(Instant now) {
        return now.isBefore(term.lastCall());
    }
}
