package org.pizzaorders.payment.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pizzaorders.shared.Money;

/**
 * What payments know of an order: how much, and whether it still stands. Whoever opens or cancels payments of an order
 * locks it first, so that they follow one another. Whatever of an order is heard first makes its row: it may be the
 * cancellation, as events of one order can come by two partitions after there are more of them.
 */
@Entity
@Table(schema = "payments", name = "payable_orders")
public class PayableOrder {

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    private Long amount;
    private String currency;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Column(name = "overdue_at")
    private Instant overdueAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected PayableOrder() {}

    public PayableOrder(UUID orderId, Money total, Instant now) {
        this.orderId = requireNonNull(orderId, "orderId");
        this.amount = total.amount();
        this.currency = total.currency();
        this.createdAt = requireNonNull(now, "now");
    }

    /** Nothing may be charged for it any more. For good. */
    public void cancel(Instant now) {
        cancelledAt = requireNonNull(now, "now");
    }

    /** Its time to be paid is over: nothing more may be charged for it. For good; since it was first heard. */
    public void overdue(Instant now) {
        if (overdueAt == null) {
            overdueAt = requireNonNull(now, "now");
        }
    }

    /** Heard before the order itself. */
    public void delivered(Instant now) {
        deliveredAt = requireNonNull(now, "now");
    }

    /** The order itself is heard of, after something else of it. */
    public void created(Money total) {
        if (isKnown()) {
            throw new IllegalStateException("Order " + orderId + " is known");
        }
        amount = total.amount();
        currency = total.currency();
    }

    /** Whether the order itself was heard of. */
    public boolean isKnown() {
        return amount != null;
    }

    public boolean isOverdue() {
        return overdueAt != null;
    }

    /** Whether it was already overdue by then. */
    public boolean isOverdueSince(Instant then) {
        return isOverdue() && !overdueAt.isAfter(then);
    }

    public boolean isDelivered() {
        return deliveredAt != null;
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    public UUID orderId() {
        return orderId;
    }

    public Money total() {
        return new Money(amount, currency);
    }
}
