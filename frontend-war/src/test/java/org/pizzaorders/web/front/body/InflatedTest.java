package org.pizzaorders.web.front.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.InvalidInput;

class InflatedTest {

    @Test
    void readsWhatWasGzipped() throws IOException {
        var gzipped = Gzip.of("pizza".getBytes());

        assertThat(new Inflated(new ByteArrayInputStream(gzipped)).readAllBytes())
                .asString()
                .isEqualTo("pizza");
    }

    @Test
    void invalidOrIncompleteGzipIsTheClientsFault() throws IOException {
        var half = Arrays.copyOf(Gzip.of(new byte[10_000]), 15);

        for (var body : new byte[][] {"{}".getBytes(), {}, half}) {
            assertThatThrownBy(() -> new Inflated(new ByteArrayInputStream(body)).readAllBytes())
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void aSmallBodyThatInflatesBeyondTheBoundEndsThere() throws IOException {
        var bomb = new ByteArrayInputStream(Gzip.of(new byte[50_000_000]));
        var body = new LimitedBody(new ReadBody(new Inflated(bomb)), 65_536);

        assertThatThrownBy(body::readAllBytes).isInstanceOf(BodyTooLarge.class);
    }
}
