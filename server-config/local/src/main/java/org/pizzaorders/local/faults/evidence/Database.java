package org.pizzaorders.local.faults.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pizzaorders.local.database.DatabaseAccess;

/** Reads all schemas by its own connection. For one thread. */
public final class Database implements AutoCloseable {

    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    public Database(DatabaseAccess reader) {
        try {
            this.connection = reader.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> List<T> list(String sql, Mapper<T> mapper, String... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapper.map(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of all rows, as text. */
    public List<String> texts(String sql, String... parameters) {
        return list(sql, row -> row.getString(1), parameters);
    }

    Set<String> set(String sql, String... parameters) {
        return new HashSet<>(texts(sql, parameters));
    }

    public long number(String sql, String... parameters) {
        return list(sql, row -> row.getLong(1), parameters).get(0);
    }

    boolean hasTable(String name) {
        return !texts("select to_regclass(?)::text where to_regclass(?) is not null", name, name)
                .isEmpty();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
