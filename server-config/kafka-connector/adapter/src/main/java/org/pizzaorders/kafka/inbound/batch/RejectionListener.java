package org.pizzaorders.kafka.inbound.batch;

import jakarta.resource.spi.work.WorkAdapter;
import jakarta.resource.spi.work.WorkEvent;

/** Hears of a delivery that the container had accepted and does not run after all. */
final class RejectionListener extends WorkAdapter {

    private final DeliveryWork delivery;

    RejectionListener(DeliveryWork delivery) {
        this.delivery = delivery;
    }

    @Override
    public void workRejected(WorkEvent event) {
        delivery.rejected(event.getException());
    }
}
