package org.pizzaorders.web.front.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Passes a body on up to a number of bytes. */
public final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private long left;

    public LimitedBody(ServletInputStream body, long limit) {
        this.body = body;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        var octet = body.read();
        if (octet >= 0) {
            count(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = body.read(into, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int octets) throws IOException {
        left -= octets;
        if (left < 0) {
            BodyLimit.drain(body);
            throw new BodyTooLarge();
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
