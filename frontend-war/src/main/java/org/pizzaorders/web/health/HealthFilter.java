package org.pizzaorders.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.pizzaorders.web.json.Json;

/**
 * Answers {@code /health} and what is below it, in the format of MicroProfile Health: 200 if all is up, else 503. It is
 * a filter, because Payara has its own servlet at that address.
 */
@WebFilter(filterName = "health", urlPatterns = "/health/*", asyncSupported = true)
public class HealthFilter extends HttpFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    @Inject
    Health health;

    private Map<String, Supplier<HealthReport>> reports;

    @Override
    public void init() {
        reports = Map.of(
                "/health", health::all,
                "/health/live", health::live,
                "/health/ready", health::ready,
                "/health/started", health::started);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var report = reports.get(path(request));
        if (report == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (METHODS.contains(request.getMethod())) {
            answer(report.get(), response);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private static String path(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The container drops the body for HEAD. */
    private static void answer(HealthReport report, HttpServletResponse response) throws IOException {
        var body = Json.bytes(report);
        response.setStatus(report.isUp() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
