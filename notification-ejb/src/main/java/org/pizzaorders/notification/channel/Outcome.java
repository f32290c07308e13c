package org.pizzaorders.notification.channel;

/** What became of one attempt to deliver. */
public sealed interface Outcome {

    /** The channel has taken it. */
    record Sent() implements Outcome {}

    /**
     * The channel may have taken it or not.
     *
     * @param reason for operators, without the recipient's address
     * @param permanent whether trying again is useless
     */
    record Failed(String reason, boolean permanent) implements Outcome {}

    static Outcome transientFailure(String reason) {
        return new Failed(reason, false);
    }

    static Outcome permanentFailure(String reason) {
        return new Failed(reason, true);
    }
}
