package org.pizzaorders.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallContextTest {

    @Test
    void appliesUntilItsScopeEndsAndThenTheOneBefore() {
        try (var outer = CallContext.of("outer", null).bind()) {
            try (var inner = CallContext.of("inner", null).bind()) {
                assertThat(CallContext.current().correlationId()).isEqualTo("inner");
            }
            assertThat(CallContext.current().correlationId()).isEqualTo("outer");
        }
        assertThat(CallContext.current().correlationId()).isNotEqualTo("outer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "ünï", "<script>"})
    void replacesIdsThatCouldDoHarmInALog(String id) {
        assertThat(CallContext.of(id, null).correlationId()).isNotEqualTo(id).hasSize(36);
        assertThat(CallContext.of("x".repeat(65), null).correlationId()).hasSize(36);
    }
}
