package org.pizzaorders.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pizzaorders.local.part.LocalRunException;

class PreflightTest {

    @Test
    void saysWhatToDoAboutAnOlderJdk() {
        assertThatThrownBy(() -> Preflight.requireJava(11))
                .isInstanceOf(LocalRunException.class)
                .hasMessageContaining("JDK 17")
                .hasMessageContaining("JAVA_HOME");
        assertThatCode(() -> Preflight.requireJava(17)).doesNotThrowAnyException();
    }

    @Test
    void saysHowMuchMemoryIsMissing() {
        assertThatThrownBy(() -> Preflight.requireMemory(900)).hasMessageContaining("900 MB");
        assertThatCode(() -> Preflight.requireMemory(4_000)).doesNotThrowAnyException();
    }
}
