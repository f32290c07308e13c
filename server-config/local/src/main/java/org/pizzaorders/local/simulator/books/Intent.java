package org.pizzaorders.local.simulator.books;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;

/** A payment that was opened to be confirmed later, and its status. Amounts are in minor units. */
public record Intent(
        String id,
        long amount,
        String currency,
        String token,
        String idempotencyKey,
        Map<String, String> metadata,
        Instant at,
        Status status,
        String declineCode) {

    /** The names are the provider's. */
    public enum Status {
        requires_confirmation,
        requires_payment_method,
        succeeded,
        canceled
    }

    @JsonIgnore
    public boolean isUnconfirmed() {
        return status == Status.requires_confirmation;
    }

    public Intent declined(String code) {
        return in(Status.requires_payment_method, code);
    }

    public Intent in(Status next) {
        return in(next, declineCode);
    }

    private Intent in(Status next, String code) {
        return new Intent(id, amount, currency, token, idempotencyKey, metadata, at, next, code);
    }
}
