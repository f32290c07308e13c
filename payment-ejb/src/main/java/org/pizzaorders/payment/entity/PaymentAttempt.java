package org.pizzaorders.payment.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.pizzaorders.payment.api.AttemptOutcome;
import org.pizzaorders.payment.api.PaymentView;

/** One finished call to the provider. */
@Embeddable
public class PaymentAttempt {

    private int number;

    @Enumerated(EnumType.STRING)
    private AttemptOutcome outcome;

    private String error;
    private Instant at;

    protected PaymentAttempt() {}

    PaymentAttempt(int number, AttemptOutcome outcome, String error, Instant at) {
        this.number = number;
        this.outcome = requireNonNull(outcome, "outcome");
        this.error = error;
        this.at = requireNonNull(at, "at");
    }

    int number() {
        return number;
    }

    PaymentView.Attempt view() {
        return new PaymentView.Attempt(number, outcome, error, at);
    }
}
