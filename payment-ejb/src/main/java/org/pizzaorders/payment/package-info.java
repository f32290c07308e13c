/**
 * Payments: attempts at the provider, and what goes back. Learns of orders by {@code order-events}, tells of money on
 * {@code payment-events}.
 */
package org.pizzaorders.payment;
