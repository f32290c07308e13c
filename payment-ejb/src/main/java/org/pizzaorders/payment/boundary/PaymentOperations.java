package org.pizzaorders.payment.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pizzaorders.messaging.OperationsDesk;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.payment.control.PaymentMessaging;
import org.pizzaorders.shared.Service;

/** The operators' view of the payment service. */
@Stateless
@Local(ServiceOperations.class)
public class PaymentOperations extends OperationsDesk {

    @Inject
    PaymentMessaging messaging;

    @Inject
    PaymentRedriveWorker worker;

    public PaymentOperations() {
        super(Service.PAYMENTS);
    }

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected void wakeAfterCommit() {
        worker.wakeAfterCommit();
    }
}
