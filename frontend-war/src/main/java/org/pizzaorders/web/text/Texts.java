package org.pizzaorders.web.text;

import java.util.Optional;

/** The rules for every text, whoever wrote it. */
public final class Texts {

    private static final char ZERO = 0;

    private Texts() {}

    /**
     * The end of the sentence "The field …"; empty if the text is valid. A single surrogate is not a character:
     * databases and mail replace it with a question mark. PostgreSQL cannot store U+0000.
     */
    public static Optional<String> fault(String text) {
        if (text.indexOf(ZERO) >= 0) {
            return Optional.of("must not have the character U+0000");
        }
        return hasHalfAPair(text)
                ? Optional.of("must be whole characters: it has one half of a pair of surrogates")
                : Optional.empty();
    }

    private static boolean hasHalfAPair(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
