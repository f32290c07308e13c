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
import org.pizzaorders.payment.control.Settlement;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.work.DueTable;

/** Charges due payments. */
@Singleton
@Startup
@DependsOn("PaymentMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentWorker extends ProviderWorker<ChargeRequest> {

    @Inject
    ChargeTransactions records;

    @Override
    protected DueTable table() {
        return new DueTable(dataSource, "payments.payments", Settlement.onClaim(settings.lease()));
    }

    @Override
    protected Optional<Claimed<ChargeRequest>> begin(UUID id) {
        return records.begin(id);
    }

    @Override
    protected void call(Claimed<ChargeRequest> claimed) {
        var next = Optional.of(claimed);
        while (next.isPresent()) {
            var made = next.get();
            next = records.record(made, provider().charge(made.request()));
        }
    }
}
