package org.pizzaorders.web.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives answers their final form: HEAD gets the headers of GET, large answers are gzipped if the client accepts it, and
 * URLs in answers have the address that the client used.
 */
@WebFilter(filterName = "answer", urlPatterns = "/*", asyncSupported = true)
public class AnswerFilter extends HttpFilter {

    private TrustedProxies proxies;

    @Override
    public void init() {
        proxies = new TrustedProxies(ConfigProvider.getConfig()
                .getOptionalValue("pizza.http.trusted-proxies", String.class)
                .orElse(""));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var origin = proxies.origin(request);
        var answer = new Answer(request, response, origin);
        chain.doFilter(new AskedRequest(request, origin, answer), answer);
        answer.finish(takesGzip(request));
    }

    /** The most specific pattern decides. A client without the header may not support gzip. */
    private static boolean takesGzip(HttpServletRequest request) {
        var wanted = Preferences.of(String.join(",", Collections.list(request.getHeaders("Accept-Encoding"))));
        return wanted.stream()
                .filter(coding -> coding.value().equals("gzip"))
                .findFirst()
                .or(() -> wanted.stream()
                        .filter(coding -> coding.value().equals("*"))
                        .findFirst())
                .filter(coding -> coding.weight() > 0)
                .isPresent();
    }
}
