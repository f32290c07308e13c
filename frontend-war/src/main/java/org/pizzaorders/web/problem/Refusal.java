package org.pizzaorders.web.problem;

import java.util.Map;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.web.json.Json;

/** The answer to a call that reaches no servlet: the same as from {@link CallFilter} and {@link ErrorPage}. */
public record Refusal(int status, String mediaType, Map<String, String> headers, byte[] body) {

    public static final String CORRELATION_ID = CallFilter.HEADER;

    /**
     * @param path as it was sent
     * @param correlationId sent by the client, unchecked; null for none
     */
    public static Refusal of(int status, String path, String correlationId) {
        var id = CallContext.of(correlationId, null).correlationId();
        return new Refusal(
                status, Json.PROBLEM, CallFilter.headers(id), Json.bytes(new Problem(Cause.of(status), path, id)));
    }
}
