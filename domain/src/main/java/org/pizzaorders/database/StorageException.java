package org.pizzaorders.database;

import java.sql.SQLException;

/** The database would not do what is needed; the transaction at hand fails with it. */
public class StorageException extends RuntimeException {

    public StorageException(String attempt, SQLException cause) {
        super("Could not " + attempt + " (SQL state " + cause.getSQLState() + ")", cause);
    }
}
