package org.pizzaorders.web.front.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

    @Test
    void passesOnABodyThatJustFits() throws IOException {
        var body = new LimitedBody(new Octets(100), 100);

        assertThat(body.readAllBytes()).hasSize(100);
    }

    @Test
    void endsALongerOneAndReadsTheRestAway() {
        var octets = new Octets(100_000);
        var body = new LimitedBody(octets, 99);

        assertThatThrownBy(body::readAllBytes).isInstanceOf(BodyTooLarge.class);
        assertThat(octets.isFinished()).isTrue();
    }

    @Test
    void countsSingleOctetsToo() {
        var body = new LimitedBody(new Octets(2), 1);

        assertThatThrownBy(() -> {
                    body.read();
                    body.read();
                })
                .isInstanceOf(BodyTooLarge.class);
    }

    private static final class Octets extends ServletInputStream {

        private final ByteArrayInputStream octets;

        Octets(int length) {
            octets = new ByteArrayInputStream(new byte[length]);
        }

        @Override
        public int read() {
            return octets.read();
        }

        @Override
        public boolean isFinished() {
            return octets.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
