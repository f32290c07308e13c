package org.pizzaorders.order.boundary;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.pizzaorders.database.DatabaseAway;
import org.pizzaorders.messaging.DueTable;
import org.pizzaorders.messaging.DueWork;

/**
 * Ends the waiting of orders, one by one: one that cannot be seen to falls due again when its lease ends. While the database is
 * away none can: the worker says so once.
 */
final class ExpiryWork implements DueWork<UUID> {

    private static final Logger LOG = System.getLogger(ExpiryWork.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DueTable table;
    private final Consumer<UUID> expiry;

    /** @param expiry in a transaction of its own */
    ExpiryWork(DueTable table, Consumer<UUID> expiry) {
        this.table = table;
        this.expiry = expiry;
    }

    @Override
    public List<UUID> claim(int limit) {
        return table.claim(limit, LEASE);
    }

    @Override
    public void attempt(List<UUID> claimed) {
        claimed.forEach(this::expire);
    }

    private void expire(UUID orderId) {
        try {
            expiry.accept(orderId);
        } catch (RuntimeException e) {
            if (DatabaseAway.isBehind(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, () -> "Order " + orderId + " was not cancelled; its lease will end", e);
        }
    }
}
