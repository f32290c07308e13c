package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present in the precision that the database keeps, so that an order is told the same before and after. */
@ApplicationScoped
public class Now {

    @Inject
    Clock clock;

    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
