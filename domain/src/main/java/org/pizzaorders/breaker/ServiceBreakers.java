package org.pizzaorders.breaker;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.operations.api.BreakerNotFound;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.BreakerView;
import org.pizzaorders.operations.api.Breakers;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Reasons;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Service;

/**
 * The breakers of one service. Each service has one subclass, a {@code @Singleton} with bean-managed concurrency that
 * starts after the service's messaging, which creates the table. It has two views: {@link Breakers} for operators, each
 * call a transaction, and its own class for the service. Each server instance counts its own calls. Overrides are in the
 * service's schema, so they hold on every instance and survive restarts.
 */
public abstract class ServiceBreakers implements Breakers {

    @Inject
    protected Clock clock;

    protected final SteadyClock steady = SteadyClock.started();

    private final Service service;
    private final List<String> names;
    private final Map<String, Breaker> breakers = new LinkedHashMap<>();
    private BreakerOverrides overrides;

    protected ServiceBreakers(Service service, List<String> names) {
        this.service = service;
        this.names = List.copyOf(names);
    }

    /** The service's own data source, which takes part in JTA. */
    protected abstract DataSource dataSource();

    /** The audit of the service's messaging, which records what operators do. */
    protected abstract OperatorActions audit();

    protected BreakerSettings settings() {
        return BreakerSettings.configured();
    }

    @PostConstruct
    protected void open() {
        overrides = new BreakerOverrides(new BreakerTable(service, dataSource()), steady);
        var settings = settings();
        for (var name : names) {
            breakers.put(name, new Breaker(name, settings, () -> overrides.of(name), clock, steady));
        }
    }

    /** For the service itself: the breaker to make calls through. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Breaker breaker(String name) {
        return Optional.ofNullable(breakers.get(name)).orElseThrow(() -> new BreakerNotFound(name));
    }

    @Override
    public List<BreakerView> breakers() {
        return breakers.values().stream().map(breaker -> breaker.view(service)).toList();
    }

    @Override
    public BreakerView force(String name, BreakerOverride override, String reason, String by) {
        var breaker = breaker(name);
        if (override == null) {
            throw new InvalidInput(List.of(new FieldError("override", "must be NONE, OPEN or CLOSED")));
        }
        var why = Reasons.required(reason);
        overrides.set(name, override);
        audit().record(new OperatorAction("breaker.force." + override, name, why, by, 1));
        return breaker.view(service);
    }
}
