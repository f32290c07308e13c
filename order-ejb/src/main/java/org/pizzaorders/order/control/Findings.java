package org.pizzaorders.order.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.text.WrittenText;

/** Collects what is wrong with a request, so that its sender hears of everything at once. */
final class Findings {

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /** The text in the form in which it is kept; what is wrong with it is noted. */
    String required(String field, String text, int longest) {
        var line = WrittenText.line(text, longest);
        note(field, line.text() == null ? line.fault().or(() -> Optional.of("is required")) : line.fault());
        return line.text();
    }

    /** As {@link #required}, but null for no text. */
    String optional(String field, String text, int longest) {
        var line = WrittenText.line(text, longest);
        note(field, line.fault());
        return line.text();
    }

    private void note(String field, Optional<String> fault) {
        fault.ifPresent(message -> add(field, message));
    }
}
