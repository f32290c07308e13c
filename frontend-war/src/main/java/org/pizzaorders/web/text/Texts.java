package org.pizzaorders.web.text;

import java.util.Optional;

/** What is wrong with a text, whoever wrote it and whatever for. */
public final class Texts {

    private static final char ZERO = 0;

    private Texts() {}

    /**
     * What completes "The field …"; empty if there is nothing. A half of a pair of surrogates is no character: databases
     * and mail replace it by a question mark. PostgreSQL stores no character of code zero.
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
