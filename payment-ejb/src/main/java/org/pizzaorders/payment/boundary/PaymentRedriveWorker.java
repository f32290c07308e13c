package org.pizzaorders.payment.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.pizzaorders.messaging.Redrive;
import org.pizzaorders.messaging.RedriveWorker;
import org.pizzaorders.shared.Service;

/** Applies redriven events and those parked behind them. */
@Singleton
@Startup
@DependsOn("PaymentMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PaymentRedriveWorker extends RedriveWorker {

    @Resource(lookup = "jdbc/payments")
    DataSource dataSource;

    @Inject
    PaymentRedrive redrive;

    public PaymentRedriveWorker() {
        super(Service.PAYMENTS);
    }

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }

    @Override
    protected Redrive redrive() {
        return redrive;
    }
}
