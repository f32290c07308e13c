package org.pizzaorders.order.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.pizzaorders.order.control.PaymentDeadlines;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.DueWorkTimer;

/** Asks payments about orders that were not paid in time. Each order is claimed by one instance. */
@Singleton
@Startup
@DependsOn("OrderMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UnpaidOrders extends DueWorkTimer {

    private static final int BATCH = 100;

    @Resource(lookup = "jdbc/orders")
    DataSource dataSource;

    @Inject
    UnpaidOrder order;

    @Override
    protected DueWork<?> work() {
        return new OverdueWork(PaymentDeadlines.table(dataSource), order::ask);
    }

    @Override
    protected int batchSize() {
        return BATCH;
    }
}
