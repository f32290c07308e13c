package org.pizzaorders.payment.control;

/** How a call that should charge ended. */
public sealed interface ChargeResult {

    /** The money is there. */
    record Charged(String reference) implements ChargeResult {}

    /**
     * Refused for good; nothing was charged, nor will be.
     *
     * @param reason the provider's code, such as {@code insufficient_funds}
     */
    record Declined(String reason) implements ChargeResult {}

    /**
     * Nothing is settled: ask again.
     *
     * @param reason short and without personal data
     * @param mayHaveCharged false if the provider itself said that it failed, so that this call charged nothing
     */
    record Unclear(String reason, boolean mayHaveCharged) implements ChargeResult {}
}
