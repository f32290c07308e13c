package org.pizzaorders.web.ops;

import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pizzaorders.operations.api.Reasons;
import org.pizzaorders.operations.api.Resolution;

/** Why an operator does something; for the audit. */
public record Reason(
        @NotBlank(message = NEEDED) @Size(max = Reasons.LONGEST, message = "must be at most 500 characters")
        String reason) {

    Resolution resolution(Resolution.Action action, UUID id, String by) {
        return new Resolution(action, Set.of(id), Optional.empty(), reason, by, false);
    }
}
