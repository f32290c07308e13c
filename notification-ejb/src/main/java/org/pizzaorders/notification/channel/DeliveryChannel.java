package org.pizzaorders.notification.channel;

/** A channel that sends messages. Thread-safe, but its lines are not. */
public interface DeliveryChannel {

    /** Opens a line for several deliveries in sequence, on one thread. Does not connect yet. */
    Line open();

    /** Delivers one message after the other over a connection of the channel. */
    interface Line extends AutoCloseable {

        /** Delivers the message or returns why it failed. Blocks until then, or until it is aborted. Throws nothing. */
        Outcome deliver(Dispatch dispatch);

        /**
         * Aborts the current delivery, from another thread, because it took too long. It fails with the channel at
         * fault. Nothing more is sent on this line. Harmless if no delivery is running.
         */
        void cutOff();

        @Override
        void close();
    }
}
