package org.pizzaorders.web.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pizzaorders.web.front.body.BodyLimit;

/**
 * Normalises the headers of a request before JAX-RS reads them, because servers treat repeated, malformed or missing
 * headers differently; some answer with their own error.
 */
@WebFilter(filterName = "tidy", urlPatterns = "/api/*", asyncSupported = true)
public class TidyFilter extends HttpFilter {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private int limit;

    @Override
    public void init() {
        limit = BodyLimit.configured(ConfigProvider.getConfig());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var tidy = new TidyRequest(request)
                .with("Accept", MediaTypes.accepted(joined(request, "Accept")))
                .with("Accept-Language", languages(joined(request, "Accept-Language")))
                .without("Accept-Charset")
                .without("Accept-Encoding");
        if (!WITH_BODY.contains(request.getMethod())) {
            chain.doFilter(tidy.without("Content-Type").without("Content-Encoding"), response);
        } else if (tidy.hasBody()) {
            passBody(tidy, response, chain);
        } else {
            chain.doFilter(tidy.with("Content-Type", MediaTypes.JSON).without("Content-Encoding"), response);
        }
    }

    private void passBody(TidyRequest tidy, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var codings = codings(tidy);
        if (codings.size() > 1 || !GZIP.containsAll(codings)) {
            response.setHeader("Accept-Encoding", "gzip");
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        var json = MediaTypes.isJson(Collections.list(tidy.getHeaders("Content-Type")));
        tidy.with("Content-Type", json ? MediaTypes.JSON : MediaTypes.OTHER).without("Content-Encoding");
        chain.doFilter(codings.isEmpty() ? tidy : tidy.inflated(limit), response);
    }

    /** The content codings of a body; empty if there are none. */
    private static List<String> codings(HttpServletRequest request) {
        return Stream.of(joined(request, "Content-Encoding").split(","))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
    }

    private static String languages(String header) {
        return String.join(
                ", ",
                Preferences.of(header).stream()
                        .filter(language ->
                                language.weight() > 0 && language.value().indexOf('/') < 0)
                        .map(Preferences.Preference::toString)
                        .toList());
    }

    /** Joins a list that is spread over several headers. */
    private static String joined(HttpServletRequest request, String name) {
        var values = request.getHeaders(name);
        return values == null ? "" : String.join(",", Collections.list(values));
    }
}
