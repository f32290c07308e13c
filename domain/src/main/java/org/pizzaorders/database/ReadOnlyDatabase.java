package org.pizzaorders.database;

import java.sql.SQLTransientException;

/** The database answers and takes no writes, such as one that became a standby: an outage, until it or another does. */
final class ReadOnlyDatabase extends SQLTransientException {

    static final String STATE = "25006";

    ReadOnlyDatabase() {
        super("The database takes no writes", STATE);
    }
}
