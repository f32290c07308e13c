package org.pizzaorders.payment.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * Giving back the whole of one completed payment. Due from the start, and again after each call that settled nothing,
 * for ever: the customer's money is not ours. The refund's id is the idempotency key, so asking again gives nothing back
 * twice. Refused for good, it waits for a person.
 */
@Entity
@Table(schema = "payments", name = "refunds")
public class Refund {

    /** Where a refund stands. */
    public enum Status {
        PENDING,
        COMPLETED,
        FAILED
    }

    @Id
    private UUID id;

    @Column(name = "payment_id")
    private UUID paymentId;

    private long amount;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "failure_reason")
    private String failureReason;

    @Column(name = "provider_reference")
    private String providerReference;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Version
    private int version;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Refund() {}

    public Refund(UUID id, Payment payment, Instant now) {
        this.id = requireNonNull(id, "id");
        this.paymentId = payment.id();
        this.amount = payment.total().amount();
        this.status = Status.PENDING;
        this.nextAttemptAt = requireNonNull(now, "now");
        this.createdAt = now;
    }

    /** @param reference the provider's id of the refund */
    public void complete(String reference) {
        settle(Status.COMPLETED);
        providerReference = requireNonNull(reference, "reference");
    }

    public void refuse(String reason) {
        settle(Status.FAILED);
        failureReason = requireNonNull(reason, "reason");
    }

    /** The call settled nothing. */
    public void unsettled(Instant nextAttemptAt) {
        attempts++;
        this.nextAttemptAt = requireNonNull(nextAttemptAt, "nextAttemptAt");
    }

    private void settle(Status to) {
        if (!isPending()) {
            throw new IllegalStateException("Refund " + id + " cannot go from " + status + " to " + to);
        }
        attempts++;
        status = to;
        nextAttemptAt = null;
    }

    public boolean isPending() {
        return status == Status.PENDING;
    }

    public UUID id() {
        return id;
    }

    public UUID paymentId() {
        return paymentId;
    }

    /** In minor units of the payment's currency. */
    public long amount() {
        return amount;
    }

    /** Calls of the provider that came to an end. */
    public int attempts() {
        return attempts;
    }

    /** Grows with each claim and each change: who holds an old one has been overtaken. */
    public int version() {
        return version;
    }
}
