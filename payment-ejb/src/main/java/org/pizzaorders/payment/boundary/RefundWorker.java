package org.pizzaorders.payment.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.payment.control.Claimed;
import org.pizzaorders.payment.control.Refunding;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.work.DueTable;

/** Makes due refunds. */
@Singleton
@Startup
@DependsOn("PaymentMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefundWorker extends ProviderWorker<RefundRequest> {

    @Inject
    RefundTransactions records;

    @Override
    protected DueTable table() {
        return new DueTable(dataSource, "payments.refunds", Refunding.onClaim(settings.lease()));
    }

    @Override
    protected Optional<Claimed<RefundRequest>> begin(UUID id) {
        return records.begin(id);
    }

    @Override
    protected void call(Claimed<RefundRequest> claimed) {
        records.record(claimed, provider().refund(claimed.request()));
    }
}
