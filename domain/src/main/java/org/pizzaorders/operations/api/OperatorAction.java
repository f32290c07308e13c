package org.pizzaorders.operations.api;

/**
 * Something an operator does, for the audit.
 *
 * @param action such as {@code dead-letters.redrive}, {@code breaker.force}, {@code consumer.pause}
 * @param target what it is done to: ids and names, nothing of a person
 * @param touched how many things it changes
 */
public record OperatorAction(String action, String target, String reason, String by, int touched) {}
