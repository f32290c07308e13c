package org.pizzaorders.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.shared.Service;

/**
 * Deletes rows after their retention. It works in small batches, each in its own transaction, so that locks and dead
 * rows do not pile up. Only one instance works at a time.
 */
public final class Purge implements Rounds {

    private final DataSource dataSource;
    private final long lock;
    private final List<Due> expiries;

    private record Due(String statement, Duration retention) {}

    /**
     * @param settings gives the retention for the name of its setting and its default
     */
    public Purge(
            Service service,
            DataSource dataSource,
            List<Expiry> expiries,
            BiFunction<String, Duration, Duration> settings) {
        this.dataSource = dataSource;
        this.lock = lock(service);
        this.expiries = expiries.stream()
                .map(each -> new Due(each.statement(), settings.apply(each.setting(), each.otherwise())))
                .toList();
    }

    public static long lock(Service service) {
        return (service.schema() + " purge").hashCode();
    }

    /**
     * Deletes one full batch of the first kind that has that many rows, or all expired rows of each kind. Kinds are
     * ordered: a parent table comes after its dependents and is not scanned while these still have expired rows.
     */
    @Override
    public boolean run(int limit) {
        try (var connection = dataSource.getConnection()) {
            for (var expiry : expiries) {
                if (delete(connection, expiry, limit) == limit) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw new StorageException("purge what is over", e);
        }
    }

    private int delete(Connection connection, Due expiry, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(expiry.statement())) {
            statement.setLong(1, lock);
            statement.setLong(2, expiry.retention().toMillis());
            statement.setInt(3, limit);
            return statement.executeUpdate();
        }
    }
}
