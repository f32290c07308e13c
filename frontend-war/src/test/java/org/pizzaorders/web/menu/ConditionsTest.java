package org.pizzaorders.web.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"x\"", "\"a,b\", W/\"x\"", "*", "junk, \"x\""})
    void knowsATagByTheWeakComparison(String header) {
        assertThat(Conditions.know(List.of(header), "x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"x", "", ",,", "W/x", "w/\"x\"", "\"y\"", "\"x\"y"})
    void anInvalidValidatorIsNoCondition(String header) {
        assertThat(Conditions.know(List.of(header), "x")).isFalse();
    }

    @Test
    void changesWhatTheClientHasReadInWhateverLanguageAndCoding() {
        var tags = Set.of("x", "y");

        assertThat(Conditions.letChange(null, null, tags)).isTrue();
        assertThat(Conditions.letChange(List.of("abc"), null, tags)).isTrue();
        assertThat(Conditions.letChange(List.of("*"), null, tags)).isTrue();
        assertThat(Conditions.letChange(List.of("\"z\", \"y\""), null, tags)).isTrue();
        assertThat(Conditions.letChange(List.of("W/\"x\""), null, tags)).isTrue();
        assertThat(Conditions.letChange(List.of("\"z\""), null, tags)).isFalse();
        assertThat(Conditions.letChange(null, List.of("*"), tags)).isFalse();
        assertThat(Conditions.letChange(null, List.of("\"z\""), tags)).isTrue();
    }

    @Test
    void matchesByTheStrongComparison() {
        assertThat(Conditions.allow(null, "x")).isTrue();
        assertThat(Conditions.allow(List.of("abc"), "x")).isTrue();
        assertThat(Conditions.allow(List.of("\"y\"", "\"x\""), "x")).isTrue();
        assertThat(Conditions.allow(List.of("W/\"x\""), "x")).isFalse();
        assertThat(Conditions.allow(List.of("\"y\""), "x")).isFalse();
    }
}
