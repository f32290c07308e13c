package org.pizzaorders.kafka.inbound.batch;

import static java.util.Objects.requireNonNull;

import jakarta.resource.spi.work.Work;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;

/** One attempt to deliver the current records of a partition, on a thread of the container's pool. */
final class DeliveryWork implements Work {

    private final TopicPartition partition;
    private final Supplier<Optional<DeliveryFailure>> attempt;
    private final Consumer<Result> whenDone;
    private final ThreadWait wait = new ThreadWait();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private enum State {
        WAITING,
        BEGUN,
        WITHDRAWN
    }

    /** How an attempt ended: without a failure if the container has committed it. */
    record Result(DeliveryWork delivery, Optional<DeliveryFailure> failure) {}

    /**
     * @param whenDone called once, on the delivery's thread or on the thread that rejects it; not if it was withdrawn
     */
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
        if (!leaves(State.BEGUN)) {
            return;
        }
        Optional<DeliveryFailure> outcome =
                Optional.of(DeliveryFailure.infrastructure(new IllegalStateException("the delivery did not end")));
        try {
            outcome = attempt.get();
        } catch (RuntimeException | Error e) {
            outcome = Optional.of(DeliveryFailure.infrastructure(e));
        } finally {
            whenDone.accept(new Result(this, outcome));
        }
    }

    /** The container does not run it. It says so at once or later through the listener. */
    void rejected(Exception why) {
        if (leaves(State.BEGUN)) {
            whenDone.accept(new Result(this, Optional.of(DeliveryFailure.infrastructure(why))));
        }
    }

    /**
     * Takes it back if it has not begun. The container may still run it later, but then it does nothing: otherwise it
     * would deliver records that another member has delivered meanwhile.
     *
     * @return false if it has begun
     */
    boolean withdraw() {
        return leaves(State.WITHDRAWN);
    }

    private boolean leaves(State next) {
        boolean waited = state.compareAndSet(State.WAITING, next);
        if (waited) {
            wait.end();
        }
        return waited;
    }

    /** Whether it was accepted but got no thread yet. */
    boolean isStarved() {
        return wait.isLong();
    }

    /** Does nothing, because the poll thread waits for deliveries when it stops. */
    @Override
    public void release() {}
}
