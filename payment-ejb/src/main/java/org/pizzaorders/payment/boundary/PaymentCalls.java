package org.pizzaorders.payment.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.pizzaorders.idempotency.ServiceCalls;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.messaging.Service;

/** Payments that are asked for under a key. */
@Stateless
@Local(IdempotentCalls.class)
public class PaymentCalls extends ServiceCalls {

    @Resource(lookup = "jdbc/payments")
    DataSource dataSource;

    public PaymentCalls() {
        super(Service.PAYMENTS);
    }

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }
}
