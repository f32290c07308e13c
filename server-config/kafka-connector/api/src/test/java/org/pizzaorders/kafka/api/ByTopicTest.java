package org.pizzaorders.kafka.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ByTopicTest {

    private final List<String> heard = new ArrayList<>();
    private final ByTopic byTopic =
            ByTopic.of("orders", records -> heard.add("an order")).and("menu", records -> heard.add("a menu"));

    @Test
    void eachTopicHasItsListener() {
        byTopic.onRecords(of("menu"));
        byTopic.onRecords(of("orders"));

        assertThat(heard).containsExactly("a menu", "an order");
    }

    @Test
    void otherTopicsAreRefusedUnlessSomebodyTakesThem() {
        assertThatThrownBy(() -> byTopic.onRecords(of("payments"))).isInstanceOf(UnprocessableRecordException.class);

        byTopic.otherwise(records -> heard.add("another")).onRecords(of("payments"));

        assertThat(heard).containsExactly("another");
    }

    @Test
    void aTopicHasOneListener() {
        assertThatThrownBy(() -> byTopic.and("menu", records -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<ConsumedRecord> of(String topic) {
        return List.of(new ConsumedRecord(topic, 0, 0, Instant.EPOCH, null, new byte[0], Map.of()));
    }
}
