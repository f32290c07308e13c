package org.pizzaorders.idempotency;

import java.sql.SQLException;
import org.pizzaorders.shared.Service;

/** The database refused a statement. The current transaction fails with it. */
class KeptAnswersUnavailable extends RuntimeException {

    KeptAnswersUnavailable(String attempt, Service service, SQLException cause) {
        super("Could not " + attempt + " of " + service + " (SQL state " + cause.getSQLState() + ")", cause);
    }
}
