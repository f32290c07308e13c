package org.pizzaorders.breaker;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.shared.Service;

/** The overrides of a service's breakers. A breaker without a row has no override. */
final class BreakerTable {

    private final DataSource dataSource;
    private final String select;
    private final String upsert;

    BreakerTable(Service service, DataSource dataSource) {
        var table = service.schema() + ".circuit_breakers";
        this.dataSource = dataSource;
        this.select = "select name, override from " + table;
        this.upsert = "insert into " + table + " (name, override) values (?, ?)"
                + " on conflict (name) do update set override = excluded.override, changed_at = now()";
    }

    Map<String, BreakerOverride> read() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(select);
                var rows = statement.executeQuery()) {
            var overrides = new HashMap<String, BreakerOverride>();
            while (rows.next()) {
                overrides.put(rows.getString(1), BreakerOverride.valueOf(rows.getString(2)));
            }
            return overrides;
        } catch (SQLException e) {
            throw new IllegalStateException("The overrides of circuit breakers could not be read", e);
        }
    }

    /** Runs in the transaction of this thread. */
    void write(String name, BreakerOverride override) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(upsert)) {
            statement.setString(1, name);
            statement.setString(2, override.name());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The override of a circuit breaker could not be written", e);
        }
    }
}
