/**
 * The order service: takes orders at its own prices, leads them through their life cycle, and tells each step on {@code
 * order-events}. It hears of payments on {@code payment-events} and of the menu on {@code menu-events}.
 */
package org.pizzaorders.order;
