package org.pizzaorders.web.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapesTest {

    @Test
    void seesEscapesThatAreNone() {
        assertThat(Escapes.areWhole("/a%20b")).isTrue();
        assertThat(Escapes.areWhole(null)).isTrue();
        assertThat(Escapes.areWhole("status=%zz")).isFalse();
        assertThat(Escapes.areWhole("/a%2")).isFalse();
    }

    @Test
    void decodesEachOctetAndLeavesTheRest() {
        assertThat(new String(Escapes.decoded("caf%C3%a9+ü%2B%00"), UTF_8)).isEqualTo("café+ü+\0");
        assertThat(Escapes.decoded("%ff")).containsExactly(0xff);
        assertThat(Escapes.decoded("")).isEmpty();
    }
}
