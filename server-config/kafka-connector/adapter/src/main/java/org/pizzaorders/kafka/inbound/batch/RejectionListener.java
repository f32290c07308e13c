package org.pizzaorders.kafka.inbound.batch;

import jakarta.resource.spi.work.WorkAdapter;
import jakarta.resource.spi.work.WorkEvent;

/** Is notified of a delivery that the container accepted but will not run. */
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
