package org.pizzaorders.payment.control;

import java.time.Instant;

/** How a call that should give money back ended. */
public sealed interface RefundResult {

    /** The money is on its way back. */
    record Refunded(String reference) implements RefundResult {}

    /** Refused as things are; the provider may think otherwise another day. */
    record Refused(String reason) implements RefundResult {}

    /** Nothing is settled: ask again. */
    record Unclear(String reason) implements RefundResult {}

    /** The breaker let no call out: nothing was tried, and no attempt is spent. */
    record NotCalled(Instant askAgainAt) implements RefundResult {}
}
