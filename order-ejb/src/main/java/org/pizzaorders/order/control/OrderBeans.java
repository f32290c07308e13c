package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.ConfigProvider;

/** Produces injectable objects that are not beans themselves. */
@ApplicationScoped
class OrderBeans {

    @Produces
    static OrderSettings settings() {
        return OrderSettings.of(ConfigProvider.getConfig());
    }
}
