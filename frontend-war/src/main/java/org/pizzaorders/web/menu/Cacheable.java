package org.pizzaorders.web.menu;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.web.json.Json;

/**
 * Answers that caches may store but must revalidate before each use, so that a changed price is visible at once. The
 * tag is computed from the content, so all instances return the same one.
 */
final class Cacheable {

    private static final String KEEP_AND_ASK = "public, no-cache";

    private Cacheable() {}

    static Response answer(Object value, String language, HttpHeaders request) {
        var body = Json.bytes(value);
        var tag = digest(body);
        if (!Conditions.allow(request.getRequestHeader(HttpHeaders.IF_MATCH), tag)) {
            throw new PreconditionFailed();
        }
        var answer = Conditions.know(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH), tag)
                ? Response.notModified()
                : Response.ok(body).header(HttpHeaders.CONTENT_LANGUAGE, language);
        return answer.tag(new EntityTag(tag))
                .header(HttpHeaders.CACHE_CONTROL, KEEP_AND_ASK)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /**
     * Checks the conditions of a change.
     *
     * @throws PreconditionFailed if the pizza has changed
     */
    static void letChange(Pizza pizza, HttpHeaders request) {
        var tags = pizza.texts().keySet().stream()
                .map(language -> digest(Json.bytes(PizzaDetails.of(Translated.of(pizza, language)))))
                .collect(Collectors.toSet());
        var ifMatch = request.getRequestHeader(HttpHeaders.IF_MATCH);
        if (!Conditions.letChange(ifMatch, request.getRequestHeader(HttpHeaders.IF_NONE_MATCH), tags)) {
            throw new PreconditionFailed();
        }
    }

    private static String digest(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
