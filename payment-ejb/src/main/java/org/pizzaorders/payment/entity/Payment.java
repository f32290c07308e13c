package org.pizzaorders.payment.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.payment.api.AttemptOutcome;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentExpired;
import org.pizzaorders.payment.api.PaymentFailed;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentRefunded;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.StuckPayment;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Money;

/**
 * A payment of one order, from the request until it is completed, failed or refunded.
 *
 * <p>By card: a worker claims the due payment ({@code PENDING} to {@code PROCESSING}, by SQL), opens it at the
 * provider, records the reference ({@link #opened}), and only then charges it. From then on money may have moved, even
 * if no answer came. So the payment can fail or be cancelled only after the provider has declined or withdrawn it;
 * until then the provider is asked by the reference. In cash: the payment waits for the delivery.
 *
 * <p>Each step that other services must know about increments the event version and returns the event. The caller
 * appends it to the outbox with {@link #eventVersion()}. A step that the life cycle does not allow throws {@link
 * IllegalStateException}, because it is a bug.
 */
@Entity
@Table(schema = "payments", name = "payments")
public class Payment {

    /** More than a normal payment needs. */
    private static final int MOST_NOTES = 20;

    @Id
    private UUID id;

    @Column(name = "order_id")
    private UUID orderId;

    private long amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    private String token;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    @Column(name = "failure_reason")
    private String failureReason;

    @Column(name = "provider_reference")
    private String providerReference;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Column(name = "correlation_id")
    private String correlationId;

    private String traceparent;

    @ElementCollection
    @CollectionTable(schema = "payments", name = "payment_attempts", joinColumns = @JoinColumn(name = "payment_id"))
    @OrderBy("number")
    private List<PaymentAttempt> attempts = new ArrayList<>();

    @Column(name = "event_version")
    private int eventVersion;

    @Column(name = "opening_key")
    private int openingKey = 1;

    @Column(name = "unknown_since")
    private Instant unknownSince;

    /** The provider has said so in this transaction. */
    @Transient
    private boolean certainlyUncharged;

    @Version
    private int version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private Instant updatedAt;

    protected Payment() {}

    private Payment(UUID id, PayableOrder order, PaymentMethod method, Instant now) {
        this.id = requireNonNull(id, "id");
        this.orderId = order.orderId();
        this.amount = order.total().amount();
        this.currency = order.total().currency();
        this.method = method;
        this.status = PaymentStatus.PENDING;
        this.createdAt = requireNonNull(now, "now");
        this.correlationId = CallContext.current().correlationId();
        this.traceparent = CallContext.current().traceparent();
    }

    /** A payment by card, due now. */
    public static Payment byCard(UUID id, PayableOrder order, String token, Instant now) {
        var payment = new Payment(id, order, PaymentMethod.CARD, now);
        payment.token = token;
        payment.nextAttemptAt = now;
        return payment;
    }

    /** A payment to the courier. */
    public static Payment inCash(UUID id, PayableOrder order, Instant now) {
        return new Payment(id, order, PaymentMethod.CASH, now);
    }

    /**
     * The provider knows the payment. It may be charged as soon as this is committed.
     *
     * @param reference the provider's id of it
     */
    public void opened(String reference) {
        if (status != PaymentStatus.PROCESSING || isOpened()) {
            throw new IllegalStateException("Payment " + id + " is " + status + ", not to be opened");
        }
        providerReference = requireNonNull(reference, "reference");
    }

    /** The provider charged the card, now or in an earlier call whose answer was lost. */
    public PaymentCompleted charged(String reference, Instant now) {
        note(AttemptOutcome.SUCCEEDED, null, now);
        providerReference = requireNonNull(reference, "reference");
        return complete();
    }

    /** The courier has the money. */
    public PaymentCompleted collected() {
        return complete();
    }

    private PaymentCompleted complete() {
        settle(PaymentStatus.COMPLETED);
        eventVersion++;
        return new PaymentCompleted(id, orderId, amount, currency, method, providerReference);
    }

    /** The provider refused for good. Call it before {@link #fail} or {@link #cancel}. */
    public void declined(String reason, Instant now) {
        note(AttemptOutcome.DECLINED, reason, now);
        certainlyUncharged = true;
    }

    /** The provider has withdrawn it and will never charge it. Call it before {@link #fail} or {@link #cancel}. */
    public void withdrawn() {
        certainlyUncharged = true;
    }

    /** The call settled nothing, for example because the provider is away. */
    public void unsettled(String reason, Instant nextAttemptAt, Instant now) {
        note(AttemptOutcome.TRANSIENT_FAILURE, reason, now);
        notCalled(nextAttemptAt);
    }

    /** The provider does not know the opened payment. A person must find out more: see {@link #isUnknown}. */
    public void unknown(String reason, Instant nextAttemptAt, Instant now) {
        if (unknownSince == null) {
            unknownSince = now;
        }
        unsettled(reason, nextAttemptAt, now);
    }

    /** The provider knows the payment again. */
    public void known() {
        unknownSince = null;
    }

    /** A person found out that nothing was charged. Call it before {@link #fail} or {@link #cancel}. */
    public void foundUncharged() {
        requireUnknown();
        certainlyUncharged = true;
    }

    /** A person found out that it was charged. */
    public PaymentCompleted foundCharged() {
        requireUnknown();
        return complete();
    }

    private void requireUnknown() {
        if (!isUnknown()) {
            throw new IllegalStateException("Payment " + id + " is not open for a decision");
        }
    }

    /** The provider only repeats an old failure for the present key, so the next opening uses another key. */
    public void openUnderAnotherKey() {
        openingKey++;
    }

    /** The claimer made no call. */
    public void notCalled(Instant nextAttemptAt) {
        this.nextAttemptAt = requireNonNull(nextAttemptAt, "nextAttemptAt");
        claimedUntil = null;
        if (status == PaymentStatus.PROCESSING && !isOpened()) {
            move(PaymentStatus.PENDING);
        }
    }

    /** Nothing was charged, and nothing will be. */
    public PaymentFailed fail(String reason) {
        requireNothingCharged();
        settle(PaymentStatus.FAILED);
        failureReason = requireNonNull(reason, "reason");
        eventVersion++;
        return new PaymentFailed(id, orderId, amount, currency, method, reason);
    }

    /** The order was cancelled before anything was charged. */
    public void cancel() {
        requireNothingCharged();
        settle(PaymentStatus.CANCELLED);
    }

    /** The order's time to be paid ended before anything was charged. */
    public PaymentExpired expire() {
        cancel();
        return expired();
    }

    /**
     * Tells the order not to wait any longer: the payment has ended without a charge, or its result is unknown. A
     * charge that shows up later is refunded, because the order will be cancelled.
     */
    public PaymentExpired expired() {
        if (status == PaymentStatus.COMPLETED || status == PaymentStatus.REFUNDED) {
            throw new IllegalStateException("Payment " + id + " is " + status + ", not expired");
        }
        eventVersion++;
        return new PaymentExpired(id, orderId);
    }

    /** @param reference the provider's id of the refund; null for cash */
    public PaymentRefunded refunded(String reference) {
        settle(PaymentStatus.REFUNDED);
        eventVersion++;
        return new PaymentRefunded(id, orderId, amount, currency, method, reference);
    }

    /** The refund failed at the provider, which has the money again. */
    public void refundFailed() {
        move(PaymentStatus.COMPLETED);
    }

    /** A call that outlived its lease charged it, although it had ended. The caller gives the money back. */
    public void chargedAfterItsEnd(Instant now) {
        if (!hasEndedUncharged()) {
            throw new IllegalStateException("Payment " + id + " is " + status);
        }
        note(AttemptOutcome.SUCCEEDED, null, now);
    }

    /** Stores only the first notes and the last one, so that a payment that is queried for weeks does not grow. */
    private void note(AttemptOutcome outcome, String error, Instant now) {
        var number = attempts() + 1;
        if (attempts.size() == MOST_NOTES) {
            attempts.remove(attempts.size() - 1);
        }
        attempts.add(new PaymentAttempt(number, outcome, error, now));
    }

    private void requireNothingCharged() {
        if (isOpened() && !certainlyUncharged) {
            throw new IllegalStateException("Payment " + id + " may have been charged");
        }
    }

    private void settle(PaymentStatus to) {
        move(to);
        nextAttemptAt = null;
        claimedUntil = null;
        token = null;
        unknownSince = null;
    }

    private void move(PaymentStatus to) {
        if (!PaymentLifeCycle.allows(status, to)) {
            throw new IllegalStateException("Payment " + id + " cannot go from " + status + " to " + to);
        }
        status = to;
    }

    /** Whether the provider knows it, so that it may be charged. */
    public boolean isOpened() {
        return providerReference != null;
    }

    /** Whether the provider says that it does not know the opened payment. */
    public boolean isUnknown() {
        return unknownSince != null;
    }

    /** How long a call may still be running; empty if none is. */
    public Optional<Duration> callEndsIn(Instant now) {
        return Optional.ofNullable(claimedUntil).filter(now::isBefore).map(end -> Duration.between(now, end));
    }

    /** Number of the idempotency key for opening it. */
    public int openingKey() {
        return openingKey;
    }

    /** Whether it is unsettled and certainly not charged. */
    public boolean isUntouched() {
        return (status == PaymentStatus.PENDING || status == PaymentStatus.PROCESSING) && !isOpened();
    }

    /** Whether it ended without a charge. */
    public boolean hasEndedUncharged() {
        return status == PaymentStatus.FAILED || status == PaymentStatus.CANCELLED;
    }

    public UUID id() {
        return id;
    }

    public UUID orderId() {
        return orderId;
    }

    public Money total() {
        return new Money(amount, currency);
    }

    public PaymentMethod method() {
        return method;
    }

    /** The provider's token of the card; null for cash and once settled. Secret: never log it. */
    public String token() {
        return token;
    }

    public PaymentStatus status() {
        return status;
    }

    /** The provider's id of it; null until it is opened, and for cash. */
    public String providerReference() {
        return providerReference;
    }

    /** Finished calls to the provider. */
    public int attempts() {
        return attempts.isEmpty() ? 0 : attempts.get(attempts.size() - 1).number();
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The number of its events so far. */
    public int eventVersion() {
        return eventVersion;
    }

    /** Grows with each claim and each change: a claimer with an older version has lost its claim. */
    public int version() {
        return version;
    }

    /** The call context of the request to pay, for later work on it. */
    public CallContext context() {
        return CallContext.of(correlationId, traceparent);
    }

    /**
     * @param last the last call about it
     */
    public StuckPayment stuck(PaymentView.Attempt last) {
        return new StuckPayment(
                id,
                orderId,
                amount,
                currency,
                StuckPayment.Trouble.CHARGE_UNKNOWN,
                last.error(),
                last.number(),
                unknownSince,
                nextAttemptAt);
    }

    /**
     * @param refund null if there is none
     */
    public PaymentView view(PaymentView.Refund refund) {
        return view(attempts.stream().map(PaymentAttempt::view).toList(), refund);
    }

    /** @param attempts of this payment, read with those of others */
    public PaymentView view(List<PaymentView.Attempt> attempts, PaymentView.Refund refund) {
        return new PaymentView(
                id,
                orderId,
                amount,
                currency,
                method,
                status,
                failureReason,
                providerReference,
                attempts,
                refund,
                createdAt,
                updatedAt == null ? createdAt : updatedAt);
    }
}
