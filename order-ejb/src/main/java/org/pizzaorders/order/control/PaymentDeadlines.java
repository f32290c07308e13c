package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;

/**
 * The end of waiting for an order's money. The clock alone cancels nothing: the news that it is paid may wait on its
 * topic, or in the outbox of payments, for as long as an outage lasts. So payments are asked, and an order ends when
 * they have answered that nothing was charged and nothing will be. While they are away it waits.
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

    /** Claims of orders whose time is over, and that are not asked about. */
    public static DueTable table(DataSource dataSource) {
        return DueTable.by("payment_due_at", dataSource, "orders.orders");
    }

    /** Asks whether the order was paid, unless it waits for no money any more. Asks again after as long a time. */
    public void ask(UUID orderId) {
        orders.findLocked(orderId).ifPresent(order -> {
            try (var bound = order.context().bind()) {
                var again = clock.instant().plus(settings.paymentTimeLimit());
                order.askForPayment(again).ifPresent(overdue -> events.tell(order, overdue));
                orders.write();
            }
        });
    }

    /** Payments have answered that it was not: cancels the order, unless it waits for no money any more. */
    public void expire(UUID orderId) {
        orders.findLocked(orderId).ifPresent(order -> {
            order.cancelUnpaid(clock.instant()).ifPresent(cancelled -> events.tell(order, cancelled));
            orders.write();
        });
    }
}
