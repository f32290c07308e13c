package org.pizzaorders.kafka.inbound.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private final Neighbours neighbours = new Neighbours();

    @Test
    void areTheOtherPartitionsOfTheSameTopic() {
        neighbours.gotThrough(new TopicPartition("orders", 1), 2);

        assertThat(neighbours.gotThroughSince(ORDERS, 1)).isTrue();
        assertThat(neighbours.gotThroughSince(ORDERS, 2)).isFalse();
    }

    @Test
    void areNotPartitionsOfTopicsThatMayNotNeedWhatIsAway() {
        neighbours.gotThrough(new TopicPartition("menu", 0), 2);
        neighbours.gotThrough(ORDERS, 2);

        assertThat(neighbours.gotThroughSince(ORDERS, 1)).isFalse();
    }
}
