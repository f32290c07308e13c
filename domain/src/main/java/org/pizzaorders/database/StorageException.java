package org.pizzaorders.database;

import java.sql.SQLException;

/** The database refused a statement. The current transaction fails with it. */
public class StorageException extends RuntimeException {

    public StorageException(String attempt, SQLException cause) {
        super("Could not " + attempt + " (SQL state " + cause.getSQLState() + ")", cause);
    }
}
