package org.pizzaorders.payment.control;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.pizzaorders.payment.api.AttemptOutcome;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.Payments;
import org.pizzaorders.payment.api.StuckPayment;
import org.pizzaorders.payment.entity.Payment;
import org.pizzaorders.payment.entity.Refund;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

/**
 * Lists of payments, newest first. The payments of one order go by the database's clock, because the servers make the
 * ids. The number of queries does not depend on the length of the list.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class PaymentLists {

    private static final UUID NEWEST = new UUID(-1, -1);

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    protected PaymentLists() {}

    public PaymentLists(EntityManager entities) {
        this.entities = entities;
    }

    public Page<PaymentView> ofOrder(UUID orderId, PageRequest page) {
        var ids = entities.createQuery(
                        "select p.id from Payment p where p.orderId = :order and not exists (select a.id from Payment a"
                                + " where a.id = :after and (a.createdAt < p.createdAt"
                                + " or a.createdAt = p.createdAt and a.id <= p.id))"
                                + " order by p.createdAt desc, p.id desc",
                        UUID.class)
                .setParameter("order", orderId)
                .setParameter("after", after(page))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        var payments = payments(ids);
        var attempts = attempts(ids);
        var refunds = refundsOf(ids);
        return Page.of(
                ids,
                page.limit(),
                id -> payments.get(id).view(attempts.getOrDefault(id, List.of()), refunds.get(id)),
                id -> new Cursor(Payments.CURSOR, id));
    }

    /** Payments that the provider does not know, and refunds that it does not make. */
    public Page<StuckPayment> stuck(PageRequest page) {
        List<?> ids = entities.createNativeQuery("(select id from payments.payments"
                        + " where unknown_since is not null and id < ?1 order by 1 desc limit ?2)"
                        + " union (select payment_id from payments.refunds"
                        + " where refused_since is not null and payment_id < ?1 order by 1 desc limit ?2)"
                        + " order by 1 desc limit ?2")
                .setParameter(1, after(page))
                .setParameter(2, page.limit() + 1)
                .getResultList();
        var found = ids.stream().map(UUID.class::cast).toList();
        var payments = payments(found);
        var attempts = attempts(found);
        var refunds = refunds(found);
        return Page.of(
                found,
                page.limit(),
                id -> stuck(payments.get(id), attempts.get(id), refunds.get(id)),
                PaymentLists::cursorOfStuck);
    }

    private static StuckPayment stuck(Payment payment, List<PaymentView.Attempt> attempts, Refund refund) {
        return refund != null && refund.isRefused()
                ? refund.stuck(payment)
                : payment.stuck(attempts.get(attempts.size() - 1));
    }

    private static Cursor cursorOfStuck(UUID id) {
        return new Cursor(StuckPayment.CURSOR, id);
    }

    private static UUID after(PageRequest page) {
        return page.after().map(Cursor::after).orElse(NEWEST);
    }

    /** Selects single columns, because EclipseLink neither joins nor batches embedded collections. */
    private Map<UUID, List<PaymentView.Attempt>> attempts(Collection<UUID> ids) {
        return found(
                        "select p.id, a.number, a.outcome, a.error, a.at from Payment p join p.attempts a"
                                + " where p.id in :ids order by a.number",
                        Object[].class,
                        ids)
                .collect(groupingBy(row -> (UUID) row[0], mapping(PaymentLists::attempt, toList())));
    }

    private static PaymentView.Attempt attempt(Object[] row) {
        return new PaymentView.Attempt((int) row[1], (AttemptOutcome) row[2], (String) row[3], (Instant) row[4]);
    }

    private Map<UUID, Payment> payments(Collection<UUID> ids) {
        return found("select p from Payment p where p.id in :ids", Payment.class, ids)
                .collect(toMap(Payment::id, identity()));
    }

    private Map<UUID, PaymentView.Refund> refundsOf(Collection<UUID> ids) {
        return refunds(ids).values().stream().collect(toMap(Refund::paymentId, Refund::view));
    }

    private Map<UUID, Refund> refunds(Collection<UUID> ids) {
        return found("select r from Refund r where r.paymentId in :ids", Refund.class, ids)
                .collect(toMap(Refund::paymentId, identity()));
    }

    /** No SQL for no ids: an empty list is none in JPQL. */
    private <T> Stream<T> found(String query, Class<T> type, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : entities.createQuery(query, type).setParameter("ids", ids).getResultStream();
    }
}
