/** Payments: charges at the provider, and refunds. Consumes {@code order-events}, publishes {@code payment-events}. */
package org.pizzaorders.payment;
