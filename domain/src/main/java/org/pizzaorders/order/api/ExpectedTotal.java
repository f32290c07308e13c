package org.pizzaorders.order.api;

/**
 * The total that the customer was shown, unchecked.
 *
 * @param amount in minor units; null if the client left it out
 * @param currency ISO 4217 code; null if the client left it out
 */
public record ExpectedTotal(Long amount, String currency) {}
