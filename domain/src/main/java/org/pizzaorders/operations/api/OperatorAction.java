package org.pizzaorders.operations.api;

/**
 * Something an operator does, for the audit.
 *
 * @param action such as {@code dead-letters.redrive}, {@code breaker.force}, {@code consumer.pause}
 * @param target what is changed: ids and names, no personal data
 * @param touched how many things it changes
 */
public record OperatorAction(String action, String target, String reason, String by, int touched) {}
