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
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.entity.Payment;
import org.pizzaorders.payment.entity.Refund;
import org.pizzaorders.shared.Ids;

/** What a call that should give money back leaves behind. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Refunding {

    /** What a claim does to a refund. */
    public static final String ON_CLAIM = "version = version + 1";

    private static final Logger LOG = System.getLogger(Refunding.class.getName());

    @Inject
    PaymentStore store;

    @Inject
    PaymentSettings settings;

    @Inject
    Clock clock;

    protected Refunding() {}

    public Refunding(PaymentStore store, PaymentSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Has a completed payment given back as soon as may be. Cash goes back over the counter. */
    public void openIfCompleted(Payment payment) {
        if (payment.status() != PaymentStatus.COMPLETED) {
            return;
        }
        if (payment.method() == PaymentMethod.CASH) {
            store.tell(payment, payment.refunded(null));
        } else {
            store.add(new Refund(Ids.next(), payment, clock.instant()));
        }
    }

    /** What the claimer of a refund needs for its call; empty if there is nothing to do. */
    public Optional<Claimed<RefundRequest>> begin(UUID id) {
        return store.lockRefund(id).filter(Refund::isPending).map(refund -> {
            var payment = paymentOf(refund);
            var request = new RefundRequest(id, payment.id(), payment.providerReference(), refund.amount());
            return new Claimed<>(id, refund.version(), payment.context(), request);
        });
    }

    /** Records the outcome, unless another claimer was faster: the provider answers it the same. */
    public void record(Claimed<RefundRequest> claimed, RefundResult result) {
        store.lockRefund(claimed.id())
                .filter(refund -> refund.version() == claimed.version())
                .ifPresent(refund -> apply(refund, result));
    }

    private void apply(Refund refund, RefundResult result) {
        if (result instanceof RefundResult.Refunded refunded) {
            var payment = paymentOf(refund);
            refund.complete(refunded.reference());
            store.tell(payment, payment.refunded(refunded.reference()));
        } else if (result instanceof RefundResult.Refused refused) {
            refund.refuse(refused.reason());
            LOG.log(Level.ERROR, "Refund {0} needs a person: refused, {1}", refund.id(), refused.reason());
        } else if (result instanceof RefundResult.Unclear unclear) {
            var delay = settings.retry().delay(refund.attempts() + 1, RandomGenerator.getDefault());
            refund.unsettled(clock.instant().plus(delay));
            LOG.log(Level.WARNING, "Refund {0} is tried again in {1}: {2}", refund.id(), delay, unclear.reason());
        }
    }

    private Payment paymentOf(Refund refund) {
        return store.lockPayment(refund.paymentId()).orElseThrow();
    }
}
