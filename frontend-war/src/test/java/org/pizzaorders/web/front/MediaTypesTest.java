package org.pizzaorders.web.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "Application/JSON;charset=UTF-8, true",
        "application/json;charset=utf8, true",
        "application/json;charset=\"utf-8\", true",
        "application/json; version=1;, true",
        "'text/plain, application/json', true",
        "'text/plain;a=\"x, application/json\"', false",
        "application/json;charset=latin1, false",
        "text/plain, false",
        "*/*, false",
        "foo, false",
        "'', false"
    })
    void takesABodyThatIsJsonInUtf8ByOneOfItsTypes(String contentType, boolean taken) {
        assertThat(MediaTypes.isJson(List.of("text/plain", contentType))).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json;q=abc | ''",
                "application/json;q=7 | ''",
                "*/* | application/json",
                "* | application/json",
                "application/*;q=0.5 | application/json;q=0.5",
                "application/json;charset=iso-8859-1 | application/json",
                "text/html, */*;q=0.8 | application/json;q=0.8, text/html",
                "text/event-stream | text/event-stream",
                "*/*, application/json;q=0 | application/nothing",
                "nonsense[] | ''",
                "'' | ''"
            })
    void namesWhatAClientTakes(String header, String accepted) {
        assertThat(MediaTypes.accepted(header)).isEqualTo(accepted);
    }

    @Test
    void readsLongHeadersInOnePass() {
        assertThat(MediaTypes.accepted(" ".repeat(100_000) + ";q=" + "1".repeat(100_000)))
                .isEmpty();
        assertThat(MediaTypes.accepted("\"".repeat(100_001))).isEmpty();
    }
}
