package org.pizzaorders.order.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;

/** Collects what is wrong with a request, so that its sender hears of everything at once. */
final class Findings {

    /** What no database, mail or page has a use for: control characters and halves of characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private static final Pattern WHITESPACE = Pattern.compile("\\s+");

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /** The text with its whitespace made plain; what is wrong with it is noted. */
    String required(String field, String text, int longest) {
        var plain = optional(field, text, longest);
        if (plain == null) {
            add(field, "is required");
        }
        return plain;
    }

    /** As {@link #required}, but null for no text. */
    String optional(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var plain = WHITESPACE.matcher(text.strip()).replaceAll(" ");
        if (plain.length() > longest) {
            add(field, "must be at most " + longest + " characters long");
        } else if (UNPRINTABLE.matcher(plain).find()) {
            add(field, "contains characters that cannot be printed");
        }
        return plain;
    }
}
