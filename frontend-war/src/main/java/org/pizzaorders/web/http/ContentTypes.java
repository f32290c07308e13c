package org.pizzaorders.web.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses a body that does not say that it is JSON in UTF-8. JAX-RS alone lets a missing type pass as any, and knows
 * nothing of charsets.
 */
@Provider
public class ContentTypes implements ContainerRequestFilter {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    public void filter(ContainerRequestContext request) {
        if (WITH_BODY.contains(request.getMethod()) && request.hasEntity() && !isJson(request)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isJson(ContainerRequestContext request) {
        return isJson(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            var type = MediaType.valueOf(contentType);
            var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
            return (type.getType() + "/" + type.getSubtype()).equalsIgnoreCase(MediaType.APPLICATION_JSON)
                    && (charset == null || charset.equalsIgnoreCase("utf-8"));
        } catch (RuntimeException e) {
            // no media type at all; servers disagree on what they throw here
            return false;
        }
    }
}
