package org.pizzaorders.web.ops.consumer;

import org.pizzaorders.shared.DomainException;

/** The consumer is not held at that offset: the batch was already skipped, or another instance has the partition. */
final class NoCorruptBatch extends DomainException {

    NoCorruptBatch(CorruptBatch batch, String id) {
        super(
                Kind.CONFLICT,
                "NO_CORRUPT_BATCH",
                "No corrupt batch is held by " + batch.target(id) + " on this server.");
    }
}
