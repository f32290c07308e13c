package org.pizzaorders.order.api;

/**
 * Whom the pizza is for. Personal data: in no log, metric or trace.
 *
 * @param phone in international form, such as {@code +79161234567}
 * @param language in which the customer is written to: {@code ru} or {@code en}
 */
public record Customer(String name, String email, String phone, String language) {

    @Override
    public String toString() {
        return "Customer[language=" + language + "]";
    }
}
