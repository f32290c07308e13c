package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.pizzaorders.messaging.outbox.Outbox;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.entity.PayableOrder;
import org.pizzaorders.payment.entity.Payment;
import org.pizzaorders.payment.entity.Refund;
import org.pizzaorders.shared.Money;

/**
 * Where payments are kept, and where they tell of themselves. Who changes something locks it as it reads, an order
 * before its payments and a payment before its refund, so that nobody works on what another is about to change.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class PaymentStore {

    private static final List<PaymentStatus> LIVE =
            List.of(PaymentStatus.PENDING, PaymentStatus.PROCESSING, PaymentStatus.COMPLETED);

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    private Supplier<Outbox> outbox;

    protected PaymentStore() {}

    public PaymentStore(EntityManager entities, Supplier<Outbox> outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    @Inject
    void tellBy(PaymentMessaging messaging) {
        outbox = messaging::outbox;
    }

    public void add(Object entity) {
        entities.persist(entity);
    }

    /** Writes what has changed, so that versions are the new ones. */
    public void write() {
        entities.flush();
    }

    /** As it is by now, without a lock. */
    public Optional<PayableOrder> order(UUID id) {
        return Optional.ofNullable(entities.find(PayableOrder.class, id));
    }

    public Optional<PayableOrder> lockOrder(UUID id) {
        return locked(PayableOrder.class, id);
    }

    /**
     * Makes the order's row, unless there is one. Waits for others that are about to make it, so that of two that hear
     * of an order at a time, the second finds what the first left.
     *
     * @param total null as long as the order itself was not heard of
     * @return whether there was none
     */
    public boolean makeOrder(UUID id, Money total, Instant now) {
        return entities.createNativeQuery("insert into payments.payable_orders (order_id, amount, currency, created_at)"
                                + " values (?1, cast(?2 as bigint), cast(?3 as text), cast(?4 as timestamptz))"
                                + " on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, total == null ? null : total.amount())
                        .setParameter(3, total == null ? null : total.currency())
                        .setParameter(4, now.toString())
                        .executeUpdate()
                == 1;
    }

    public Optional<Payment> payment(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id));
    }

    public Optional<Payment> lockPayment(UUID id) {
        return locked(Payment.class, id);
    }

    public Optional<Refund> lockRefund(UUID id) {
        return locked(Refund.class, id);
    }

    /**
     * Locking reads the row anew. Unless it is written first, what this transaction has added is not found, and what it
     * has changed is forgotten: a batch may hold the event that opens a payment, and the one that cancels it.
     */
    private <T> Optional<T> locked(Class<T> type, UUID id) {
        entities.flush();
        return Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** As it is by now; its payment's lock is the lock on whether there is one. */
    public Optional<Refund> refundOf(UUID paymentId) {
        return entities.createQuery("select r from Refund r where r.paymentId = :payment", Refund.class)
                .setParameter("payment", paymentId)
                .getResultStream()
                .findFirst();
    }

    public PaymentView view(Payment payment) {
        return payment.view(refundOf(payment.id()).map(Refund::view).orElse(null));
    }

    /** The one payment that took the order's money, or might. */
    public Optional<Payment> lockLive(UUID orderId) {
        return entities.createQuery(
                        "select p from Payment p where p.orderId = :order and p.status in :live", Payment.class)
                .setParameter("order", orderId)
                .setParameter("live", LIVE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The newest of an order. */
    public Optional<Payment> lastOf(UUID orderId) {
        return entities.createQuery(
                        "select p from Payment p where p.orderId = :order order by p.id desc", Payment.class)
                .setParameter("order", orderId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The same, for who makes it tell something. Its order is locked, so that there comes no newer one. */
    public Optional<Payment> lockLast(UUID orderId) {
        return lastOf(orderId).flatMap(payment -> lockPayment(payment.id()));
    }

    public long countOf(UUID orderId) {
        return entities.createQuery("select count(p) from Payment p where p.orderId = :order", Long.class)
                .setParameter("order", orderId)
                .getSingleResult();
    }

    /** Writes the event that the payment has just counted. */
    public void tell(Payment payment, PaymentEvent event) {
        outbox.get().append(event, payment.eventVersion());
    }
}
