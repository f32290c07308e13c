package org.pizzaorders.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Takes events from the relay that no retry can send. */
@FunctionalInterface
public interface UnsendableEvents {

    /**
     * Makes the event a dead letter, in the transaction of the connection. The same event may come again after it was
     * redriven. Its row stays in the outbox and holds back all later events of its aggregate, until {@link OutboxTable}
     * releases or deletes it.
     *
     * @param reason without personal data
     */
    void add(Connection connection, OutgoingEvent event, String reason) throws SQLException;
}
