/**
 * The provider by Stripe's client. Nobody else knows its types.
 *
 * <p>Comes in: {@code payment.provider}.
 */
package org.pizzaorders.payment.provider.stripe;
