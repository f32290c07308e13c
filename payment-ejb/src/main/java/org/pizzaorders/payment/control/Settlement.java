package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.entity.PayableOrder;
import org.pizzaorders.payment.entity.Payment;

/**
 * What a call that should charge leaves behind. Whether the order still stands is read after the payment is locked, and
 * whoever cancels an order locks its payment after saying so: one of the two always sees the other.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Settlement {

    /** What a claim does to a payment. It counts the call as open, so that even who dies right after it leaves a trace. */
    public static final String ON_CLAIM = "status = 'PROCESSING', open_calls = open_calls + 1, version = version + 1";

    private static final Logger LOG = System.getLogger(Settlement.class.getName());
    private static final String GIVEN_UP = "provider_unavailable";

    @Inject
    PaymentStore store;

    @Inject
    Refunding refunding;

    @Inject
    PaymentSettings settings;

    @Inject
    Clock clock;

    protected Settlement() {}

    public Settlement(PaymentStore store, Refunding refunding, PaymentSettings settings, Clock clock) {
        this.store = store;
        this.refunding = refunding;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What the claimer of a payment needs for its call; empty if there is nothing to do. A payment that no earlier call
     * can have charged is cancelled here if its order is.
     */
    public Optional<Claimed<ChargeRequest>> begin(UUID id) {
        var claimed = store.lockPayment(id).filter(payment -> payment.status() == PaymentStatus.PROCESSING);
        if (claimed.filter(this::cancelledInTime).isPresent()) {
            return Optional.empty();
        }
        return claimed.map(payment -> new Claimed<>(
                id,
                payment.version(),
                payment.context(),
                new ChargeRequest(id, payment.orderId(), payment.total(), payment.token())));
    }

    private boolean cancelledInTime(Payment payment) {
        if (!payment.isFirstOpenCall() || !isOrderCancelled(payment)) {
            return false;
        }
        payment.callNotMade();
        payment.cancel();
        return true;
    }

    /**
     * Records the outcome, unless another claimer was faster: the provider answers it the same.
     *
     * @return the status that the payment has come to; empty if the outcome came too late to count
     */
    public Optional<PaymentStatus> record(Claimed<ChargeRequest> claimed, ChargeResult result) {
        var payment = store.lockPayment(claimed.id()).filter(found -> found.version() == claimed.version());
        payment.ifPresentOrElse(
                found -> apply(found, result),
                () -> LOG.log(Level.DEBUG, "Payment {0} was settled by another claimer", claimed.id()));
        return payment.map(Payment::status);
    }

    private void apply(Payment payment, ChargeResult result) {
        if (result instanceof ChargeResult.Charged charged) {
            charged(payment, charged.reference());
        } else if (result instanceof ChargeResult.Declined declined) {
            payment.declined(declined.reason(), clock.instant());
            endUncharged(payment, declined.reason());
        } else if (result instanceof ChargeResult.Unclear unclear) {
            unclear(payment, unclear);
        }
    }

    private void charged(Payment payment, String reference) {
        store.tell(payment, payment.charged(reference, clock.instant()));
        if (isOrderCancelled(payment)) {
            refunding.openIfCompleted(payment);
        }
    }

    private void unclear(Payment payment, ChargeResult.Unclear unclear) {
        var now = clock.instant();
        var delay = settings.retry().delay(payment.attempts() + 1, RandomGenerator.getDefault());
        payment.unsettled(unclear.reason(), unclear.mayHaveCharged(), now.plus(delay), now);
        LOG.log(
                Level.WARNING,
                "Attempt {0} on payment {1} settled nothing: {2}",
                payment.attempts(),
                payment.id(),
                unclear.reason());
        if (payment.isUntouched() && (isGivenUp(payment) || isOrderCancelled(payment))) {
            endUncharged(payment, GIVEN_UP);
        }
    }

    private boolean isGivenUp(Payment payment) {
        return payment.attempts() >= settings.maxAttempts();
    }

    private void endUncharged(Payment payment, String reason) {
        if (isOrderCancelled(payment)) {
            payment.cancel();
        } else {
            store.tell(payment, payment.fail(reason));
        }
    }

    private boolean isOrderCancelled(Payment payment) {
        return store.order(payment.orderId()).filter(PayableOrder::isCancelled).isPresent();
    }
}
