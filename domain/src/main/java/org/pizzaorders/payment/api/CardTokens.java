package org.pizzaorders.payment.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The provider's tokens, which stand for cards. Orders and payments use the same check, so that no order is accepted
 * that payments cannot charge. Card numbers are refused, because storing one in a table or an event would make us
 * responsible for it.
 */
public final class CardTokens {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern FIGURES = Pattern.compile("[0-9 -]+");
    private static final int SHORTEST_NUMBER = 12;

    private CardTokens() {}

    /** What is wrong with the token, as the end of the sentence "The field …"; empty if it is valid. */
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
