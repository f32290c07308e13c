package org.pizzaorders.notification.channel;

import java.time.Duration;

/** The result of one delivery attempt. */
public sealed interface Outcome {

    /** The channel has taken it. */
    record Sent() implements Outcome {}

    /**
     * The channel may have taken it or not.
     *
     * @param reason for operators, without the recipient's address
     * @param pause how long the channel asks us to wait; zero if it does not say
     */
    record Failed(String reason, Fault fault, Duration pause) implements Outcome {

        Failed(String reason, Fault fault) {
            this(reason, fault, Duration.ZERO);
        }
    }

    /**
     * It was claimed and not tried, which uses up no attempt.
     *
     * @param pause until it is due again
     */
    record Untried(Duration pause) implements Outcome {}

    /** Where the fault is. */
    enum Fault {
        /** The channel refused this message for now; later it may accept it. */
        MESSAGE,
        /** The channel refused this message for good. */
        MESSAGE_FOR_GOOD,
        /**
         * No answer in time, no connection, or an answer that would be the same for any other message: the channel is
         * out of order or overloaded, or does not know us.
         */
        CHANNEL,
        /** Nothing was tried: a setting is missing, or the server stops. */
        OURS
    }

    static Outcome transientFailure(String reason) {
        return new Failed(reason, Fault.MESSAGE);
    }

    static Outcome permanentFailure(String reason) {
        return new Failed(reason, Fault.MESSAGE_FOR_GOOD);
    }

    static Outcome channelFailure(String reason) {
        return new Failed(reason, Fault.CHANNEL);
    }

    static Outcome ownFailure(String reason) {
        return new Failed(reason, Fault.OURS);
    }
}
