package org.pizzaorders.order.boundary;

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
@DependsOn("OrderMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OrderRedriveWorker extends RedriveWorker {

    @Resource(lookup = "jdbc/orders")
    DataSource dataSource;

    @Inject
    OrderRedrive redrive;

    public OrderRedriveWorker() {
        super(Service.ORDERS);
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
