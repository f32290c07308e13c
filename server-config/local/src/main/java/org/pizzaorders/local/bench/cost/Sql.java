package org.pizzaorders.local.bench.cost;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.part.LocalRunException;

/** Executes statements that the bench needs to prepare its measurements. */
public final class Sql {

    private Sql() {}

    public static void execute(DatabaseAccess access, String... statements) {
        execute(access, List.of(statements));
    }

    /** Each statement is a transaction of its own. */
    public static void execute(DatabaseAccess access, List<String> statements) {
        String current = "";
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                current = sql;
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new LocalRunException("PostgreSQL refused: " + current + ": " + e.getMessage(), e);
        }
    }
}
