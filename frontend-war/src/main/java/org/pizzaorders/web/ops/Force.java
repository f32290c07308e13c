package org.pizzaorders.web.ops;

import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.Reasons;

/**
 * An operator's override of a breaker.
 *
 * @param override {@code NONE} removes the override
 * @param reason for the audit
 */
record Force(
        @NotNull(message = NEEDED) BreakerOverride override,

        @NotBlank(message = NEEDED) @Size(max = Reasons.LONGEST, message = "must be at most 500 characters")
        String reason) {}
