package org.pizzaorders.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallFilterTest {

    @Test
    void passesOnNoTraceThatIsNone() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertThat(CallFilter.traceparent(trace)).isEqualTo(trace);
        assertThat(CallFilter.traceparent("x\r\ny")).isNull();
        assertThat(CallFilter.traceparent(null)).isNull();
    }
}
