package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.payment.api.PaymentBeingAsked;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentNotDecidable;
import org.pizzaorders.payment.api.PaymentNotFound;
import org.pizzaorders.payment.api.PaymentNotRefundable;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.entity.Payment;
import org.pizzaorders.payment.entity.Refund;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.RetrySchedule;

/** Records the results of refund calls. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Refunding {

    private static final Duration FIRST_LOOK = Duration.ofHours(1);
    private static final Logger LOG = System.getLogger(Refunding.class.getName());

    @Inject
    PaymentStore store;

    @Inject
    PaymentSettings settings;

    @Inject
    @TimeOf(Service.PAYMENTS)
    Clock clock;

    protected Refunding() {}

    public Refunding(PaymentStore store, PaymentSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** The assignments of a claim on a refund. */
    public static String onClaim(Duration lease) {
        return Claimed.assignments(lease);
    }

    /** Makes the refund of a completed payment due now. Cash is returned at the counter. */
    public void openIfCompleted(Payment payment) {
        if (payment.status() != PaymentStatus.COMPLETED) {
            return;
        }
        if (payment.method() == PaymentMethod.CASH) {
            store.publish(payment, payment.refunded(null));
        } else {
            open(payment);
        }
    }

    /** Makes the refund of a charged payment due now, unless it has one. */
    void open(Payment payment) {
        if (store.refundOf(payment.id()).isEmpty()) {
            store.add(new Refund(Ids.next(), payment, clock.instant()));
        }
    }

    /**
     * Makes a refund due at once, because a person asks for it. A payment whose order is not cancelled is not refunded:
     * the refund starts with the cancellation. One that was charged after its end has a refund already.
     *
     * @throws PaymentNotFound if no payment has that id
     * @throws PaymentNotRefundable if the payment is not completed, or its order is not cancelled
     */
    public Payment demand(UUID paymentId) {
        var payment = store.lockPayment(paymentId).orElseThrow(() -> new PaymentNotFound(paymentId));
        if (payment.status() != PaymentStatus.REFUNDED) {
            lockRefundOf(paymentId).orElseThrow(() -> notRefundable(payment)).due(clock.instant());
        }
        return payment;
    }

    private static PaymentNotRefundable notRefundable(Payment payment) {
        return payment.status() == PaymentStatus.COMPLETED
                ? PaymentNotRefundable.orderStands(payment.id(), payment.orderId())
                : PaymentNotRefundable.nothingPaid(payment.id(), payment.status());
    }

    private Optional<Refund> lockRefundOf(UUID paymentId) {
        return store.refundOf(paymentId).flatMap(found -> store.lockRefund(found.id()));
    }

    /**
     * The customer got the money back in another way.
     *
     * @throws PaymentNotFound if no payment has that id
     * @throws PaymentNotDecidable if it has no refund, or its refund does not fail
     * @throws PaymentBeingAsked if a call is running that may make the refund
     */
    public Payment wentBackOtherwise(UUID paymentId) {
        var payment = store.lockPayment(paymentId).orElseThrow(() -> new PaymentNotFound(paymentId));
        var refund = lockRefundOf(paymentId)
                .filter(Refund::isRefused)
                .orElseThrow(() -> PaymentNotDecidable.nothingGoesBack(paymentId));
        refund.callEndsIn(clock.instant()).ifPresent(rest -> {
            throw new PaymentBeingAsked(paymentId, rest);
        });
        refund.complete(null, clock.instant());
        refunded(payment, null);
        return payment;
    }

    /** For everybody else a payment that was charged after its end was never charged, so they hear nothing. */
    private void refunded(Payment payment, String reference) {
        if (!payment.hasEndedUncharged()) {
            store.publish(payment, payment.refunded(reference));
        }
    }

    /** The data that the claimer of a refund needs for its call; empty if there is nothing to do. */
    public Optional<Claimed<RefundRequest>> begin(UUID id) {
        return store.lockRefund(id).filter(Refund::isDue).map(refund -> {
            var payment = store.payment(refund.paymentId()).orElseThrow();
            var request = new RefundRequest(
                    id,
                    payment.id(),
                    payment.providerReference(),
                    refund.attempts() + 1,
                    refund.reference(),
                    !refund.isPending());
            return new Claimed<>(id, refund.version(), payment.context(), request);
        });
    }

    /**
     * Records the outcome, unless another claimer was faster: the provider gives both the same answer. Only a person
     * who decided after the end of the lease may have said something else.
     */
    public void record(Claimed<RefundRequest> claimed, RefundResult result) {
        var payment = store.lockPayment(claimed.request().paymentId()).orElseThrow();
        var refund = store.lockRefund(claimed.id()).orElseThrow();
        if (refund.version() == claimed.version()) {
            apply(payment, refund, result);
        } else if (!refund.isPending() && refund.reference().isEmpty()) {
            LOG.log(
                    result instanceof RefundResult.Refunded || result instanceof RefundResult.Pending
                            ? Level.ERROR
                            : Level.DEBUG,
                    "Payment {0} was refunded in another way, as an operator says, and a late answer is: {1}",
                    payment.id(),
                    result);
        }
    }

    private void apply(Payment payment, Refund refund, RefundResult result) {
        if (result instanceof RefundResult.Failed failed) {
            if (payment.status() == PaymentStatus.REFUNDED) {
                payment.refundFailed();
            }
            var at = next(refund, failed.reason(), settings.refused(), Level.ERROR);
            refund.failed(failed.reason(), at, clock.instant());
        } else if (result instanceof RefundResult.NotCalled notCalled) {
            refund.lookAgain(clock.instant().plus(notCalled.pause()));
        } else if (refund.isPending()) {
            applyPending(payment, refund, result);
        } else {
            refund.lookAgain(nextLook(refund));
        }
    }

    private void applyPending(Payment payment, Refund refund, RefundResult result) {
        if (result instanceof RefundResult.Refunded refunded) {
            refund.complete(refunded.reference(), clock.instant());
            refund.lookAgain(nextLook(refund));
            refunded(payment, refunded.reference());
        } else if (result instanceof RefundResult.Pending pending) {
            refund.submitted(pending.reference(), in(settings.pendingRefunds(), refund));
        } else if (result instanceof RefundResult.Refused refused) {
            var at = next(refund, refused.reason(), settings.refused(), Level.ERROR);
            refund.refused(refused.reason(), at, clock.instant());
        } else if (result instanceof RefundResult.Unclear unclear) {
            var pause = clock.instant().plus(unclear.pause());
            var next = next(refund, unclear.reason(), settings.retry(), Level.WARNING);
            refund.unsettled(unclear.reason(), next.isAfter(pause) ? next : pause);
        }
    }

    private Instant next(Refund refund, String reason, RetrySchedule schedule, Level level) {
        var at = in(schedule, refund);
        LOG.log(level, "Refund {0} is not made yet, and is retried at {1}: {2}", refund.id(), at, reason);
        return at;
    }

    private Instant in(RetrySchedule schedule, Refund refund) {
        return clock.instant().plus(schedule.delay(refund.attempts() + 1, RandomGenerator.getDefault()));
    }

    /**
     * The first check is after an hour, the next ones each time the age has doubled; null when the refund is old enough
     * to be final.
     */
    private Instant nextLook(Refund refund) {
        var now = clock.instant();
        var completed = refund.completedAt().orElse(now);
        var age = Duration.between(completed, now);
        var next = now.plus(age.compareTo(FIRST_LOOK) < 0 ? FIRST_LOOK : age);
        return next.isAfter(completed.plus(settings.refundWatch())) ? null : next;
    }
}
