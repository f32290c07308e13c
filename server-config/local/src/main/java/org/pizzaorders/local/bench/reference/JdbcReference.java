package org.pizzaorders.local.bench.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.part.LocalRunException;

/**
 * The limit for the intake of orders: a program that inserts the rows of one order in one transaction and does nothing
 * else, with prepared statements.
 */
public final class JdbcReference {

    private final DatabaseAccess access;
    private final List<RowTemplate> templates;

    public JdbcReference(DatabaseAccess access, OrderTemplate order) {
        this.access = access;
        this.templates = order.tables();
    }

    /** Returns the orders per second, after a warm-up. @param threads each has a connection */
    public double run(int threads, Duration warmUp, Duration measured) {
        long from = System.nanoTime() + warmUp.toNanos();
        long until = from + measured.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            Callable<Integer> work = () -> insert(from, until);
            for (int i = 0; i < threads; i++) {
                counts.add(pool.submit(work));
            }
            int orders = 0;
            for (Future<Integer> count : counts) {
                orders += count.get();
            }
            return orders * 1e9 / measured.toNanos();
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Returns how many orders were committed between the two moments. */
    private int insert(long from, long until) throws SQLException {
        int counted = 0;
        try (Connection connection = access.connect()) {
            connection.setAutoCommit(false);
            List<PreparedStatement> inserts = new ArrayList<>();
            for (RowTemplate template : templates) {
                inserts.add(template.insert(connection, OrderTemplate.SCHEMA));
            }
            while (System.nanoTime() < until) {
                Map<String, Object> instead = ids();
                for (int i = 0; i < inserts.size(); i++) {
                    templates.get(i).send(inserts.get(i), instead);
                }
                connection.commit();
                counted += System.nanoTime() >= from ? 1 : 0;
            }
        }
        return counted;
    }

    private static Map<String, Object> ids() {
        UUID order = newId();
        return Map.of(
                "id", order,
                "order_id", order,
                "event_id", newId(),
                "aggregate_id", order.toString(),
                "partition_key", order.toString());
    }

    /** In the order of time, like the application's ids: such ids touch few pages of an index. */
    private static UUID newId() {
        UUID random = UUID.randomUUID();
        long version7 = System.currentTimeMillis() << 16 | 0x7000 | random.getMostSignificantBits() & 0x0fff;
        return new UUID(version7, random.getLeastSignificantBits());
    }

    private static LocalRunException failed(Throwable cause) {
        return new LocalRunException("The reference for the intake failed: " + cause.getMessage(), cause);
    }
}
