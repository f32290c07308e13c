package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.messaging.inbox.EventEnvelope;
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

/** Applies the events of an order to its payments. It makes no remote calls; it only makes them due. */
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

    /** Applies the events in their order, in the transaction of this thread. */
    public void follow(List<EventEnvelope<OrderEvent>> news) {
        var fresh = store.makeOrders(firstHeardOf(news), clock.instant());
        for (var each : news) {
            try (var bound = each.context().bind()) {
                follow(each.event(), fresh);
            }
        }
    }

    /** Totals of the orders that these events begin with. If another event of the order comes before, it is made there. */
    private static Map<UUID, Money> firstHeardOf(List<EventEnvelope<OrderEvent>> news) {
        var heardOf = new HashSet<UUID>();
        var totals = new TreeMap<UUID, Money>();
        for (var each : news) {
            if (heardOf.add(each.event().orderId()) && each.event() instanceof OrderCreated created) {
                totals.put(created.orderId(), total(created));
            }
        }
        return totals;
    }

    private static Money total(OrderCreated created) {
        return new Money(created.totalAmount(), created.currency());
    }

    private void follow(OrderEvent event, Set<UUID> fresh) {
        if (event instanceof OrderCreated created) {
            open(created, fresh);
        } else if (event instanceof OrderDelivered delivered) {
            collect(delivered);
        } else if (event instanceof OrderCancelled cancelled) {
            cancel(cancelled);
        } else if (event instanceof OrderOverdue overdue) {
            expire(overdue);
        }
    }

    /** @param fresh orders whose rows were made for these events and are still unused */
    private void open(OrderCreated created, Set<UUID> fresh) {
        var now = clock.instant();
        var total = total(created);
        if (fresh.remove(created.orderId())) {
            store.add(payment(created, new PayableOrder(created.orderId(), total, now), now));
            return;
        }
        var order = store.lockOrder(created.orderId()).orElseThrow();
        if (order.isKnown()) {
            LOG.log(Level.WARNING, "Order {0} was created by more than one event", created.orderId());
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

    /** For an order of which later events arrived first: brings the payment to the state that follows from them. */
    private void openLate(Payment payment, PayableOrder order) {
        store.add(payment);
        if (order.isCancelled()) {
            payment.cancel();
        } else if (order.isDelivered() && payment.method() == PaymentMethod.CASH) {
            store.publish(payment, payment.collected());
        } else if (order.isOverdue()) {
            store.publish(payment, payment.expire());
        }
    }

    /** The courier took the cash. Cards were charged long ago. */
    private void collect(OrderDelivered delivered) {
        known(delivered.orderId(), PayableOrder::delivered)
                .flatMap(order -> store.lockLive(order.orderId()))
                .filter(payment -> payment.method() == PaymentMethod.CASH && payment.isUntouched())
                .ifPresent(payment -> store.publish(payment, payment.collected()));
    }

    /**
     * The order, locked. If its {@code OrderCreated} has not arrived, the event is only remembered, and the result is
     * empty.
     */
    private Optional<PayableOrder> known(UUID orderId, BiConsumer<PayableOrder, Instant> event) {
        var now = clock.instant();
        store.makeOrder(orderId, now);
        var order = store.lockOrder(orderId).orElseThrow();
        if (order.isKnown()) {
            return Optional.of(order);
        }
        LOG.log(Level.INFO, "An event of order {0} arrived before OrderCreated, and is remembered", orderId);
        event.accept(order, now);
        return Optional.empty();
    }

    /**
     * A running or unanswered call may have charged the card. {@link Settlement} handles that, because it sees that the
     * order is cancelled.
     */
    private void cancel(OrderCancelled cancelled) {
        standing(cancelled.orderId(), PayableOrder::cancel).ifPresent(this::cancel);
    }

    /** As {@link #known}, unless it is cancelled. */
    private Optional<PayableOrder> standing(UUID orderId, BiConsumer<PayableOrder, Instant> event) {
        return known(orderId, event).filter(order -> !order.isCancelled());
    }

    private void cancel(PayableOrder order) {
        order.cancel(clock.instant());
        store.lockLive(order.orderId()).ifPresent(payment -> {
            if (payment.isUntouched()) {
                payment.cancel();
            } else {
                refunding.openIfCompleted(payment);
            }
        });
    }

    /**
     * Answers each {@code OrderOverdue} that the order will not be paid. For a paid order the answer is already coming.
     * If the card may have been charged, {@link Settlement} withdraws the payment and answers then; the order does not
     * wait for that for ever.
     */
    private void expire(OrderOverdue overdue) {
        standing(overdue.orderId(), PayableOrder::overdue).ifPresent(this::expire);
    }

    private void expire(PayableOrder order) {
        var now = clock.instant();
        var isLong = order.isOverdueSince(now.minus(settings.timeLimit()));
        order.overdue(now);
        store.lockDecisive(order.orderId()).ifPresent(payment -> answer(payment, isLong));
    }

    private void answer(Payment payment, boolean isLong) {
        if (payment.isUntouched()) {
            store.publish(payment, payment.expire());
        } else if (payment.hasEndedUncharged() || isLong && payment.status() == PaymentStatus.PROCESSING) {
            store.publish(payment, payment.expired());
        }
    }
}
