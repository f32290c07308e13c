package org.pizzaorders.notification.channel;

import java.time.Duration;

/** What became of one attempt to deliver. */
public sealed interface Outcome {

    /** The channel has taken it. */
    record Sent() implements Outcome {}

    /**
     * The channel may have taken it or not.
     *
     * @param reason for operators, without the recipient's address
     * @param pause so long the channel asks to be left alone; zero if it does not say
     */
    record Failed(String reason, Fault fault, Duration pause) implements Outcome {

        Failed(String reason, Fault fault) {
            this(reason, fault, Duration.ZERO);
        }
    }

    /** What a failure says. */
    enum Fault {
        /** The channel answered, but not for this message; later it may. */
        MESSAGE,
        /** The channel answered that this message will never go out. */
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
