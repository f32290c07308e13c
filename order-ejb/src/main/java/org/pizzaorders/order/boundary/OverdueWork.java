package org.pizzaorders.order.boundary;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.OneByOne;

/**
 * Asks payments about overdue orders, one by one. If one fails, it falls due again when its lease ends. While the
 * database is away, all fail, and the worker logs that once.
 */
final class OverdueWork implements DueWork<UUID> {

    private static final Logger LOG = System.getLogger(OverdueWork.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DueTable table;
    private final Consumer<UUID> question;

    /**
     * @param question runs in its own transaction
     */
    OverdueWork(DueTable table, Consumer<UUID> question) {
        this.table = table;
        this.question = question;
    }

    @Override
    public List<UUID> claim(int limit) {
        return table.claim(limit, LEASE);
    }

    @Override
    public void attempt(List<UUID> claimed) {
        OneByOne.attempt(claimed, question, OverdueWork::failed);
    }

    private static void failed(UUID orderId, RuntimeException thrown) {
        LOG.log(Level.WARNING, () -> "Order " + orderId + " was not asked about; its lease will end", thrown);
    }
}
