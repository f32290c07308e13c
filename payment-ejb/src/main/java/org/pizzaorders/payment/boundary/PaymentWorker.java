package org.pizzaorders.payment.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.payment.control.Answered;
import org.pizzaorders.payment.control.Claimed;
import org.pizzaorders.payment.control.Settlement;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.GroupCommit;

/** Charges due payments. Answers of the provider that arrive at about the same time are recorded together. */
@Singleton
@Startup
@DependsOn("PaymentMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentWorker extends ProviderWorker<ChargeRequest> {

    private static final int MOST_ANSWERS = 100;

    @Inject
    ChargeTransactions records;

    private final GroupCommit<Answered, Optional<Claimed<ChargeRequest>>> answers =
            new GroupCommit<>(group -> records.record(group), answer -> records.record(answer), MOST_ANSWERS);

    @Override
    protected DueTable table() {
        return new DueTable(dataSource, "payments.payments", Settlement.onClaim(settings.lease()));
    }

    @Override
    protected Map<UUID, Claimed<ChargeRequest>> begin(List<UUID> ids) {
        return records.begin(ids);
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
            next = answers.run(new Answered(made, provider().charge(made.request())));
        }
    }
}
