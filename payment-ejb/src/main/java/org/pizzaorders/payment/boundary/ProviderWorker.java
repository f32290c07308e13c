package org.pizzaorders.payment.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.payment.control.Claimed;
import org.pizzaorders.payment.control.PaymentSettings;
import org.pizzaorders.payment.control.ProviderCalls;
import org.pizzaorders.payment.provider.GuardedProvider;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.DueWorkTimer;

/**
 * Rows that are due a call of the provider: claimed by lease, asked about outside any transaction, recorded in one of
 * its own. Subclasses say which rows, and what to ask; they are {@code @Singleton @Startup} like every due work.
 *
 * @param <Q> what is asked
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class ProviderWorker<Q> extends DueWorkTimer {

    @Resource(lookup = "jdbc/payments")
    DataSource dataSource;

    @Resource
    ManagedExecutorService threads;

    @Inject
    PaymentSettings settings;

    @Inject
    PaymentProvider provider;

    @EJB
    PaymentBreakers breakers;

    private PaymentProvider guarded;
    private ProviderCalls calls;

    /** The rows that fall due. */
    protected abstract DueTable table();

    /** What the claimer needs for its call, read in a transaction of its own; empty if there is nothing to do. */
    protected abstract Optional<Claimed<Q>> begin(UUID id);

    /** Asks the provider and records what it said. On a thread of its own, outside any transaction. */
    protected abstract void call(Claimed<Q> claimed);

    @Override
    protected DueWork<?> work() {
        var breaker = breakers.breaker(PaymentBreakers.PROVIDER);
        guarded = new GuardedProvider(provider, breaker);
        calls = new ProviderCalls(table(), settings, breaker::permits, threads, this::run);
        return calls;
    }

    /** To be asked: says so in its result if the breaker lets no call out. */
    protected PaymentProvider provider() {
        return guarded;
    }

    private void run(UUID id) {
        begin(id).ifPresent(claimed -> {
            try (var bound = claimed.context().bind()) {
                call(claimed);
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
