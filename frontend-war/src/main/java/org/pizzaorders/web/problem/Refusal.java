package org.pizzaorders.web.problem;

import java.util.Map;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.web.json.Json;

/** An answer to a call that no servlet sees: the same as {@link CallFilter} and {@link ErrorPage} would have given. */
public record Refusal(int status, String mediaType, Map<String, String> headers, byte[] body) {

    public static final String CORRELATION_ID = CallFilter.HEADER;

    /**
     * @param path as it was sent
     * @param correlationId that the client sent, whatever it is; null for none
     */
    public static Refusal of(int status, String path, String correlationId) {
        var id = CallContext.of(correlationId, null).correlationId();
        return new Refusal(
                status, Json.PROBLEM, CallFilter.headers(id), Json.bytes(new Problem(Cause.of(status), path, id)));
    }
}
