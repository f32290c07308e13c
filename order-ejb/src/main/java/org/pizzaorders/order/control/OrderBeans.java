package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.ConfigProvider;

/** What beans of orders get injected and is no bean itself. */
@ApplicationScoped
class OrderBeans {

    @Produces
    static OrderSettings settings() {
        return OrderSettings.of(ConfigProvider.getConfig());
    }
}
