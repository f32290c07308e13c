package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.payment.api.CardTokens;
import org.pizzaorders.payment.api.OrderNotPayable;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.entity.Payment;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Service;

/**
 * Opens another payment for an order whose last payment failed. Of two simultaneous requests, the second finds the
 * payment of the first.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class PayingAgain {

    @Inject
    PaymentStore store;

    @Inject
    PaymentSettings settings;

    @Inject
    @TimeOf(Service.PAYMENTS)
    Clock clock;

    protected PayingAgain() {}

    public PayingAgain(PaymentStore store, PaymentSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws InvalidInput with every field that is wrong */
    public Payment pay(PayOrder wish) {
        check(wish);
        var id = wish.orderId();
        var order = store.lockOrder(id)
                .filter(found -> found.isKnown() || found.isCancelled())
                .orElseThrow(() -> new OrderNotPayable(id, "payments have not heard of it yet"));
        if (order.isCancelled()) {
            throw new OrderNotPayable(id, "it is cancelled");
        }
        if (order.isOverdue()) {
            throw new OrderNotPayable(id, "its time to be paid is over");
        }
        requireLastOneFailed(id);
        requireOneMore(id);
        var payment = Payment.byCard(Ids.next(), order, wish.token(), clock.instant());
        store.add(payment);
        return payment;
    }

    private void requireLastOneFailed(UUID orderId) {
        var last = store.lockDecisive(orderId).orElseThrow();
        switch (last.status()) {
            case FAILED -> {}
            case PENDING, PROCESSING ->
                throw new OrderNotPayable(
                        orderId,
                        last.method() == PaymentMethod.CASH
                                ? "it is to be paid in cash on delivery"
                                : "a payment of it is under way");
            case COMPLETED -> throw new OrderNotPayable(orderId, "it is paid");
            case CANCELLED, REFUNDED -> throw new OrderNotPayable(orderId, "its payment was taken back");
        }
    }

    /** Somebody who tries one card after the other is not a customer. */
    private void requireOneMore(UUID orderId) {
        if (store.countOf(orderId) >= settings.maxPayments()) {
            throw new OrderNotPayable(
                    orderId, "it has had " + settings.maxPayments() + " payments, and may have no more: order again");
        }
    }

    /** Only cards are allowed: an order by card cannot be changed to cash. */
    private static void check(PayOrder wish) {
        List<FieldError> errors = new ArrayList<>();
        if (wish.orderId() == null) {
            errors.add(new FieldError("orderId", "is missing: name the order to pay"));
        }
        if (wish.method() == null) {
            errors.add(new FieldError("method", "is missing: CARD is what a failed payment can be repeated by"));
        } else if (wish.method() != PaymentMethod.CARD) {
            errors.add(new FieldError("method", "must be CARD: a failed payment cannot be turned into cash"));
        }
        if (wish.token() == null || wish.token().isBlank()) {
            errors.add(new FieldError("token", "is missing: pass the token that the provider gave for the card"));
        } else {
            CardTokens.fault(wish.token()).ifPresent(fault -> errors.add(new FieldError("token", fault)));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
