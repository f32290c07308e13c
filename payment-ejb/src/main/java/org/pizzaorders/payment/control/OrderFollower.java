package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderOverdue;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.entity.PayableOrder;
import org.pizzaorders.payment.entity.Payment;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Money;
import org.pizzaorders.shared.Service;

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
    PaymentSettings settings;

    @Inject
    @TimeOf(Service.PAYMENTS)
    Clock clock;

    protected OrderFollower() {}

    public OrderFollower(PaymentStore store, Refunding refunding, PaymentSettings settings, Clock clock) {
        this.store = store;
        this.refunding = refunding;
        this.settings = settings;
        this.clock = clock;
    }

    public void follow(OrderEvent event) {
        if (event instanceof OrderCreated created) {
            open(created);
        } else if (event instanceof OrderDelivered delivered) {
            collect(delivered);
        } else if (event instanceof OrderCancelled cancelled) {
            cancel(cancelled);
        } else if (event instanceof OrderOverdue overdue) {
            expire(overdue);
        }
    }

    private void open(OrderCreated created) {
        var now = clock.instant();
        var total = new Money(created.totalAmount(), created.currency());
        if (store.makeOrder(created.orderId(), total, now)) {
            store.add(payment(created, new PayableOrder(created.orderId(), total, now), now));
            return;
        }
        var order = store.lockOrder(created.orderId()).orElseThrow();
        if (order.isKnown()) {
            LOG.log(Level.WARNING, "Order {0} was told as created more than once", created.orderId());
            return;
        }
        order.created(total);
        openLate(payment(created, order, now), order);
    }

    private static Payment payment(OrderCreated created, PayableOrder order, Instant now) {
        return created.payment().method() == PaymentMethod.CASH
                ? Payment.inCash(Ids.next(), order, now)
                : Payment.byCard(Ids.next(), order, created.payment().token(), now);
    }

    /** Of an order that something was heard of before: the payment is what it would be by now. */
    private void openLate(Payment payment, PayableOrder order) {
        store.add(payment);
        if (order.isCancelled()) {
            payment.cancel();
        } else if (order.isDelivered() && payment.method() == PaymentMethod.CASH) {
            store.tell(payment, payment.collected());
        } else if (order.isOverdue()) {
            store.tell(payment, payment.expire());
        }
    }

    /** The courier took the cash. Cards were charged long ago. */
    private void collect(OrderDelivered delivered) {
        if (hearEarly(delivered.orderId(), PayableOrder::delivered)) {
            return;
        }
        store.lockLive(delivered.orderId())
                .filter(payment -> payment.method() == PaymentMethod.CASH && payment.isUntouched())
                .ifPresent(payment -> store.tell(payment, payment.collected()));
    }

    /** Remembers something of an order that was not heard of yet; whether that is so. */
    private boolean hearEarly(UUID orderId, BiConsumer<PayableOrder, Instant> news) {
        var now = clock.instant();
        store.makeOrder(orderId, null, now);
        var order = store.lockOrder(orderId).orElseThrow();
        if (order.isKnown()) {
            return false;
        }
        LOG.log(Level.INFO, "Something of order {0} was heard before the order itself, and is remembered", orderId);
        news.accept(order, now);
        return true;
    }

    /**
     * What may have been charged by a call that is under way or was never answered is left to {@link Settlement}, which
     * sees that the order is cancelled.
     */
    private void cancel(OrderCancelled cancelled) {
        if (hearEarly(cancelled.orderId(), PayableOrder::cancel)) {
            return;
        }
        var order = store.lockOrder(cancelled.orderId()).orElseThrow();
        if (order.isCancelled()) {
            return;
        }
        order.cancel(clock.instant());
        store.lockLive(cancelled.orderId()).ifPresent(payment -> {
            if (payment.isUntouched()) {
                payment.cancel();
            } else {
                refunding.openIfCompleted(payment);
            }
        });
    }

    /**
     * Answers that an order whose time is over is not going to be paid, as often as it is asked. An order that is paid has
     * its answer under way. What may have been charged is left to {@link Settlement}, which withdraws it and answers then;
     * an order does not wait for that for ever.
     */
    private void expire(OrderOverdue overdue) {
        if (hearEarly(overdue.orderId(), PayableOrder::overdue)) {
            return;
        }
        var order = store.lockOrder(overdue.orderId()).orElseThrow();
        if (order.isCancelled()) {
            return;
        }
        var now = clock.instant();
        var isLong = order.isOverdueSince(now.minus(settings.timeLimit()));
        order.overdue(now);
        store.lockLive(overdue.orderId())
                .or(() -> store.lockLast(overdue.orderId()))
                .ifPresent(payment -> answer(payment, isLong));
    }

    private void answer(Payment payment, boolean isLong) {
        if (payment.isUntouched()) {
            store.tell(payment, payment.expire());
        } else if (payment.hasEndedUncharged() || isLong && payment.status() == PaymentStatus.PROCESSING) {
            store.tell(payment, payment.expired());
        }
    }
}
