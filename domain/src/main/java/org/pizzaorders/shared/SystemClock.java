package org.pizzaorders.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that beans get injected; tests hand them a fixed one. */
@ApplicationScoped
class SystemClock {

    @Produces
    static Clock clock() {
        return Clock.systemUTC();
    }
}
