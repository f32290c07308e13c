/**
 * The order service: places orders at its own prices, runs their life cycle, and publishes each step on {@code
 * order-events}. It consumes {@code payment-events} and {@code menu-events}.
 */
package org.pizzaorders.order;
