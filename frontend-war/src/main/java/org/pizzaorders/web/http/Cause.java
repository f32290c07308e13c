package org.pizzaorders.web.http;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.shared.FieldError;

/**
 * What kind of failure it was, as far as the client may know.
 *
 * @param passes whether it is worth trying the same again shortly
 * @param facts what the client needs to know to go on, by name
 */
record Cause(
        int status, String code, String detail, List<FieldError> errors, boolean passes, Map<String, Object> facts) {

    private static final Map<Integer, Cause> BY_STATUS = Map.of(
            400, plain(400, "BAD_REQUEST", "The request cannot be understood."),
            401, plain(401, "UNAUTHENTICATED", "Say who you are."),
            403, plain(403, "FORBIDDEN", "You may not do this."),
            404, plain(404, "RESOURCE_NOT_FOUND", "There is nothing at this address."),
            405, plain(405, "METHOD_NOT_ALLOWED", "This address has no such method: see the header Allow."),
            406, plain(406, "NOT_ACCEPTABLE", "Answers are application/json: accept that."),
            413, plain(413, "BODY_TOO_LARGE", "The body is larger than this address takes."),
            415, plain(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json in UTF-8."),
            500, plain(500, "INTERNAL_ERROR", "Something failed here. The operators find it by the correlation id."),
            503, plain(503, "UNAVAILABLE", "This cannot be done at the moment. Try again shortly."));

    static final Cause INTERNAL = BY_STATUS.get(500);
    static final Cause UNAVAILABLE = BY_STATUS.get(503);
    static final Cause FORBIDDEN = BY_STATUS.get(403);
    static final Cause CHANGED_MEANWHILE = plain(
            409, "CHANGED_MEANWHILE", "Somebody else changed the same thing at this moment. Read it again first.");

    static Cause of(int status) {
        return Optional.ofNullable(BY_STATUS.get(status))
                .orElseGet(() -> plain(status, "HTTP_" + status, title(status) + "."));
    }

    static String title(int status) {
        return Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse("Error");
    }

    private static Cause plain(int status, String code, String detail) {
        return new Cause(status, code, detail, List.of(), status == 503, Map.of());
    }
}
