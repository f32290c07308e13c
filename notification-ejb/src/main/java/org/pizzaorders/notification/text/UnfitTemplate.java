package org.pizzaorders.notification.text;

/** A template cannot be parsed or rendered. The message is for its author. */
final class UnfitTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitTemplate(String message, Throwable cause) {
        super(message, cause);
    }
}
