package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.messaging.DueTable;

/**
 * The end of waiting for an order's money. The order is locked, so of its payment's completion and its deadline the
 * first one wins; money that comes too late the payment service gives back when it hears of the cancellation.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaymentDeadlines {

    @Inject
    OrderStore orders;

    @Inject
    OrderEvents events;

    @Inject
    Clock clock;

    /** Claims of orders whose time is over. */
    public static DueTable table(DataSource dataSource) {
        return DueTable.by("payment_due_at", dataSource, "orders.orders");
    }

    /** Cancels the order, unless it waits for no money any more. */
    public void expire(UUID orderId) {
        orders.findLocked(orderId).ifPresent(order -> {
            try (var bound = order.context().bind()) {
                order.cancelUnpaid(clock.instant()).ifPresent(cancelled -> events.tell(order, cancelled));
                orders.write();
            }
        });
    }
}
