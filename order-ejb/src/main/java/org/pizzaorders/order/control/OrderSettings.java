package org.pizzaorders.order.control;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.pizzaorders.shared.text.DefaultRegion;

/**
 * What administrators can set about orders.
 *
 * @param paymentTimeLimit how long an order by card waits for its payment, counted from its creation, also after failed
 *     payments
 * @param region country of phone numbers without a country code
 */
public record OrderSettings(Duration paymentTimeLimit, DefaultRegion region) {

    static OrderSettings of(Config config) {
        return new OrderSettings(
                config.getOptionalValue("pizza.order.payment-time-limit", Duration.class)
                        .orElse(Duration.ofMinutes(30)),
                DefaultRegion.of(config));
    }
}
