package org.pizzaorders.web.payment;

import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.pizzaorders.operations.api.Reasons;
import org.pizzaorders.payment.api.PaymentDecision;

/**
 * An operator's decision about a payment.
 *
 * @param reason for the audit
 */
record Finding(
        @NotNull(message = NEEDED) PaymentDecision decision,

        @NotBlank(message = NEEDED) @Size(max = Reasons.LONGEST, message = "must be at most 500 characters")
        String reason) {}
