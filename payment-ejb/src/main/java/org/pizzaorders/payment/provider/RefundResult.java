package org.pizzaorders.payment.provider;

import java.time.Duration;
import java.time.Instant;

/** How a call that should give money back ended. */
public sealed interface RefundResult {

    /** All the money has gone back, as far as the provider knows. */
    record Refunded(String reference) implements RefundResult {}

    /** The provider has taken it on, and not made it yet. */
    record Pending(String reference) implements RefundResult {}

    /** What the provider had taken on, or made, has come to nothing. */
    record Failed(String reason) implements RefundResult {}

    /** Refused as things are; the provider may think otherwise another day. */
    record Refused(String reason) implements RefundResult {}

    /**
     * Nothing is settled: ask again.
     *
     * @param pause so long the provider asks to be left alone; zero if it does not say
     */
    record Unclear(String reason, Duration pause) implements RefundResult {

        public Unclear(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** The breaker let no call out: nothing was tried, and no attempt is spent. */
    record NotCalled(Instant askAgainAt) implements RefundResult {}
}
