package org.pizzaorders.payment.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentNotFound;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.Payments;
import org.pizzaorders.payment.control.PayingAgain;
import org.pizzaorders.payment.control.PaymentStore;
import org.pizzaorders.payment.entity.Payment;

/** Payments as others see them. */
@Stateless
@Local(Payments.class)
public class PaymentDesk implements Payments {

    @Inject
    PaymentStore store;

    @Inject
    PayingAgain payingAgain;

    @Inject
    PaymentWorker worker;

    @Override
    public PaymentView pay(PayOrder order) {
        var payment = payingAgain.pay(order);
        worker.wakeAfterCommit();
        return payment.view();
    }

    @Override
    public PaymentView payment(UUID id) {
        return store.payment(id).map(Payment::view).orElseThrow(() -> new PaymentNotFound(id));
    }

    @Override
    public List<PaymentView> ofOrder(UUID orderId) {
        return store.ofOrder(orderId).stream().map(Payment::view).toList();
    }
}
