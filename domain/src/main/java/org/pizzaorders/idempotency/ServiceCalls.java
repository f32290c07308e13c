package org.pizzaorders.idempotency;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.idempotency.api.KeptAnswer;
import org.pizzaorders.idempotency.api.KeyedCall;
import org.pizzaorders.messaging.Service;

/**
 * Keyed calls of one service. Each service has one subclass, {@code @Stateless}. The transaction begins here, and the
 * service's own beans join it.
 */
public abstract class ServiceCalls implements IdempotentCalls {

    private static final Logger LOG = System.getLogger(ServiceCalls.class.getName());
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PURGED_AT_A_TIME = 10_000;

    private final Service service;
    private KeptAnswers answers;

    protected ServiceCalls(Service service) {
        this.service = service;
    }

    /** Those of the service's messaging, so that keys and effects share one in a transaction. */
    protected abstract DataSource connections();

    @PostConstruct
    void prepare() {
        var retention = ConfigProvider.getConfig()
                .getOptionalValue("pizza.idempotency.retention", Duration.class)
                .orElse(DAY);
        answers = new KeptAnswers(service, connections(), retention);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public KeptAnswer answer(KeyedCall call, Supplier<KeptAnswer> work) {
        return answers.answer(call, work);
    }

    /**
     * On each instance; rows that another one is deleting are passed over. Throws nothing: a server takes the timer away
     * from whoever does so twice, and the keys would then stay for ever.
     */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void purge() {
        try {
            while (answers.purge(PURGED_AT_A_TIME) == PURGED_AT_A_TIME) {
                // there is more
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Answers that are over are not forgotten yet: {0}", e.getMessage());
        }
    }
}
