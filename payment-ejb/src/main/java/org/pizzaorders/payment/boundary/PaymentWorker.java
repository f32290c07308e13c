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
import org.pizzaorders.payment.control.Settlement;

/** Has payments that are due charged. */
@Singleton
@Startup
@DependsOn("PaymentMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentWorker extends DueWorkTimer {

    @Resource(lookup = "jdbc/payments")
    DataSource dataSource;

    @Resource
    ManagedExecutorService threads;

    @Inject
    PaymentSettings settings;

    @Inject
    PaymentProvider provider;

    @Inject
    ChargeRecords records;

    private ProviderCalls calls;

    @Override
    protected DueWork<?> work() {
        var table = new DueTable(dataSource, "payments.payments", Settlement.ON_CLAIM);
        calls = new ProviderCalls(table, settings, threads, this::charge);
        return calls;
    }

    private void charge(UUID id) {
        records.begin(id).ifPresent(claimed -> {
            try (var bound = claimed.context().bind()) {
                records.record(claimed, provider.charge(claimed.request()));
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
