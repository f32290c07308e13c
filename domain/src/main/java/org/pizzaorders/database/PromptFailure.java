package org.pizzaorders.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Has EclipseLink say at once that the database is away. By default it makes such a query three times more, five seconds
 * apart, on the thread of the request: clients do better to hear 503 and come again. Named in {@code persistence.xml};
 * other JPA providers pass over that.
 */
public class PromptFailure implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(0);
        }
    }
}
