package org.pizzaorders.web.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.pizzaorders.web.http.Requests;

/**
 * Stores the key of a request and the request's fingerprint. It reads the body, whose size {@code BodyLimit} limits,
 * and passes it on. Requests without a key are left alone.
 */
@Provider
@Idempotent
public class KeyFilter implements ContainerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var keys = request.getHeaders().get(HEADER);
        if (keys == null) {
            return;
        }
        var key = checked(keys);
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        request.setProperty(RequestKey.PROPERTY, new RequestKey(operation(request), key, fingerprint(request, body)));
    }

    static String checked(List<String> keys) {
        if (keys.size() != 1 || !VISIBLE_ASCII.matcher(keys.get(0)).matches()) {
            throw Requests.invalid(HEADER, "must be given once, as 1 to 255 visible ASCII characters without spaces");
        }
        return keys.get(0);
    }

    private static String operation(ContainerRequestContext request) {
        var path = request.getUriInfo().getRequestUri().getRawPath();
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return request.getMethod() + " " + path.substring(0, end);
    }

    /**
     * The content of the body counts, not its layout. Languages count too, because they decide the language of messages
     * to the customer, or of the texts in the body.
     */
    private static byte[] fingerprint(ContainerRequestContext request, byte[] body) {
        return new Fingerprint()
                .with(operation(request))
                .with(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .with(request.getHeaderString(HttpHeaders.CONTENT_LANGUAGE))
                .with(Canonical.of(body))
                .bytes();
    }
}
