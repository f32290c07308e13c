package org.pizzaorders.web.front.body;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.pizzaorders.web.http.Requests;

/** Decompresses a gzipped body. Invalid gzip is reported as an error of the client. */
public final class Inflated extends InputStream {

    private final InputStream gzipped;
    private InputStream in;

    public Inflated(InputStream gzipped) {
        this.gzipped = gzipped;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            if (in == null) {
                in = new GZIPInputStream(gzipped);
            }
            return in.read(into, offset, length);
        } catch (ZipException | EOFException e) {
            throw Requests.invalid("body", "is not gzipped, as its Content-Encoding says");
        }
    }
}
