package org.pizzaorders.payment.control;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.payment.api.PaymentBeingAsked;
import org.pizzaorders.payment.api.PaymentNotDecidable;
import org.pizzaorders.payment.api.PaymentNotFound;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.entity.PayableOrder;
import org.pizzaorders.payment.entity.Payment;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeRequest.Step;
import org.pizzaorders.payment.provider.ChargeResult;
import org.pizzaorders.payment.provider.ProviderReasons;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.RetrySchedule;

/**
 * Records the results of calls that charge. A payment is first opened at the provider, and charged only after its
 * reference is committed. So every charge is known here, can be queried, and can be withdrawn. A withdrawn or never
 * opened payment is certainly not charged; only such payments fail or are cancelled. This class reads whether the order
 * is cancelled after it has locked the payment, and a cancellation locks the payment after it has marked the order. So
 * one of the two always sees the other.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Settlement {

    private static final Logger LOG = System.getLogger(Settlement.class.getName());
    private static final String GIVEN_UP = "provider_unavailable";
    private static final String FOUND_UNCHARGED = "found_uncharged";

    @Inject
    PaymentStore store;

    @Inject
    Refunding refunding;

    @Inject
    PaymentSettings settings;

    @Inject
    @TimeOf(Service.PAYMENTS)
    Clock clock;

    protected Settlement() {}

    public Settlement(PaymentStore store, Refunding refunding, PaymentSettings settings, Clock clock) {
        this.store = store;
        this.refunding = refunding;
        this.settings = settings;
        this.clock = clock;
    }

    /** The assignments of a claim on a payment. */
    public static String onClaim(Duration lease) {
        return "status = 'PROCESSING', " + Claimed.assignments(lease);
    }

    /**
     * The same as {@link #begin(UUID)} for several payments, without locks: whoever changes a payment meanwhile makes
     * the answer of its call too late to count. It leaves out payments that have nothing to be called for.
     */
    public Map<UUID, Claimed<ChargeRequest>> begin(List<UUID> ids) {
        return store.payments(ids).stream()
                .filter(payment -> payment.status() == PaymentStatus.PROCESSING)
                .filter(payment -> payment.isOpened() || !isToEnd(payment))
                .map(this::firstCall)
                .collect(toMap(Claimed::id, identity()));
    }

    /**
     * The data that the claimer of a payment needs for its call; empty if there is nothing to do. A payment that was
     * never opened cannot be charged, so it ends here if its order is cancelled or overdue, or its own time is over.
     */
    public Optional<Claimed<ChargeRequest>> begin(UUID id) {
        return store.lockPayment(id)
                .filter(payment -> payment.status() == PaymentStatus.PROCESSING)
                .filter(payment -> !endedInTime(payment))
                .map(this::firstCall);
    }

    private Claimed<ChargeRequest> firstCall(Payment payment) {
        return call(payment, payment.isOpened() ? Step.RESUME : Step.OPEN);
    }

    private boolean endedInTime(Payment payment) {
        if (payment.isOpened() || !isToEnd(payment)) {
            return false;
        }
        endUncharged(payment, GIVEN_UP);
        return true;
    }

    private Claimed<ChargeRequest> call(Payment payment, Step step) {
        var request = new ChargeRequest(
                payment.isOpened() && isToEnd(payment) ? Step.WITHDRAW : step,
                payment.id(),
                payment.orderId(),
                payment.total(),
                payment.token(),
                payment.providerReference(),
                payment.attempts() + 1,
                payment.openingKey(),
                payment.createdAt());
        return new Claimed<>(payment.id(), payment.version(), payment.context(), request);
    }

    /**
     * Records several answers, as {@link #record(Answered)} does. It waits for no lock, so it leaves out payments that
     * somebody else is changing.
     */
    public Map<Answered, Optional<Claimed<ChargeRequest>>> record(List<Answered> answers) {
        return record(
                answers,
                store.lockFreePayments(answers.stream().map(Answered::paymentId).toList()));
    }

    /**
     * Records the outcome, unless another claimer was faster: the provider gives both the same answer. But a charge is
     * never dropped.
     *
     * @return the next call of the same claimer; empty if there is none, or if the outcome came too late to count
     */
    public Optional<Claimed<ChargeRequest>> record(Answered answer) {
        var payment = store.lockPayment(answer.paymentId()).orElseThrow();
        return record(List.of(answer), Map.of(payment.id(), payment)).get(answer);
    }

    /** The next calls need the versions of the rows, so everything is flushed before, at once. */
    private Map<Answered, Optional<Claimed<ChargeRequest>>> record(List<Answered> answers, Map<UUID, Payment> locked) {
        var recorded = answers.stream()
                .filter(answer -> locked.containsKey(answer.paymentId()))
                .toList();
        var goOn = recorded.stream()
                .filter(answer -> goesOn(locked.get(answer.paymentId()), answer))
                .collect(toSet());
        store.write();
        return recorded.stream()
                .collect(toMap(
                        identity(),
                        answer -> Optional.of(answer)
                                .filter(goOn::contains)
                                .map(confirmed -> call(locked.get(answer.paymentId()), Step.CONFIRM))));
    }

    /** Records the answer. Returns whether the payment is open now, to be charged by another call. */
    private boolean goesOn(Payment payment, Answered answer) {
        try (var bound = payment.context().bind()) {
            if (payment.version() == answer.claimed().version()) {
                return apply(payment, answer.result());
            }
            tooLate(payment, answer.result());
            return false;
        }
    }

    private void tooLate(Payment payment, ChargeResult result) {
        if (result instanceof ChargeResult.Charged charged) {
            chargedLate(payment, charged.reference());
        } else {
            LOG.log(
                    Level.DEBUG,
                    "Another claimer has already handled payment {0}, so this result is dropped: {1}",
                    payment.id(),
                    result);
        }
    }

    /**
     * The payment has changed during the call. If it has ended without a charge meanwhile, which an operator may have
     * decided after the end of the lease, others know that it failed. So the money goes back.
     */
    private void chargedLate(Payment payment, String reference) {
        if (payment.hasEndedUncharged()) {
            payment.chargedAfterItsEnd(clock.instant());
            refunding.open(payment);
            LOG.log(
                    Level.WARNING,
                    "Payment {0} was charged as {1} after it had ended as {2}: it is refunded",
                    payment.id(),
                    reference,
                    payment.status());
        } else if (payment.status() == PaymentStatus.PROCESSING) {
            charged(payment, reference);
        }
    }

    private boolean apply(Payment payment, ChargeResult result) {
        if (result instanceof ChargeResult.Opened opened) {
            payment.opened(opened.reference());
            return true;
        }
        if (result instanceof ChargeResult.Charged charged) {
            charged(payment, charged.reference());
        } else if (result instanceof ChargeResult.Declined declined) {
            payment.declined(declined.reason(), clock.instant());
            endUncharged(payment, declined.reason());
        } else if (result instanceof ChargeResult.Withdrawn) {
            payment.withdrawn();
            endUncharged(payment, GIVEN_UP);
        } else if (result instanceof ChargeResult.Unclear unclear) {
            unclear(payment, unclear.reason(), unclear.pause());
        } else if (result instanceof ChargeResult.KeySpent spent) {
            payment.openUnderAnotherKey();
            unclear(payment, spent.reason(), Duration.ZERO);
        } else if (result instanceof ChargeResult.Unknown unknown) {
            unknown(payment, unknown.reason());
        } else if (result instanceof ChargeResult.NotCalled notCalled) {
            payment.notCalled(clock.instant().plus(notCalled.pause()));
            endedInTime(payment);
        }
        return false;
    }

    private void charged(Payment payment, String reference) {
        store.publish(payment, payment.charged(reference, clock.instant()));
        giveBackIfCancelled(payment);
    }

    private void giveBackIfCancelled(Payment payment) {
        if (is(payment, PayableOrder::isCancelled)) {
            refunding.openIfCompleted(payment);
        }
    }

    /** The provider is asked again at growing intervals. Only a person can find out more and decide. */
    private void unknown(Payment payment, String reason) {
        var now = clock.instant();
        payment.unknown(reason, now.plus(delay(settings.refused(), payment)), now);
        LOG.log(
                Level.ERROR,
                "The provider cannot tell whether payment {0} was charged as it should be: an operator must decide ({1})",
                payment.id(),
                reason);
    }

    private static Duration delay(RetrySchedule schedule, Payment payment) {
        return schedule.delay(payment.attempts() + 1, RandomGenerator.getDefault());
    }

    private void unclear(Payment payment, String reason, Duration pause) {
        var now = clock.instant();
        if (ProviderReasons.isAnswer(reason)) {
            payment.known();
        }
        payment.unsettled(
                reason, later(now.plus(delay(settings.retry(), payment)), end(payment, now.plus(pause))), now);
        LOG.log(
                Level.WARNING,
                "Attempt {0} on payment {1} settled nothing: {2}",
                payment.attempts(),
                payment.id(),
                reason);
        endedInTime(payment);
    }

    /** The time that the provider asks for, but not later than the payment's own end. */
    private Instant end(Payment payment, Instant asked) {
        var end = payment.createdAt().plus(settings.timeLimit());
        return asked.isAfter(end) ? end : asked;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Applies the decision of an operator about a payment that the provider does not know.
     *
     * @throws PaymentNotFound if there is none of that id
     * @throws PaymentNotDecidable if the provider may know it
     * @throws PaymentBeingAsked if a call is running that may charge it
     */
    public Payment decide(UUID id, boolean charged) {
        var payment = store.lockPayment(id).orElseThrow(() -> new PaymentNotFound(id));
        if (!payment.isUnknown()) {
            throw PaymentNotDecidable.providerKnows(id);
        }
        payment.callEndsIn(clock.instant()).ifPresent(rest -> {
            throw new PaymentBeingAsked(id, rest);
        });
        if (charged) {
            store.publish(payment, payment.foundCharged());
            giveBackIfCancelled(payment);
        } else {
            payment.foundUncharged();
            endUncharged(payment, FOUND_UNCHARGED);
        }
        return payment;
    }

    private boolean isToEnd(Payment payment) {
        return isOver(payment) || is(payment, PayableOrder::isCancelled) || is(payment, PayableOrder::isOverdue);
    }

    private boolean isOver(Payment payment) {
        return payment.attempts() >= settings.maxAttempts()
                || !clock.instant().isBefore(payment.createdAt().plus(settings.timeLimit()));
    }

    private void endUncharged(Payment payment, String reason) {
        if (is(payment, PayableOrder::isCancelled)) {
            payment.cancel();
        } else if (is(payment, PayableOrder::isOverdue)) {
            store.publish(payment, payment.expire());
        } else {
            store.publish(payment, payment.fail(reason));
        }
    }

    private boolean is(Payment payment, Predicate<PayableOrder> state) {
        return store.order(payment.orderId()).filter(state).isPresent();
    }
}
