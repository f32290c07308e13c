package org.pizzaorders.database;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A data source that always gives the one connection, which stays open: a transaction under the test's hand. */
public final class SingleConnection {

    private SingleConnection() {}

    public static DataSource of(Connection connection) {
        var kept = KeptOpen.connection(connection);
        return (DataSource) Proxy.newProxyInstance(
                SingleConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> kept);
    }
}
