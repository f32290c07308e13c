package org.pizzaorders.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.pizzaorders.shared.CallContext;

/**
 * Binds the context of the call to the request's thread for as long as the request is on it, and puts on every answer
 * what every answer carries. Outermost, so that nothing is answered or logged without a correlation id. What goes on
 * asynchronously on another thread has to bind the context anew.
 */
@WebFilter(filterName = "call", urlPatterns = "/*", asyncSupported = true)
public class CallFilter extends HttpFilter {

    /** Where the error page finds the id of a request whose thread has left its binding. */
    static final String CORRELATION_ID = CallFilter.class.getName() + ".correlationId";

    static final String HEADER = "X-Correlation-Id";

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var context = CallContext.of(request.getHeader(HEADER), traceparent(request.getHeader("traceparent")));
        request.setAttribute(CORRELATION_ID, context.correlationId());
        mark(response, context.correlationId());
        try (var bound = context.bind()) {
            if (isReadable(request.getRequestURI()) && isReadable(request.getQueryString())) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    /** Whether every percent sign begins an octet; servers differ in what they make of others, up to an empty 200. */
    static boolean isReadable(String encoded) {
        return encoded == null || !BROKEN_ESCAPE.matcher(encoded).find();
    }

    static void mark(HttpServletResponse response, String correlationId) {
        response.setHeader(HEADER, correlationId);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
    }

    static String traceparent(String header) {
        return header != null && TRACEPARENT.matcher(header).matches() ? header : null;
    }
}
