package org.pizzaorders.payment.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
 * Makes due calls to the provider: claims rows by lease, calls the provider outside any transaction, and records the
 * result in a new transaction. Subclasses define the rows and the call; they are {@code @Singleton @Startup} like every
 * due work.
 *
 * @param <Q> the request to the provider
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
    private ProviderCalls<Claimed<Q>> calls;

    /** The rows that fall due. */
    protected abstract DueTable table();

    /** What the claimer needs for its calls, read together; leaves out rows that {@link #begin(UUID)} must handle. */
    protected Map<UUID, Claimed<Q>> begin(List<UUID> ids) {
        return Map.of();
    }

    /** The data that the claimer needs for its call, read in its own transaction; empty if there is nothing to do. */
    protected abstract Optional<Claimed<Q>> begin(UUID id);

    /** Calls the provider and records the answer. Runs on its own thread, outside any transaction. */
    protected abstract void call(Claimed<Q> claimed);

    @Override
    protected DueWork<?> work() {
        var breaker = breakers.breaker(PaymentBreakers.PROVIDER);
        guarded = new GuardedProvider(provider, breaker);
        calls = new ProviderCalls<>(table(), settings, breaker::permits, threads, this::begin, this::run);
        return calls;
    }

    /** The provider behind its breaker; the result says if the breaker blocked the call. */
    protected PaymentProvider provider() {
        return guarded;
    }

    private void run(UUID id, Optional<Claimed<Q>> begun) {
        begun.or(() -> begin(id)).ifPresent(claimed -> {
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
