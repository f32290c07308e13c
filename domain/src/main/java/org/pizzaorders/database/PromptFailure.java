package org.pizzaorders.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Makes EclipseLink fail at once when the database is away. By default EclipseLink repeats the query three times, five
 * seconds apart, on the thread of the request. It is better for clients to get a 503 and try again. {@code
 * persistence.xml} names this class; other JPA providers ignore it.
 */
public class PromptFailure implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(0);
        }
    }
}
