package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.messaging.event.UnprocessableEvent;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.entity.Order;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Money;
import org.pizzaorders.shared.Service;

/**
 * Applies the result of a payment to its order. A result that no longer fits, such as a payment for an order that was
 * cancelled meanwhile, is ignored: the payment service refunds it when it reads the cancellation.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaymentOutcomes {

    private static final Logger LOG = System.getLogger(PaymentOutcomes.class.getName());

    @Inject
    OrderStore orders;

    @Inject
    OrderEvents events;

    @Inject
    @TimeOf(Service.ORDERS)
    Clock clock;

    /**
     * The order is paid; a cash order stays where it is, its payment completes on delivery.
     *
     * @throws UnprocessableEvent if the amount is not the order's total: no retry can help, so an operator must decide
     */
    public void completed(PaymentCompleted payment) {
        if (payment.method() == PaymentMethod.CASH) {
            return;
        }
        openTo(OrderStatus.PAID, payment.orderId()).ifPresent(order -> {
            if (!order.total().equals(new Money(payment.amount(), payment.currency()))) {
                throw new UnprocessableEvent("Order " + order.id() + " was paid otherwise than it comes to, by payment "
                        + payment.paymentId());
            }
            events.publish(order, order.pay(clock.instant()));
            orders.write();
        });
    }

    /** The order may be paid again. */
    public void failed(UUID orderId) {
        openTo(OrderStatus.PAYMENT_FAILED, orderId).ifPresent(order -> {
            order.failPayment(clock.instant());
            orders.write();
            LOG.log(Level.INFO, "Order {0} is {1}", orderId, order.status());
        });
    }

    private Optional<Order> openTo(OrderStatus status, UUID orderId) {
        var open = orders.findLocked(orderId).filter(order -> order.allows(status, Actor.SYSTEM));
        if (open.isEmpty()) {
            LOG.log(Level.INFO, "Order {0} can no longer become {1}: payment event ignored", orderId, status);
        }
        return open;
    }
}
