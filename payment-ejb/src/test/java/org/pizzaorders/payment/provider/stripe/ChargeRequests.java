package org.pizzaorders.payment.provider.stripe;

import java.time.Instant;
import java.util.UUID;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeRequest.Step;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Money;

/** What the provider is asked for a payment of one order. */
final class ChargeRequests {

    static final UUID PAYMENT = Ids.next();

    private static final UUID ORDER = Ids.next();
    private static final Money TOTAL = new Money(129_900, "RUB");
    private static final Instant SINCE = Instant.parse("2026-11-22T12:00:00Z");

    private ChargeRequests() {}

    /** With the reference that the first step brings. */
    static ChargeRequest request(Step step) {
        return request(step, step == Step.OPEN ? null : "pi_1");
    }

    static ChargeRequest request(Step step, String reference) {
        return request(step, reference, 1, 1);
    }

    static ChargeRequest request(Step step, String reference, int attempt, int opening) {
        return new ChargeRequest(step, PAYMENT, ORDER, TOTAL, "tok_visa", reference, attempt, opening, SINCE);
    }

    /** To open a payment of that. */
    static ChargeRequest of(Money total) {
        return new ChargeRequest(Step.OPEN, PAYMENT, ORDER, total, "tok_visa", null, 1, 1, SINCE);
    }
}
