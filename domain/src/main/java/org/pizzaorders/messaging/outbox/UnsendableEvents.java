package org.pizzaorders.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the relay leaves events that no repetition will send. */
@FunctionalInterface
public interface UnsendableEvents {

    /**
     * Has the event among the dead letters, within the transaction of the connection. The same event may come again,
     * after it was redriven. Its row stays in the outbox, held back until {@link OutboxTable} releases or deletes it, and
     * with it all later events of its aggregate.
     *
     * @param reason without anything of a person
     */
    void add(Connection connection, OutgoingEvent event, String reason) throws SQLException;
}
