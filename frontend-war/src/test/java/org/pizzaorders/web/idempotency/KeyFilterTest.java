package org.pizzaorders.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.shared.InvalidInput;

class KeyFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\"", "!~"})
    void takesVisibleAscii(String key) {
        assertThat(KeyFilter.checked(List.of(key))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "ключ", "bell\u0007"})
    void refusesEverythingElse(String key) {
        assertThatThrownBy(() -> KeyFilter.checked(List.of(key))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesLongOrRepeatedKeys() {
        assertThat(KeyFilter.checked(List.of("k".repeat(255)))).hasSize(255);
        assertThatThrownBy(() -> KeyFilter.checked(List.of("k".repeat(256)))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> KeyFilter.checked(List.of("one", "two"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void distinguishesRequestsByEachPart() {
        var fingerprint = new Fingerprint().with("ab").with("c").bytes();

        assertThat(new Fingerprint().with("ab").with("c").bytes()).isEqualTo(fingerprint);
        assertThat(new Fingerprint().with("a").with("bc").bytes()).isNotEqualTo(fingerprint);
        assertThat(new Fingerprint().with("ab").with("c").with((String) null).bytes())
                .isNotEqualTo(fingerprint);
    }
}
