package org.pizzaorders.web.ops.consumer;

import org.pizzaorders.shared.DomainException;

/** Another instance has the partition, or none has it, or the consumer does not read the topic. */
final class PartitionNotHere extends DomainException {

    PartitionNotHere(ConsumerSeek seek, String id) {
        super(
                Kind.CONFLICT,
                "PARTITION_NOT_HERE",
                "The consumer " + id + " has nothing of " + seek.topic() + " that fits on this server.");
    }
}
