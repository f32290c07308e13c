package org.pizzaorders.payment.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.StuckPayment;

/**
 * The refund of the rest of one charged payment. It is due from the start, and again after each call that settled
 * nothing, without a limit, because the money belongs to the customer. A refused refund is retried too, at growing
 * intervals, and shows the last error. A person who has removed the cause can make it due at once ({@link #due}).
 *
 * <p>It is completed when the provider says that it succeeded. The provider is asked again for some weeks, because the
 * refund may still fail; then it starts again ({@link #failed}). A refund that is pending at the provider is {@code
 * PENDING} here, with the provider's id.
 */
@Entity
@Table(schema = "payments", name = "refunds")
public class Refund {

    /** The status of a refund. */
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

    @Column(name = "claimed_until")
    private Instant claimedUntil;

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
     * The money has been refunded.
     *
     * @param reference the provider's id of the refund; null if the money went back in another way
     */
    public void complete(String reference, Instant now) {
        if (!isPending()) {
            throw new IllegalStateException("Refund " + id + " is " + status);
        }
        attempts++;
        status = Status.COMPLETED;
        completedAt = requireNonNull(now, "now");
        answered(null);
        lastError = null;
        refusedSince = null;
        providerReference = reference;
    }

    /** The provider has accepted the refund, but not made it yet. The last error of an earlier one stays visible. */
    public void submitted(String reference, Instant askAgainAt) {
        attempts++;
        refusedSince = null;
        providerReference = requireNonNull(reference, "reference");
        answered(requireNonNull(askAgainAt, "askAgainAt"));
    }

    /** The refund failed at the provider, so it starts again. */
    public void failed(String reason, Instant nextAttemptAt, Instant now) {
        status = Status.PENDING;
        completedAt = null;
        providerReference = null;
        refused(reason, nextAttemptAt, now);
    }

    /** Refused for now: a person may have to help. */
    public void refused(String reason, Instant nextAttemptAt, Instant now) {
        if (refusedSince == null) {
            refusedSince = requireNonNull(now, "now");
        }
        unsettled(reason, nextAttemptAt);
    }

    /**
     * @param at when to check it again; null for never
     */
    public void lookAgain(Instant at) {
        if (at == null && isPending()) {
            throw new IllegalStateException("Refund " + id + " is not made yet");
        }
        answered(at);
    }

    /** The call settled nothing. */
    public void unsettled(String reason, Instant nextAttemptAt) {
        attempts++;
        lastError = requireNonNull(reason, "reason");
        answered(requireNonNull(nextAttemptAt, "nextAttemptAt"));
    }

    private void answered(Instant next) {
        nextAttemptAt = next;
        claimedUntil = null;
    }

    /** Makes it due at that time, unless it is completed. */
    public void due(Instant at) {
        if (isPending()) {
            nextAttemptAt = requireNonNull(at, "at");
        }
    }

    /** How long a call may still be running; empty if none is. */
    public Optional<Duration> callEndsIn(Instant now) {
        return Optional.ofNullable(claimedUntil).filter(now::isBefore).map(end -> Duration.between(now, end));
    }

    /** Whether a call to the provider is due. */
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

    /** The provider's id of the refund, once there is one. */
    public Optional<String> reference() {
        return Optional.ofNullable(providerReference);
    }

    /** Empty while it is pending, and for refunds from before this column existed. */
    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** Whether the provider refused or failed it. */
    public boolean isRefused() {
        return refusedSince != null;
    }

    /** Finished calls to the provider. */
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

    /** Grows with each claim and each change: a claimer with an older version has lost its claim. */
    public int version() {
        return version;
    }
}
