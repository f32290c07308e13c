/**
 * The provider by Stripe's client. Nobody else knows its types.
 *
 * <p>Uses {@code payment.provider}.
 */
package org.pizzaorders.payment.provider.stripe;
