package org.pizzaorders.order.api;

/**
 * The person who gets the pizza. Personal data: never put it into a log, metric or trace.
 *
 * @param phone in international form, such as {@code +79161234567}
 * @param language for messages to the customer: {@code ru} or {@code en}
 */
public record Customer(String name, String email, String phone, String language) {

    @Override
    public String toString() {
        return "Customer[language=" + language + "]";
    }
}
