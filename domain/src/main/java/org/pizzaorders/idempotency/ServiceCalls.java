package org.pizzaorders.idempotency;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.idempotency.api.KeptAnswer;
import org.pizzaorders.idempotency.api.KeyedCall;
import org.pizzaorders.shared.Service;

/**
 * Keyed calls of one service. Each service has one subclass, {@code @Stateless}. The transaction begins here, and the
 * service's own beans join it.
 */
public abstract class ServiceCalls implements IdempotentCalls {

    private static final Duration DAY = Duration.ofDays(1);

    private final Service service;
    private KeptAnswers answers;

    protected ServiceCalls(Service service) {
        this.service = service;
    }

    /** The connections of the service's messaging, so that keys and effects share one connection in a transaction. */
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
}
