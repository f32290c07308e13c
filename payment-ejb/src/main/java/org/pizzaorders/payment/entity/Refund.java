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
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.StuckPayment;

/**
 * Giving back what is left of one completed payment. Due from the start, and again after each call that settled nothing,
 * for ever: the customer's money is not ours. A refusal is tried again as well, ever more rarely, and shows as the last
 * error; a person who has removed its cause has it tried at once ({@link #due}).
 *
 * <p>Completed is what the provider says has succeeded; it is asked about again for some weeks, as it may still fail, and
 * then begins anew ({@link #failed}). What is pending there is {@code PENDING} here, with the provider's id.
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

    @Column(name = "refused_since")
    private Instant refusedSince;

    @Column(name = "completed_at")
    private Instant completedAt;

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

    /**
     * The money has gone back.
     *
     * @param reference the provider's id of the refund; null if it went another way
     */
    public void complete(String reference, Instant now) {
        if (!isPending()) {
            throw new IllegalStateException("Refund " + id + " is " + status);
        }
        attempts++;
        status = Status.COMPLETED;
        completedAt = requireNonNull(now, "now");
        nextAttemptAt = null;
        lastError = null;
        refusedSince = null;
        providerReference = reference;
    }

    /** The provider has it and has not made it yet. What an earlier one failed for stays in sight. */
    public void submitted(String reference, Instant askAgainAt) {
        attempts++;
        refusedSince = null;
        providerReference = requireNonNull(reference, "reference");
        nextAttemptAt = requireNonNull(askAgainAt, "askAgainAt");
    }

    /** The provider could not make it after all, so it begins anew. */
    public void failed(String reason, Instant nextAttemptAt, Instant now) {
        status = Status.PENDING;
        completedAt = null;
        providerReference = null;
        refused(reason, nextAttemptAt, now);
    }

    /** Refused as things are: a person may have to see to it. */
    public void refused(String reason, Instant nextAttemptAt, Instant now) {
        if (refusedSince == null) {
            refusedSince = requireNonNull(now, "now");
        }
        unsettled(reason, nextAttemptAt);
    }

    /** @param at when to look whether it still is as it is; null for not any more */
    public void lookAgain(Instant at) {
        if (at == null && isPending()) {
            throw new IllegalStateException("Refund " + id + " is not made yet");
        }
        nextAttemptAt = at;
    }

    /** The call settled nothing. */
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

    /** Whether the provider is to be asked about it. */
    public boolean isDue() {
        return nextAttemptAt != null;
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

    /** The provider's id of it, once it has it. */
    public Optional<String> reference() {
        return Optional.ofNullable(providerReference);
    }

    /** Empty as long as it is pending, and for those of old. */
    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** Whether the provider refuses it, or could not make it. */
    public boolean isRefused() {
        return refusedSince != null;
    }

    /** Calls of the provider that came to an end. */
    public int attempts() {
        return attempts;
    }

    public StuckPayment stuck(Payment payment) {
        return new StuckPayment(
                paymentId,
                payment.orderId(),
                amount,
                payment.total().currency(),
                StuckPayment.Trouble.REFUND_FAILING,
                lastError,
                attempts,
                refusedSince,
                nextAttemptAt);
    }

    public PaymentView.Refund view() {
        return new PaymentView.Refund(
                amount, status.name(), providerReference, attempts, lastError, isPending() ? nextAttemptAt : null);
    }

    /** Grows with each claim and each change: who holds an old one has been overtaken. */
    public int version() {
        return version;
    }
}
