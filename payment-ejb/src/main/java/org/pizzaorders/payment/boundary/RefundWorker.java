package org.pizzaorders.payment.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.messaging.DueTable;
import org.pizzaorders.messaging.DueWork;
import org.pizzaorders.messaging.DueWorkTimer;
import org.pizzaorders.payment.control.PaymentProvider;
import org.pizzaorders.payment.control.PaymentSettings;
import org.pizzaorders.payment.control.ProviderCalls;
import org.pizzaorders.payment.control.Refunding;

/** Has money given back that is due to be. */
@Singleton
@Startup
@DependsOn("PaymentMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefundWorker extends DueWorkTimer {

    @Resource(lookup = "jdbc/payments")
    DataSource dataSource;

    @Resource
    ManagedExecutorService threads;

    @Inject
    PaymentSettings settings;

    @Inject
    PaymentProvider provider;

    @Inject
    RefundRecords records;

    private ProviderCalls calls;

    @Override
    protected DueWork<?> work() {
        var table = new DueTable(dataSource, "payments.refunds", Refunding.ON_CLAIM);
        calls = new ProviderCalls(table, settings, threads, this::refund);
        return calls;
    }

    private void refund(UUID id) {
        records.begin(id).ifPresent(claimed -> {
            try (var bound = claimed.context().bind()) {
                records.record(claimed, provider.refund(claimed.request()));
            }
        });
    }

    @Override
    protected int batchSize() {
        return settings.concurrency();
    }

    @PreDestroy
    void drain() {
        calls.drain(settings.lease());
    }
}
