package org.pizzaorders.payment.provider;

import java.time.Duration;

/** How a step of charging ended. */
public sealed interface ChargeResult {

    /** The provider knows the payment, but has not charged it. */
    record Opened(String reference) implements ChargeResult {}

    /** The card was charged. */
    record Charged(String reference) implements ChargeResult {}

    /**
     * Refused for good; nothing was charged, and nothing will be.
     *
     * @param reason the provider's code, such as {@code insufficient_funds}
     */
    record Declined(String reason) implements ChargeResult {}

    /** Cancelled at the provider: nothing was charged, and the provider will refuse any later charge. */
    record Withdrawn() implements ChargeResult {}

    /**
     * Nothing is settled: ask again.
     *
     * @param reason short and without personal data
     * @param pause how long the provider asks us to wait; zero if it does not say
     */
    record Unclear(String reason, Duration pause) implements ChargeResult {

        public Unclear(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /**
     * The provider does not know the opened payment, because the account has changed; or it charged another amount.
     * Only a person can decide this.
     *
     * @param reason as for {@link Unclear}
     */
    record Unknown(String reason) implements ChargeResult {}

    /**
     * Nothing was opened, and nothing can be with this key: the provider only repeats an old failure. The next attempt
     * needs another key.
     *
     * @param reason as for {@link Unclear}
     */
    record KeySpent(String reason) implements ChargeResult {}

    /**
     * The breaker blocked the call: nothing was tried, and no attempt is used up.
     *
     * @param pause before the next try
     */
    record NotCalled(Duration pause) implements ChargeResult {}
}
