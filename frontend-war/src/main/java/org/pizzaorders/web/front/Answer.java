package org.pizzaorders.web.front;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.pizzaorders.web.front.body.Gzip;
import org.pizzaorders.web.front.body.KeptBody;

/**
 * Buffers an answer until it is complete, and then sends it with its length. Answers are small: a page of a list, a
 * document, a script. A streamed answer passes through.
 */
final class Answer extends HttpServletResponseWrapper {

    private final boolean head;
    private final Origin origin;
    private KeptBody body;
    private PrintWriter writer;
    private boolean passing;
    private boolean answeredByContainer;
    private long length = -1;

    Answer(HttpServletRequest request, HttpServletResponse response, Origin origin) {
        super(response);
        this.head = isHead(request.getMethod());
        this.origin = origin;
    }

    static boolean isHead(String method) {
        return method.equals("HEAD");
    }

    /** From now on all output is sent at once. */
    void passThrough() {
        passing = true;
    }

    void finish(boolean takesGzip) throws IOException {
        if (passing || answeredByContainer || isCommitted()) {
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        if (body != null && body.size() > 0) {
            send(takesGzip);
        } else if (length >= 0) {
            super.setContentLengthLong(length);
        }
    }

    private void send(boolean takesGzip) throws IOException {
        var bytes = body.toByteArray();
        if (Gzip.suits(this)) {
            super.addHeader("Vary", "Accept-Encoding");
            if (takesGzip && bytes.length >= Gzip.WORTH_IT) {
                bytes = Gzip.of(bytes);
                Gzip.mark(this);
            }
        }
        super.setContentLengthLong(bytes.length);
        if (!head) {
            super.getOutputStream().write(bytes);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (passing) {
            return super.getOutputStream();
        }
        if (body == null) {
            body = new KeptBody();
        }
        return body;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (passing) {
            return super.getWriter();
        }
        if (writer == null) {
            var charset = getCharacterEncoding() == null ? StandardCharsets.UTF_8.name() : getCharacterEncoding();
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (passing) {
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    private void forget() {
        body = null;
        writer = null;
        length = -1;
    }

    @Override
    public void sendError(int status) throws IOException {
        answeredByContainer = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        answeredByContainer = true;
        super.sendRedirect(absolute(location));
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (passing) {
            super.setContentLengthLong(length);
        }
        this.length = length;
    }

    @Override
    public void setHeader(String name, String value) {
        header(name, value, super::setHeader);
    }

    @Override
    public void addHeader(String name, String value) {
        header(name, value, super::addHeader);
    }

    private void header(String name, String value, BiConsumer<String, String> how) {
        if (isLength(name)) {
            setContentLengthLong(Long.parseLong(value));
        } else {
            how.accept(name, isLocation(name) ? absolute(value) : value);
        }
    }

    private static boolean isLength(String name) {
        return name.equalsIgnoreCase("Content-Length");
    }

    private static boolean isLocation(String name) {
        return name.equalsIgnoreCase("Location");
    }

    private String absolute(String location) {
        return location.startsWith("/") && !location.startsWith("//") ? origin + location : location;
    }
}
