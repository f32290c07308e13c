package org.pizzaorders.payment.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Reasons;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentDecision;
import org.pizzaorders.payment.api.PaymentNotFound;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.Payments;
import org.pizzaorders.payment.api.StuckPayment;
import org.pizzaorders.payment.control.PayingAgain;
import org.pizzaorders.payment.control.PaymentLists;
import org.pizzaorders.payment.control.PaymentMessaging;
import org.pizzaorders.payment.control.PaymentStore;
import org.pizzaorders.payment.control.Refunding;
import org.pizzaorders.payment.control.Settlement;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

/** The public interface of payments. */
@Stateless
@Local(Payments.class)
public class PaymentDesk implements Payments {

    @Inject
    PaymentStore store;

    @Inject
    PaymentLists lists;

    @Inject
    Settlement settlement;

    @Inject
    PayingAgain payingAgain;

    @Inject
    Refunding refunding;

    @Inject
    PaymentMessaging messaging;

    @Inject
    PaymentWorker worker;

    @Inject
    RefundWorker refunds;

    @Override
    public PaymentView pay(PayOrder order) {
        var payment = payingAgain.pay(order);
        worker.wakeAfterCommit();
        return store.view(payment);
    }

    @Override
    public PaymentView refund(UUID id, String reason, String by) {
        var payment = refunding.demand(id);
        messaging.audit().record(new OperatorAction("payment.refund", id.toString(), Reasons.required(reason), by, 1));
        refunds.wakeAfterCommit();
        return store.view(payment);
    }

    @Override
    public PaymentView payment(UUID id) {
        return store.payment(id).map(store::view).orElseThrow(() -> new PaymentNotFound(id));
    }

    @Override
    public Page<PaymentView> ofOrder(UUID orderId, PageRequest page) {
        return lists.ofOrder(orderId, page);
    }

    @Override
    public Page<StuckPayment> stuck(PageRequest page) {
        return lists.stuck(page);
    }

    @Override
    public PaymentView decide(UUID id, PaymentDecision decision, String reason, String by) {
        var payment = switch (decision) {
            case CHARGED -> settlement.decide(id, true);
            case NOT_CHARGED -> settlement.decide(id, false);
            case REFUNDED -> refunding.wentBackOtherwise(id);
        };
        messaging
                .audit()
                .record(new OperatorAction("payment.decide", id + " " + decision, Reasons.required(reason), by, 1));
        refunds.wakeAfterCommit();
        return store.view(payment);
    }
}
