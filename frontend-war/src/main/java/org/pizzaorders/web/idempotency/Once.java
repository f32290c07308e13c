package org.pizzaorders.web.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.idempotency.api.KeptAnswer;
import org.pizzaorders.web.http.Caller;
import org.pizzaorders.web.json.Json;

/** Answers requests that may have a key. Without a key it just does the work. Thread-safe. */
@ApplicationScoped
public class Once {

    static final String REPLAYED = "Idempotent-Replayed";

    @Inject
    Caller caller;

    /**
     * Does the work, or returns the stored answer.
     *
     * @param calls of the service that does the work
     * @param work returns an answer with a record as its entity; failures are thrown
     */
    public Response answer(HttpServletRequest request, IdempotentCalls calls, Supplier<Response> work) {
        if (request.getAttribute(RequestKey.PROPERTY) instanceof RequestKey key) {
            return response(calls.answer(key.of(caller.scope()), () -> keep(work.get())));
        }
        return work.get();
    }

    private static KeptAnswer keep(Response response) {
        return new KeptAnswer(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                Json.bytes(response.getEntity()),
                false);
    }

    private static Response response(KeptAnswer kept) {
        var response = Response.status(kept.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(kept.body());
        if (kept.location() != null) {
            response.header(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.entityTag() != null) {
            response.header(HttpHeaders.ETAG, kept.entityTag());
        }
        if (kept.replayed()) {
            response.header(REPLAYED, true);
        }
        return response.build();
    }
}
