package org.pizzaorders.payment.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.pizzaorders.idempotency.ServiceCalls;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.payment.control.PaymentMessaging;
import org.pizzaorders.shared.Service;

/** Payment requests with an idempotency key. */
@Stateless
@Local(IdempotentCalls.class)
public class PaymentCalls extends ServiceCalls {

    @EJB
    PaymentMessaging messaging;

    public PaymentCalls() {
        super(Service.PAYMENTS);
    }

    @Override
    protected DataSource connections() {
        return messaging.connections();
    }
}
