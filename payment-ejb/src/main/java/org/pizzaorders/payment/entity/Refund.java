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
import org.pizzaorders.payment.api.PaymentView;

/**
 * Giving back the whole of one completed payment. Due from the start, and again after each call that settled nothing,
 * for ever: the customer's money is not ours. A refusal is tried again as well, ever more rarely, and shows as the last
 * error; a person who has removed its cause has it tried at once ({@link #due}).
 */
@Entity
@Table(schema = "payments", name = "refunds")
public class Refund {

    /** Where a refund stands. */
    public enum Status {
        PENDING,
        COMPLETED
    }

    @Id
    private UUID id;

    @Column(name = "payment_id")
    private UUID paymentId;

    private long amount;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "last_error")
    private String lastError;

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
        if (!isPending()) {
            throw new IllegalStateException("Refund " + id + " is " + status);
        }
        attempts++;
        status = Status.COMPLETED;
        nextAttemptAt = null;
        lastError = null;
        providerReference = requireNonNull(reference, "reference");
    }

    /** The call settled nothing, or was refused. */
    public void unsettled(String reason, Instant nextAttemptAt) {
        attempts++;
        lastError = requireNonNull(reason, "reason");
        this.nextAttemptAt = requireNonNull(nextAttemptAt, "nextAttemptAt");
    }

    /** To be tried then, unless it is done. */
    public void due(Instant at) {
        if (isPending()) {
            nextAttemptAt = requireNonNull(at, "at");
        }
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

    public PaymentView.Refund view() {
        return new PaymentView.Refund(amount, status.name(), providerReference, attempts, lastError, nextAttemptAt);
    }

    /** Grows with each claim and each change: who holds an old one has been overtaken. */
    public int version() {
        return version;
    }
}
