package org.pizzaorders.notification.channel;

/** A way by which messages leave. Thread-safe; its lines are not. */
public interface DeliveryChannel {

    /** Opens a line for some deliveries in a row, by one thread. Does not talk to anybody yet. */
    Line open();

    /** Delivers one message after the other over what connection the channel needs. */
    interface Line extends AutoCloseable {

        /** Delivers, or says why not; blocks no longer than the channel's time-outs. Throws nothing. */
        Outcome deliver(Dispatch dispatch);

        @Override
        void close();
    }
}
