package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WavesTest {

    @Test
    void differentAggregatesGoOutAtOnce() {
        var batch = List.of(event(1, "a"), event(2, "b"), event(3, "c"));

        assertThat(Waves.of(batch)).containsExactly(batch);
    }

    @Test
    void laterEventsOfAnAggregateWaitForEarlierOnes() {
        var waves = Waves.of(List.of(event(1, "a"), event(2, "a"), event(3, "b"), event(4, "a"), event(5, "b")));

        assertThat(waves)
                .extracting(wave -> wave.stream().map(OutgoingEvent::id).toList())
                .containsExactly(List.of(1L, 3L), List.of(2L, 5L), List.of(4L));
    }

    @Test
    void nothingMakesNoWave() {
        assertThat(Waves.of(List.of())).isEmpty();
    }

    private static OutgoingEvent event(long id, String aggregate) {
        return new OutgoingEvent(id, aggregate, "topic", aggregate, "{}", Map.of(), 0);
    }
}
