package org.pizzaorders.payment.control;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
 * Stores payments and appends their events to the outbox. A transaction that changes a row locks it when it reads it:
 * an order before its payments, and a payment before its refund. So nobody works on a row that another transaction is
 * about to change.
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
    void publishThrough(PaymentMessaging messaging) {
        outbox = messaging::outbox;
    }

    public void add(Object entity) {
        entities.persist(entity);
    }

    /** Flushes changes, so that the versions are up to date. */
    public void write() {
        entities.flush();
    }

    /** The current row, without a lock. */
    public Optional<PayableOrder> order(UUID id) {
        return Optional.ofNullable(entities.find(PayableOrder.class, id));
    }

    public Optional<PayableOrder> lockOrder(UUID id) {
        return locked(PayableOrder.class, id);
    }

    /**
     * Inserts the rows of new orders, unless there are any, by one statement and in the order of the ids. Waits for
     * other transactions that insert the same row, so that of two simultaneous ones the second sees the row of the
     * first.
     *
     * @param totals by order, sorted
     * @return the orders that had no row; may be changed
     */
    public Set<UUID> makeOrders(Map<UUID, Money> totals, Instant now) {
        var fresh = new HashSet<UUID>();
        if (totals.isEmpty()) {
            return fresh;
        }
        var made = entities.createNativeQuery(
                        "insert into payments.payable_orders (order_id, amount, currency, created_at)"
                                + " select id, amount, currency, cast(?4 as timestamptz)"
                                + " from unnest(cast(string_to_array(?1, ',') as uuid[]),"
                                + " cast(string_to_array(?2, ',') as bigint[]), string_to_array(?3, ','))"
                                + " as made (id, amount, currency)"
                                + " on conflict do nothing returning order_id")
                .setParameter(1, joined(totals.keySet(), UUID::toString))
                .setParameter(2, joined(totals.values(), total -> Long.toString(total.amount())))
                .setParameter(3, joined(totals.values(), Money::currency))
                .setParameter(4, now.toString())
                .getResultList();
        for (var id : made) {
            fresh.add((UUID) id);
        }
        return fresh;
    }

    private static <T> String joined(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(joining(","));
    }

    /**
     * Inserts the row of an order of which {@code OrderCreated} has not arrived yet, unless there is one. Waits like
     * {@link #makeOrders}.
     */
    public void makeOrder(UUID id, Instant now) {
        entities.createNativeQuery("insert into payments.payable_orders (order_id, created_at)"
                        + " values (?1, cast(?2 as timestamptz)) on conflict do nothing")
                .setParameter(1, id)
                .setParameter(2, now.toString())
                .executeUpdate();
    }

    public Optional<Payment> payment(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id));
    }

    public Optional<Payment> lockPayment(UUID id) {
        return locked(Payment.class, id);
    }

    /**
     * Locks the payments that nobody else is changing; it waits for none. Reads their orders too, after the locks.
     *
     * @return the locked ones, by id
     */
    public Map<UUID, Payment> lockFreePayments(Collection<UUID> ids) {
        entities.flush();
        var free = entities.createNativeQuery(
                        "select id from payments.payments"
                                + " where id = any(cast(string_to_array(?1, ',') as uuid[])) order by id for update skip locked")
                .setParameter(1, joined(ids, UUID::toString))
                .getResultList();
        var locked = new ArrayList<UUID>();
        for (var id : free) {
            locked.add((UUID) id);
        }
        return payments(locked).stream().collect(toMap(Payment::id, identity()));
    }

    /**
     * The payments and their orders, which {@link #order} then finds: two statements. Each payment reads its attempts
     * itself, because EclipseLink fails when it compares embeddable objects that it has fetched for several at once.
     */
    public List<Payment> payments(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var payments = entities.createQuery("select p from Payment p where p.id in :ids", Payment.class)
                .setParameter("ids", ids)
                .getResultList();
        entities.createQuery("select o from PayableOrder o where o.orderId in :ids", PayableOrder.class)
                .setParameter("ids", payments.stream().map(Payment::orderId).toList())
                .getResultList();
        return payments;
    }

    public Optional<Refund> lockRefund(UUID id) {
        return locked(Refund.class, id);
    }

    /**
     * Locking reads the row again. So this transaction's inserts and changes must be flushed first, or they would be
     * missed or lost: a batch may contain both the event that opens a payment and the one that cancels it.
     */
    private <T> Optional<T> locked(Class<T> type, UUID id) {
        entities.flush();
        return Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The current refund. Lock its payment first, because that lock also covers the existence of a refund. */
    public Optional<Refund> refundOf(UUID paymentId) {
        return entities.createQuery("select r from Refund r where r.paymentId = :payment", Refund.class)
                .setParameter("payment", paymentId)
                .getResultStream()
                .findFirst();
    }

    public PaymentView view(Payment payment) {
        return payment.view(refundOf(payment.id()).map(Refund::view).orElse(null));
    }

    /** The only payment of the order that took money or might take it. */
    public Optional<Payment> lockLive(UUID orderId) {
        return entities.createQuery(
                        "select p from Payment p where p.orderId = :order and p.status in :live", Payment.class)
                .setParameter("order", orderId)
                .setParameter("live", LIVE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The live payment of an order, or else its newest. The caller holds the order's lock, so no newer one comes. */
    public Optional<Payment> lockDecisive(UUID orderId) {
        return lockLive(orderId).or(() -> newestId(orderId).flatMap(this::lockPayment));
    }

    /** By the clock of the database. Ids are made by the servers, whose clocks may differ. */
    private Optional<UUID> newestId(UUID orderId) {
        return entities.createQuery(
                        "select p.id from Payment p where p.orderId = :order order by p.createdAt desc, p.id desc",
                        UUID.class)
                .setParameter("order", orderId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public long countOf(UUID orderId) {
        return entities.createQuery("select count(p) from Payment p where p.orderId = :order", Long.class)
                .setParameter("order", orderId)
                .getSingleResult();
    }

    /** Appends the event that the payment has just returned. */
    public void publish(Payment payment, PaymentEvent event) {
        outbox.get().append(event, payment.eventVersion());
    }
}
