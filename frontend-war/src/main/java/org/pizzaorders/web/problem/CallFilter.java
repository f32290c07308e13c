package org.pizzaorders.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.web.http.Authority;
import org.pizzaorders.web.http.Paths;
import org.pizzaorders.web.text.Escapes;

/**
 * Binds the call context to the request's thread during the request, and adds the common headers to every answer. It is
 * the outermost filter, so that nothing is answered or logged without a correlation id. Asynchronous work on another
 * thread must bind the context again.
 */
@WebFilter(filterName = "call", urlPatterns = "/*", asyncSupported = true)
public class CallFilter extends HttpFilter {

    /** The attribute in which the error page finds the id after the binding has ended. */
    static final String CORRELATION_ID = CallFilter.class.getName() + ".correlationId";

    static final String HEADER = "X-Correlation-Id";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var context = CallContext.of(request.getHeader(HEADER), traceparent(request.getHeader("traceparent")));
        request.setAttribute(CORRELATION_ID, context.correlationId());
        mark(response, context.correlationId());
        try (var bound = context.bind()) {
            if (isPlain(request)) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        return Paths.isPlain(request.getRequestURI())
                && Escapes.areWhole(request.getQueryString())
                && Authority.isPlain(Collections.list(request.getHeaders("Host")));
    }

    static void mark(HttpServletResponse response, String correlationId) {
        headers(correlationId).forEach(response::setHeader);
    }

    /** The headers of every answer. */
    static Map<String, String> headers(String correlationId) {
        return Map.of(
                HEADER,
                correlationId,
                "X-Content-Type-Options",
                "nosniff",
                "Referrer-Policy",
                "no-referrer",
                "X-Frame-Options",
                "DENY");
    }

    static String traceparent(String header) {
        return header != null && TRACEPARENT.matcher(header).matches() ? header : null;
    }
}
