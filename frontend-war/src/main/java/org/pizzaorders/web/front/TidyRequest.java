package org.pizzaorders.web.front;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pizzaorders.web.front.body.Inflated;
import org.pizzaorders.web.front.body.LimitedBody;
import org.pizzaorders.web.front.body.ReadBody;

/** A request with some headers replaced. Used by one thread at a time, like any request. */
final class TidyRequest extends HttpServletRequestWrapper {

    private static final String LENGTH = "Content-Length";

    /** An empty value hides the header. */
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ServletInputStream body;

    TidyRequest(HttpServletRequest request) {
        super(request);
    }

    /**
     * @param value empty to hide the header
     */
    TidyRequest with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    TidyRequest without(String name) {
        return with(name, "");
    }

    /** Whether there is a body. If its length is not announced, tries to read a byte. */
    boolean hasBody() throws IOException {
        if (getContentLengthLong() >= 0) {
            return getContentLengthLong() > 0;
        }
        var read = new ReadBody(super.getInputStream());
        body = read;
        return read.begins();
    }

    /** Decompresses the gzipped body, up to a limit in bytes. */
    TidyRequest inflated(int limit) throws IOException {
        body = new LimitedBody(new ReadBody(new Inflated(getInputStream())), limit);
        return without(LENGTH);
    }

    @Override
    public String getHeader(String name) {
        var value = headers.get(name);
        return value == null ? super.getHeader(name) : value.isEmpty() ? null : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var value = headers.get(name);
        if (value == null) {
            return super.getHeaders(name);
        }
        return Collections.enumeration(value.isEmpty() ? List.of() : List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(super.getHeaderNames()).forEach(name -> names.put(name, name));
        names.putAll(headers);
        headers.forEach((name, value) -> {
            if (value.isEmpty()) {
                names.remove(name);
            }
        });
        return Collections.enumeration(names.keySet());
    }

    @Override
    public String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public int getContentLength() {
        return headers.containsKey(LENGTH) ? -1 : super.getContentLength();
    }

    @Override
    public long getContentLengthLong() {
        return headers.containsKey(LENGTH) ? -1 : super.getContentLengthLong();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : body;
    }
}
