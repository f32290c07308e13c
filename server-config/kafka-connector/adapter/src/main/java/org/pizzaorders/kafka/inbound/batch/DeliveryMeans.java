package org.pizzaorders.kafka.inbound.batch;

import jakarta.resource.spi.work.WorkManager;
import org.pizzaorders.kafka.inbound.endpoint.Deliverer;

/** What all consumers of an activation share for their deliveries. */
public record DeliveryMeans(
        WorkManager workManager, Deliverer deliverer, OutcomeHandler outcomes, DeliverySlots slots) {}
