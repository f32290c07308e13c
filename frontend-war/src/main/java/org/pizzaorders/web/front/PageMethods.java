package org.pizzaorders.web.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Pages and their files are read-only. Without this filter each server refuses other methods differently: with 403, 405
 * or 501.
 */
@WebFilter(filterName = "page-methods", urlPatterns = "/*", asyncSupported = true)
public class PageMethods extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ANSWERED = Set.of("/api", "/health", "/openapi");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (READING.contains(request.getMethod()) || isAnswered(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    /** Whether other code answers for this path. */
    private static boolean isAnswered(String path) {
        return ANSWERED.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }
}
