package org.pizzaorders.web.problem;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pizzaorders.shared.FieldError;

/**
 * The kind of failure, as far as the client may know.
 *
 * @param passes whether the same request may succeed soon
 * @param facts data that the client needs to go on, by name
 */
record Cause(
        int status, String code, String detail, List<FieldError> errors, boolean passes, Map<String, Object> facts) {

    private static final Map<Integer, Cause> BY_STATUS = Stream.of(
                    plain(400, "BAD_REQUEST", "The request cannot be understood."),
                    plain(401, "UNAUTHENTICATED", "Say who you are."),
                    plain(403, "FORBIDDEN", "You may not do this."),
                    plain(404, "RESOURCE_NOT_FOUND", "There is nothing at this address."),
                    plain(405, "METHOD_NOT_ALLOWED", "This address has no such method: see the header Allow."),
                    plain(406, "NOT_ACCEPTABLE", "Answers are application/json: accept that."),
                    plain(
                            412,
                            "PRECONDITION_FAILED",
                            "What is here is not what If-Match names, or If-None-Match names it."),
                    plain(413, "BODY_TOO_LARGE", "The body is larger than this address takes."),
                    plain(
                            415,
                            "UNSUPPORTED_MEDIA_TYPE",
                            "Send the body as application/json in UTF-8, as it is or gzipped."),
                    plain(500, "INTERNAL_ERROR", "Something failed here. The operators find it by the correlation id."),
                    plain(503, "UNAVAILABLE", "This cannot be done at the moment. Try again shortly."))
            .collect(toUnmodifiableMap(Cause::status, identity()));

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
