package org.pizzaorders.database;

import java.sql.SQLTransientException;

/**
 * The database answers but accepts no writes, for example because it became a standby. That is an outage until this or
 * another database accepts writes.
 */
final class ReadOnlyDatabase extends SQLTransientException {

    static final String STATE = "25006";

    ReadOnlyDatabase() {
        super("The database takes no writes", STATE);
    }
}
