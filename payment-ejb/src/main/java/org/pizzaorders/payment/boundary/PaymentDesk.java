package org.pizzaorders.payment.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Reasons;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentNotFound;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.Payments;
import org.pizzaorders.payment.control.PayingAgain;
import org.pizzaorders.payment.control.PaymentMessaging;
import org.pizzaorders.payment.control.PaymentStore;
import org.pizzaorders.payment.control.Refunding;

/** Payments as others see them. */
@Stateless
@Local(Payments.class)
public class PaymentDesk implements Payments {

    @Inject
    PaymentStore store;

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
        messaging.audit().record(new OperatorAction("payment.refund", id.toString(), Reasons.told(reason), by, 1));
        refunds.wakeAfterCommit();
        return store.view(payment);
    }

    @Override
    public PaymentView payment(UUID id) {
        return store.payment(id).map(store::view).orElseThrow(() -> new PaymentNotFound(id));
    }

    @Override
    public List<PaymentView> ofOrder(UUID orderId) {
        return store.ofOrder(orderId).stream().map(store::view).toList();
    }
}
