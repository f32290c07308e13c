package org.pizzaorders.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "*", "/api/v1/menu", "/api/v1/menu/", "/a%20b", "/%d0%bf", "/img/a.b-c_d~e.svg", "/..."})
    void readsPlainPaths(String path) {
        assertThat(Paths.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/%",
                "/%z1",
                "/a%2",
                "/%00",
                "/%0A",
                "/%7f",
                "/%ff",
                "//",
                "/a//b",
                "/.",
                "/a/..",
                "/a/../b",
                "/a/%2E%2e/b",
                "/%2e",
                "/a;b",
                "/a%3Bb",
                "/a\\b",
                "/a%5Cb",
                "/a%2Fb"
            })
    void refusesPathsThatServersReadDifferently(String path) {
        assertThat(Paths.isPlain(path)).isFalse();
    }
}
