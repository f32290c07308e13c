package org.pizzaorders.payment.provider;

import java.time.Duration;
import java.time.Instant;

/** How a step of charging ended. */
public sealed interface ChargeResult {

    /** The provider knows the payment. Nothing is charged before it is told to. */
    record Opened(String reference) implements ChargeResult {}

    /** The money is there. */
    record Charged(String reference) implements ChargeResult {}

    /**
     * Refused for good; nothing was charged, nor will be.
     *
     * @param reason the provider's code, such as {@code insufficient_funds}
     */
    record Declined(String reason) implements ChargeResult {}

    /** Beyond charging: nothing was, and whoever tries from now on is refused by the provider. */
    record Withdrawn() implements ChargeResult {}

    /**
     * Nothing is settled: ask again.
     *
     * @param reason short and without personal data
     * @param pause so long the provider asks to be left alone; zero if it does not say
     */
    record Unclear(String reason, Duration pause) implements ChargeResult {

        public Unclear(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /**
     * The provider does not know what was opened there, as its account is another one by now; or it took another amount
     * than was asked for. Only a person can say what that means.
     *
     * @param reason as for {@link Unclear}
     */
    record Unknown(String reason) implements ChargeResult {}

    /**
     * Nothing is opened, and nothing will be under this key: the provider only repeats an old failure. Another key next.
     *
     * @param reason as for {@link Unclear}
     */
    record KeySpent(String reason) implements ChargeResult {}

    /** The breaker let no call out: nothing was tried, and no attempt is spent. */
    record NotCalled(Instant askAgainAt) implements ChargeResult {}
}
