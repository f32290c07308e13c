package org.pizzaorders.web.front.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses bodies of more than {@code pizza.http.max-body} bytes, announced or chunked. It reads and drops a moderate
 * surplus before it answers. Otherwise a client that is still sending would see a broken connection instead of the
 * answer.
 */
@WebFilter(filterName = "body-limit", urlPatterns = "/api/*", asyncSupported = true)
public class BodyLimit extends HttpFilter {

    private static final int KIBIBYTE = 1024;
    private static final long PATIENCE = 4L * KIBIBYTE * KIBIBYTE;

    private int limit;

    @Override
    public void init() {
        limit = configured(ConfigProvider.getConfig());
    }

    /** The limit in bytes, both as sent and after decompression. */
    public static int configured(Config config) {
        return config.getOptionalValue("pizza.http.max-body", Integer.class).orElse(64 * KIBIBYTE);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > limit) {
            drain(request);
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private static void drain(HttpServletRequest request) throws IOException {
        if (request.getHeader("Expect") == null) {
            drain(request.getInputStream());
        }
    }

    static void drain(InputStream in) throws IOException {
        var buffer = new byte[8 * KIBIBYTE];
        var left = PATIENCE;
        for (int read; left > 0 && (read = in.read(buffer)) >= 0; ) {
            left -= read;
        }
    }

    /** A request whose body ends in {@link BodyTooLarge} where the limit is. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final int limit;
        private ServletInputStream body;

        Limited(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedBody(super.getInputStream(), limit);
            }
            return body;
        }
    }
}
