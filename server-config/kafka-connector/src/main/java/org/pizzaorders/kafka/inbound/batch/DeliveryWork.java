package org.pizzaorders.kafka.inbound.batch;

import static java.util.Objects.requireNonNull;

import jakarta.resource.spi.work.Work;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;

/** One attempt at what a partition has at hand, on a thread of its own from the container's pool. */
final class DeliveryWork implements Work {

    private final TopicPartition partition;
    private final Supplier<Optional<DeliveryFailure>> attempt;
    private final Consumer<Result> whenDone;

    /** How an attempt ended: without a failure if the container has committed it. */
    record Result(DeliveryWork delivery, Optional<DeliveryFailure> failure) {}

    /** @param whenDone called once, on the delivery's thread */
    DeliveryWork(TopicPartition partition, Supplier<Optional<DeliveryFailure>> attempt, Consumer<Result> whenDone) {
        this.partition = requireNonNull(partition);
        this.attempt = requireNonNull(attempt);
        this.whenDone = requireNonNull(whenDone);
    }

    TopicPartition partition() {
        return partition;
    }

    @Override
    public void run() {
        Throwable failure = new IllegalStateException("the delivery did not end");
        Optional<DeliveryFailure> outcome = Optional.empty();
        try {
            outcome = attempt.get();
            failure = null;
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            whenDone.accept(
                    new Result(this, failure == null ? outcome : Optional.of(DeliveryFailure.infrastructure(failure))));
        }
    }

    /** The poll thread waits for deliveries when it stops, so there is nothing to hurry here. */
    @Override
    public void release() {}
}
