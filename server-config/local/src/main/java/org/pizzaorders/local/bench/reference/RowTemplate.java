package org.pizzaorders.local.bench.reference;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The rows that a real order left in one table of the order service, to be inserted again under other ids. So the
 * reference writes what the application writes, whatever columns the table has.
 *
 * @param columns without those that the database fills by itself
 */
record RowTemplate(String table, List<String> columns, List<List<Object>> rows) {

    private static final String COLUMNS = "select column_name from information_schema.columns"
            + " where table_schema = 'orders' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'"
            + " order by ordinal_position";

    /**
     * @param table of the order service
     * @param source a table with the same columns, which has only those rows
     */
    static RowTemplate of(Connection connection, String table, String source) throws SQLException {
        List<String> columns = columns(connection, table);
        List<List<Object>> rows = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("select " + String.join(", ", columns) + " from " + source)) {
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row);
            }
        }
        return new RowTemplate(table, columns, rows);
    }

    /** @param schema has a table of the same name with the same columns */
    PreparedStatement insert(Connection connection, String schema) throws SQLException {
        return connection.prepareStatement(
                "insert into " + schema + "." + table + " (" + String.join(", ", columns) + ") values ("
                        + Collections.nCopies(columns.size(), "?").stream().collect(joining(", ")) + ")");
    }

    /** Inserts all rows, in one batch. @param instead values of columns that differ from the template */
    void send(PreparedStatement insert, Map<String, Object> instead) throws SQLException {
        for (List<Object> row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setObject(i + 1, instead.getOrDefault(columns.get(i), row.get(i)));
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
        }
        return columns;
    }
}
