package org.pizzaorders.payment.provider;

import java.time.Duration;

/** How a call that should give money back ended. */
public sealed interface RefundResult {

    /** The provider says that all the money has been refunded. */
    record Refunded(String reference) implements RefundResult {}

    /** The provider has accepted the refund, but not made it yet. */
    record Pending(String reference) implements RefundResult {}

    /** A refund that the provider had accepted or made has failed. */
    record Failed(String reason) implements RefundResult {}

    /** Refused for now; a later attempt may succeed. */
    record Refused(String reason) implements RefundResult {}

    /**
     * Nothing is settled: ask again.
     *
     * @param pause how long the provider asks us to wait; zero if it does not say
     */
    record Unclear(String reason, Duration pause) implements RefundResult {

        public Unclear(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /**
     * The breaker blocked the call: nothing was tried, and no attempt is used up.
     *
     * @param pause before the next try
     */
    record NotCalled(Duration pause) implements RefundResult {}
}
