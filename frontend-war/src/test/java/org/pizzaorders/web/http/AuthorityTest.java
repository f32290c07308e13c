package org.pizzaorders.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "pizza_shop:80",
                "10.0.0.1",
                "[::1]:8080",
                "[::1]",
                "a.test.",
                "a:"
            })
    void takesNamesAndNumbersWithAndWithoutAPort(String host) {
        assertThat(Authority.isPlain(List.of(host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":80", "a:b", "a:b:c", "a b", "a/b", "a,b", "u@a", "[::1", "::1", "<a>", "a:800000", "\u043f"
            })
    void refusesWhatServersReadEachInTheirWay(String host) {
        assertThat(Authority.isPlain(List.of(host))).isFalse();
    }

    @Test
    void takesNoneAsLongAgoAndNeverTwo() {
        assertThat(Authority.isPlain(List.of())).isTrue();
        assertThat(Authority.isPlain(List.of("a", "a"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/menu, /api/v1/menu",
        "http://a.test/api/v1/menu, /api/v1/menu",
        "HTTPS://[::1]:8080/api, /api",
        "http://a.test, /",
        "*, *",
        "http:///api, http:///api",
        "http://a b/api, http://a b/api",
        "ftp://a/api, ftp://a/api"
    })
    void findsThePathInAWholeAddress(String target, String path) {
        assertThat(Authority.path(target)).isEqualTo(path);
    }
}
