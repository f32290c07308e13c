package org.pizzaorders.kafka.inbound.batch;

import jakarta.resource.spi.work.WorkManager;
import org.pizzaorders.kafka.inbound.endpoint.Deliverer;

/** What the consumers of an activation deliver by, all of them by the same. */
public record DeliveryMeans(
        WorkManager workManager, Deliverer deliverer, OutcomeHandler outcomes, DeliverySlots slots) {}
