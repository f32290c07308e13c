package org.pizzaorders.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1,"b":[true,null]}   | { "b" : [ true , null ],   "a" : 1 }
                    {"a":"Anna"}              | {"\\u0061":"\\u0041nna"}
                    {"a":"/"}                 | {"a":"\\/"}
                    {"a":"\uD83C\uDF55"}      | {"a":"\\ud83c\\uDF55"}
                    {"a":1}                   | {"a":1.0}
                    {"a":100}                 | {"a":1E2}
                    {"a":0}                   | {"a":-0.00}
                    {"a":{"x":1,"y":2}}       | {"a":{"y":2,"x":1}}
                    """)
    void isTheSameForWhatSaysTheSame(String one, String other) {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1}                   | {"a":"1"}
                    {"a":1}                   | {"a":1.1}
                    {"a":9007199254740993}    | {"a":9007199254740992}
                    {"a":0.1}                 | {"a":0.10000000000000001}
                    {"a":null}                | {}
                    {"a":[1,2]}               | {"a":[2,1]}
                    {"a":"x "}                | {"a":"x"}
                    {"a":"é"}                 | {"a":"e\u0301"}
                    {"a":"x","b":"y"}         | {"a":"x\\",1\\"b\\":1\\"y"}
                    {"a":true}                | {"a":"true"}
                    """)
    void isAnotherForWhatSaysSomethingElse(String one, String other) {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    /** What is no JSON, or not in one meaning, is compared as it came. */
    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{\"a\":1", "{\"a\":1,\"a\":2}", "{\"a\":1}{}", "{\"a\":1e99999999999}"})
    void leavesEverythingElse(String body) {
        assertThat(canonical(body)).isEqualTo(body);
    }

    private static String canonical(String json) {
        return new String(Canonical.of(json.getBytes(UTF_8)), UTF_8);
    }
}
