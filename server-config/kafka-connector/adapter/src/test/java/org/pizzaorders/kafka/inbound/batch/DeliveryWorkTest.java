package org.pizzaorders.kafka.inbound.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeliveryWorkTest {

    private final AtomicInteger attempts = new AtomicInteger();
    private final List<DeliveryWork.Result> results = new ArrayList<>();
    private final DeliveryWork delivery = new DeliveryWork(
            new TopicPartition("orders", 0),
            () -> {
                attempts.incrementAndGet();
                return Optional.empty();
            },
            results::add);

    @Test
    void doesNothingAfterItWasWithdrawn() {
        assertThat(delivery.withdraw()).isTrue();

        delivery.run();
        delivery.rejected(new IllegalStateException("planted"));

        assertThat(attempts).hasValue(0);
        assertThat(results).isEmpty();
        assertThat(delivery.isStarved()).isFalse();
    }

    @Test
    void isWithdrawnOnlyBeforeItBegins() {
        delivery.run();

        assertThat(delivery.withdraw()).isFalse();
        assertThat(results)
                .singleElement()
                .satisfies(each -> assertThat(each.failure()).isEmpty());
    }

    @Test
    void doesNotRunAfterTheContainerRejectedIt() {
        delivery.rejected(new IllegalStateException("planted"));

        delivery.run();

        assertThat(attempts).hasValue(0);
        assertThat(results)
                .singleElement()
                .satisfies(each -> assertThat(each.failure()).isPresent());
    }
}
