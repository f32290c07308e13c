package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.entity.PayableOrder;
import org.pizzaorders.payment.entity.Payment;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Money;

/** What the life of an order means for its payments. Nothing remote: that is left to what falls due. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class OrderFollower {

    private static final Logger LOG = System.getLogger(OrderFollower.class.getName());

    @Inject
    PaymentStore store;

    @Inject
    Refunding refunding;

    @Inject
    Clock clock;

    protected OrderFollower() {}

    public OrderFollower(PaymentStore store, Refunding refunding, Clock clock) {
        this.store = store;
        this.refunding = refunding;
        this.clock = clock;
    }

    public void follow(OrderEvent event) {
        if (event instanceof OrderCreated created) {
            open(created);
        } else if (event instanceof OrderDelivered delivered) {
            collect(delivered);
        } else if (event instanceof OrderCancelled cancelled) {
            cancel(cancelled);
        }
    }

    private void open(OrderCreated created) {
        if (store.order(created.orderId()).isPresent()) {
            LOG.log(Level.WARNING, "Order {0} was told as created more than once", created.orderId());
            return;
        }
        var now = clock.instant();
        var order = new PayableOrder(created.orderId(), new Money(created.totalAmount(), created.currency()), now);
        store.add(order);
        store.add(
                created.payment().method() == PaymentMethod.CASH
                        ? Payment.inCash(Ids.next(), order, now)
                        : Payment.byCard(Ids.next(), order, created.payment().token(), now));
    }

    /** The courier took the cash. Cards were charged long ago. */
    private void collect(OrderDelivered delivered) {
        store.lockLive(delivered.orderId())
                .filter(payment -> payment.method() == PaymentMethod.CASH && payment.isUntouched())
                .ifPresent(payment -> store.tell(payment, payment.collected()));
    }

    /**
     * What may have been charged by a call that is under way or was never answered is left to {@link Settlement}, which
     * sees that the order is cancelled.
     */
    private void cancel(OrderCancelled cancelled) {
        var order = store.lockOrder(cancelled.orderId());
        if (order.isEmpty()) {
            LOG.log(Level.WARNING, "Order {0} was cancelled before it was told as created", cancelled.orderId());
            return;
        }
        if (order.get().isCancelled()) {
            return;
        }
        order.get().cancel(clock.instant());
        store.lockLive(cancelled.orderId()).ifPresent(payment -> {
            if (payment.isUntouched()) {
                payment.cancel();
            } else {
                refunding.openIfCompleted(payment);
            }
        });
    }
}
