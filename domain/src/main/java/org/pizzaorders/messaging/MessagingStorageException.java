package org.pizzaorders.messaging;

import java.sql.SQLException;

/** The database would not do what messaging needs; the transaction at hand fails with it. */
public class MessagingStorageException extends RuntimeException {

    MessagingStorageException(String attempt, SQLException cause) {
        super("Could not " + attempt + " (SQL state " + cause.getSQLState() + ")", cause);
    }
}
