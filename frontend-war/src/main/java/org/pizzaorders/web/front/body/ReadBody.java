package org.pizzaorders.web.front.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Wraps a stream as the body of a request, for blocking readers. */
public final class ReadBody extends ServletInputStream {

    private final PushbackInputStream in;
    private boolean finished;

    public ReadBody(InputStream in) {
        this.in = new PushbackInputStream(in);
    }

    /** Whether there is anything to read; consumes nothing. */
    public boolean begins() throws IOException {
        var first = in.read();
        finished = first < 0;
        if (!finished) {
            in.unread(first);
        }
        return !finished;
    }

    @Override
    public int read() throws IOException {
        var octet = in.read();
        finished = octet < 0;
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = in.read(into, offset, length);
        finished = read < 0;
        return read;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("this body is read by waiting for it");
    }
}
