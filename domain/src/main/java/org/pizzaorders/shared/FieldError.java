package org.pizzaorders.shared;

/**
 * What is wrong with one field of a request.
 *
 * @param field path in the client's request, such as {@code items[0].quantity}
 * @param message a sentence for people that says how to correct it; never contains personal data
 */
public record FieldError(String field, String message) {}
