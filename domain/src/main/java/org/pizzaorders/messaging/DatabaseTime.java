package org.pizzaorders.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pizzaorders.database.LaterClock;
import org.pizzaorders.shared.Service;

/**
 * The clocks that beans of each service get injected by {@link TimeOf}. Injection may come before the service's messaging
 * has asked its database for the time; whoever asks for the time comes after it.
 */
@ApplicationScoped
class DatabaseTime {

    private static final Map<Service, Clock> CLOCKS = new ConcurrentHashMap<>();

    static void isToldBy(Service service, Clock clock) {
        CLOCKS.put(service, clock);
    }

    /** For every service: the value of the qualifier does not bind. */
    @Produces
    @TimeOf(Service.ORDERS)
    static Clock clock(InjectionPoint point) {
        var service = point.getQualifiers().stream()
                .filter(TimeOf.class::isInstance)
                .map(each -> ((TimeOf) each).value())
                .findFirst()
                .orElseThrow();
        return new LaterClock(() -> CLOCKS.get(service));
    }
}
