package org.pizzaorders.payment.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a card may be named by: the provider's token. Orders and payments check by the same, so that none takes what the
 * other cannot charge. The number of a card is none: whoever keeps one, in a table or an event, has to answer for it.
 */
public final class CardTokens {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern FIGURES = Pattern.compile("[0-9 -]+");
    private static final int SHORTEST_NUMBER = 12;

    private CardTokens() {}

    /** What is wrong with it, to complete "The field …"; empty for nothing. */
    public static Optional<String> fault(String token) {
        if (FIGURES.matcher(token).matches()
                && token.chars().filter(Character::isDigit).count() >= SHORTEST_NUMBER) {
            return Optional.of("must be a token of the provider's, never the number of a card");
        }
        return FORM.matcher(token).matches()
                ? Optional.empty()
                : Optional.of("must be a token as the provider gave it: up to 255 letters, digits, - and _");
    }
}
