package org.pizzaorders.web.order;

/** @param reason in a few words; null for none */
record Cancellation(String reason) {}
