package org.pizzaorders.notification.channel;

/** A way by which messages leave. Thread-safe; its lines are not. */
public interface DeliveryChannel {

    /** Opens a line for some deliveries in a row, by one thread. Does not talk to anybody yet. */
    Line open();

    /** Delivers one message after the other over what connection the channel needs. */
    interface Line extends AutoCloseable {

        /** Delivers, or says why not; blocks until then, or until it is cut off. Throws nothing. */
        Outcome deliver(Dispatch dispatch);

        /**
         * Ends the delivery at hand, from another thread: it took too long, and fails by the channel's fault. Nothing
         * more goes out on this line. Harmless if there is none.
         */
        void cutOff();

        @Override
        void close();
    }
}
