package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.order.entity.Order;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;

/**
 * The payment deadline of orders. The clock alone cancels nothing, because during an outage the event that an order is
 * paid may wait on its topic or in the outbox of payments. So the order asks payments, and is cancelled only when they
 * answer that nothing was charged and nothing will be. While payments are away, the order waits.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaymentDeadlines {

    @Inject
    OrderStore orders;

    @Inject
    OrderEvents events;

    @Inject
    OrderSettings settings;

    @Inject
    @TimeOf(Service.ORDERS)
    Clock clock;

    /** Claims overdue orders that nobody asks about yet. */
    public static DueTable table(DataSource dataSource) {
        return DueTable.by("payment_due_at", dataSource, "orders.orders");
    }

    /** Asks whether the order was paid, unless it no longer waits for a payment. Asks again after the same time. */
    public void ask(UUID orderId) {
        orders.findLocked(orderId).ifPresent(order -> {
            try (var bound = order.context().bind()) {
                var again = clock.instant().plus(settings.paymentTimeLimit());
                order.askForPayment(again).ifPresent(overdue -> events.publish(order, overdue));
                orders.write();
            }
        });
    }

    /** Payments answered that it was not paid: cancels the order, unless it no longer waits for a payment. */
    public void expire(Order order) {
        order.cancelUnpaid(clock.instant()).ifPresent(cancelled -> events.publish(order, cancelled));
    }
}
