package org.pizzaorders.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pizzaorders.shared.FieldError;

class DataRulesTest {

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("currency", "rub"),
                Arguments.of("currency", "XXX"),
                Arguments.of("currency", 643),
                Arguments.of("amount", 12.5),
                Arguments.of("amount", "100"),
                Arguments.of("amount", -1),
                Arguments.of("amount", Double.NaN),
                Arguments.of("amount", new BigInteger("18446744073709551617")),
                Arguments.of("amount", new BigDecimal("1E+1000000000")),
                Arguments.of("method", "card"),
                Arguments.of("text", List.of("a")),
                Arguments.of("text", "a".repeat(4_001)),
                Arguments.of("text", " ".repeat(60_000)),
                Arguments.of("text", "a\u0000b"),
                Arguments.of("subject", 5),
                Arguments.of("name", "Eve"),
                Arguments.of("order", Map.of("number", "1")),
                Arguments.of("note", Map.of("a", "b")),
                Arguments.of("note", List.of()),
                Arguments.of("note", new BigDecimal("1E-400")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesAValueOfAnotherTypeThanTheTemplateExpects(String name, Object value) {
        assertThat(DataRules.check(Map.of(name, value)))
                .extracting(FieldError::field)
                .containsExactly("data." + name);
    }

    @Test
    void acceptsTextsNumbersAndBooleans() {
        var data = new HashMap<String, Object>(Map.of(
                "amount",
                new BigDecimal("12500.0"),
                "currency",
                "KWD",
                "method",
                "CASH",
                "text",
                "One\nTwo",
                "table",
                12));
        data.put("vip", true);
        data.put("subject", null);
        data.put("reason", " ");

        assertThat(DataRules.check(data)).isEmpty();
    }

    @Test
    void refusesNamesThatNoTemplateCanUse() {
        assertThat(DataRules.check(Collections.singletonMap("a b<script>", "x")))
                .extracting(FieldError::field)
                .containsExactly("data");
    }
}
