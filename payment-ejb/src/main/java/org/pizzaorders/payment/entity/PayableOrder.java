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
 * What payments know about an order: its amount, and whether it is cancelled. A transaction that opens or cancels
 * payments of an order locks this row first, so such transactions run one after the other. The first event of an order
 * creates the row. That may be the cancellation, because after partitions were added, events of one order can come
 * through two partitions.
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

    /** The order was cancelled. Nothing may be charged for it any more. */
    public void cancel(Instant now) {
        cancelledAt = requireNonNull(now, "now");
    }

    /** The time to pay is over: nothing more may be charged for the order. The first call sets the time. */
    public void overdue(Instant now) {
        if (overdueAt == null) {
            overdueAt = requireNonNull(now, "now");
        }
    }

    /** The delivery arrived before {@code OrderCreated}. */
    public void delivered(Instant now) {
        deliveredAt = requireNonNull(now, "now");
    }

    /** {@code OrderCreated} arrives after another event of the order. */
    public void created(Money total) {
        if (isKnown()) {
            throw new IllegalStateException("Order " + orderId + " is known");
        }
        amount = total.amount();
        currency = total.currency();
    }

    /** Whether {@code OrderCreated} has arrived. */
    public boolean isKnown() {
        return amount != null;
    }

    public boolean isOverdue() {
        return overdueAt != null;
    }

    /** Whether it was already overdue at that time. */
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
