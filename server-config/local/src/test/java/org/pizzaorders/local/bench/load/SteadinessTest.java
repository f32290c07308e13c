package org.pizzaorders.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SteadinessTest {

    @Test
    void needsThreeWindows() {
        assertThat(Steadiness.reached(List.of(100.0, 100.0))).isFalse();
        assertThat(Steadiness.reached(List.of(100.0, 100.0, 100.0))).isTrue();
    }

    @Test
    void asksOnlyTheLastThreeWindows() {
        assertThat(Steadiness.reached(List.of(10.0, 500.0, 100.0, 102.0, 104.0)))
                .isTrue();
    }

    @Test
    void isNotReachedWhileARateClimbsByFivePerCent() {
        assertThat(Steadiness.reached(List.of(100.0, 102.0, 105.0))).isFalse();
    }

    @Test
    void isNotReachedWhileNothingIsAccepted() {
        assertThat(Steadiness.reached(List.of(0.0, 0.0, 0.0))).isFalse();
    }
}
