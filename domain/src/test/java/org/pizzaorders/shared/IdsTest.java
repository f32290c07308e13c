package org.pizzaorders.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void areSortedByTheTimeOfCreation() {
        var ids = Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(ids.get(0)).version()).isEqualTo(7);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"1", "1-1-1-1-1", "0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b1z", "margherita"})
    void refusesInvalidOnes(String text) {
        assertThatThrownBy(() -> Ids.parse("id", text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors().get(0).field()).isEqualTo("id"));
    }

    @Test
    void readsUpperAndLowerCase() {
        var id = Ids.next();

        assertThat(Ids.parse("id", id.toString().toUpperCase())).isEqualTo(id);
    }
}
