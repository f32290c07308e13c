package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
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
 * Applies the result of a payment to its order, which the caller has locked and flushes. A result that no longer fits, such as a payment for an order that was
 * cancelled meanwhile, is ignored: the payment service refunds it when it reads the cancellation.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaymentOutcomes {

    private static final Logger LOG = System.getLogger(PaymentOutcomes.class.getName());

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
    public void completed(Order order, PaymentCompleted payment) {
        if (payment.method() == PaymentMethod.CASH || !isOpenTo(OrderStatus.PAID, order)) {
            return;
        }
        if (!order.total().equals(new Money(payment.amount(), payment.currency()))) {
            throw new UnprocessableEvent(
                    "Order " + order.id() + " was paid otherwise than it comes to, by payment " + payment.paymentId());
        }
        events.publish(order, order.pay(clock.instant()));
    }

    /** The order may be paid again. */
    public void failed(Order order) {
        if (isOpenTo(OrderStatus.PAYMENT_FAILED, order)) {
            order.failPayment(clock.instant());
            LOG.log(Level.DEBUG, "Order {0} is {1}", order.id(), order.status());
        }
    }

    private static boolean isOpenTo(OrderStatus status, Order order) {
        var open = order.allows(status, Actor.SYSTEM);
        if (!open) {
            LOG.log(Level.INFO, "Order {0} can no longer become {1}: payment event ignored", order.id(), status);
        }
        return open;
    }
}
