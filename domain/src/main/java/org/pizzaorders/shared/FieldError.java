package org.pizzaorders.shared;

/**
 * What is wrong with one field of a request.
 *
 * @param field path as the client wrote it, such as {@code items[0].quantity}
 * @param message a sentence for people that says how to mend it; never the rejected value of a personal field
 */
public record FieldError(String field, String message) {}
