package org.pizzaorders.order.control;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What administrators can set about orders.
 *
 * @param paymentTimeLimit how long an order by card waits for its money, from its creation and whatever failed meanwhile
 */
public record OrderSettings(Duration paymentTimeLimit) {

    static OrderSettings of(Config config) {
        return new OrderSettings(config.getOptionalValue("pizza.order.payment-time-limit", Duration.class)
                .orElse(Duration.ofMinutes(30)));
    }
}
