package org.pizzaorders.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pizzaorders.shared.FieldError;

/**
 * An error in the format of RFC 9457.
 *
 * @param type names the kind of problem; the same as {@code code}, as a URI
 * @param detail what is wrong with this request
 * @param instance path of the request
 * @param code stable name for programs
 * @param errors the wrong fields; empty if the fault is not in a single field
 * @param correlationId with it operators find the request
 * @param facts additional members of some kinds of problem
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<FieldError> errors,
        String correlationId,
        @JsonAnyGetter Map<String, Object> facts) {

    Problem(Cause cause, String instance, String correlationId) {
        this(
                "urn:pizza-orders:problem:"
                        + cause.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                Cause.title(cause.status()),
                cause.status(),
                cause.detail(),
                instance,
                cause.code(),
                cause.errors(),
                correlationId,
                cause.facts());
    }
}
