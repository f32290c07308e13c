package org.pizzaorders.notification.channel;

import static java.util.Objects.requireNonNull;

/** A claimed message and what became of it. */
public record Handled(Dispatch dispatch, Outcome outcome) {

    public Handled {
        requireNonNull(dispatch, "dispatch");
        requireNonNull(outcome, "outcome");
    }
}
