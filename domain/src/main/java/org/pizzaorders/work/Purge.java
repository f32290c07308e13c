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
 * Deletes what a service keeps for a while only. In small batches, each a transaction of its own, so that neither locks
 * nor dead rows pile up; one instance at a time.
 */
public final class Purge implements Rounds {

    private final DataSource dataSource;
    private final long lock;
    private final List<Due> expiries;

    private record Due(String statement, Duration retention) {}

    /** @param settings the retention by the name of its setting, and what it is without */
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
     * Deletes one batch of the first kind that has so many, or what there is of each. Nothing is claimed: there is more,
     * or there is not. What others belong to comes behind them, and is not looked through as long as they are there.
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
