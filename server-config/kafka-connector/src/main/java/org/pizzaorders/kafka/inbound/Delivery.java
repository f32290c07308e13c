package org.pizzaorders.kafka.inbound;

import static java.util.Objects.requireNonNull;

import jakarta.resource.spi.work.Work;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.ConsumedRecord;

/** One attempt at one batch, on a thread of its own from the container's pool. */
final class Delivery implements Work {

    private final TopicPartition partition;
    private final List<ConsumedRecord> batch;
    private final Deliverer deliverer;
    private final Consumer<Result> whenDone;

    /** How an attempt ended: {@code failure} is null if the container committed it. */
    record Result(Delivery delivery, Throwable failure) {}

    /** @param whenDone called once, on the delivery's thread */
    Delivery(TopicPartition partition, List<ConsumedRecord> batch, Deliverer deliverer, Consumer<Result> whenDone) {
        this.partition = requireNonNull(partition);
        this.batch = requireNonNull(batch);
        this.deliverer = requireNonNull(deliverer);
        this.whenDone = requireNonNull(whenDone);
    }

    TopicPartition partition() {
        return partition;
    }

    @Override
    public void run() {
        Throwable failure = new IllegalStateException("the delivery did not end");
        try {
            failure = deliverer.deliver(batch);
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            whenDone.accept(new Result(this, failure));
        }
    }

    /** The poll thread waits for deliveries when it stops, so there is nothing to hurry here. */
    @Override
    public void release() {}
}
