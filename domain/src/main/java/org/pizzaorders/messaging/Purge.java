package org.pizzaorders.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Deletes what a service keeps for a while only: published events, and the inbox's memory of what was applied. In small
 * batches, each a transaction of its own, so that neither locks nor dead rows pile up; one instance at a time.
 */
final class Purge implements DueWork<Integer> {

    private final DataSource dataSource;
    private final long lock;
    private final List<Expiry> expiries;

    /** Rows that are over when they are so old, by the clock of the database. */
    private record Expiry(String table, String time, Duration retention) {

        String statement() {
            return "delete from " + table + " where (select pg_try_advisory_xact_lock(?)) and ctid = any(array("
                    + "select ctid from " + table + " where " + time + " < now() - ? * interval '1 millisecond'"
                    + " order by " + time + " limit ?))";
        }
    }

    /**
     * @param outbox how long published events stay; zero if they are deleted at once
     * @param inbox longer than the topics keep their records, or what is read again from there is applied again
     */
    Purge(Service service, DataSource dataSource, Duration outbox, Duration inbox) {
        this.dataSource = dataSource;
        this.lock = lock(service);
        this.expiries = List.of(
                new Expiry(service.table("outbox_events"), "published_at", outbox),
                new Expiry(service.table("processed_events"), "processed_at", inbox));
    }

    static long lock(Service service) {
        return (service.schema() + " purge").hashCode();
    }

    /** Deletes one batch of each. Nothing is claimed: there is more, or there is not. */
    @Override
    public List<Integer> claim(int limit) {
        try (var connection = dataSource.getConnection()) {
            var most = 0;
            for (var expiry : expiries) {
                try (var statement = connection.prepareStatement(expiry.statement())) {
                    statement.setLong(1, lock);
                    statement.setLong(2, expiry.retention().toMillis());
                    statement.setInt(3, limit);
                    most = Math.max(most, statement.executeUpdate());
                }
            }
            return most < limit ? List.of() : List.of(most);
        } catch (SQLException e) {
            throw new MessagingStorageException("purge what is over", e);
        }
    }

    @Override
    public void attempt(List<Integer> claimed) {
        // done by the claim
    }
}
