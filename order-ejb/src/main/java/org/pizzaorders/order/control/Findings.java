package org.pizzaorders.order.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.text.WrittenText;

/** Collects all errors of a request, so that the client gets them together. */
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

    /** The text as it is stored. Records an error if it is not valid. */
    String required(String field, String text, int longest) {
        var line = WrittenText.line(text, longest);
        note(field, line.text() == null ? line.fault().or(() -> Optional.of("is required")) : line.fault());
        return line.text();
    }

    /** Like {@link #required}, but null is allowed. */
    String optional(String field, String text, int longest) {
        var line = WrittenText.line(text, longest);
        note(field, line.fault());
        return line.text();
    }

    private void note(String field, Optional<String> fault) {
        fault.ifPresent(message -> add(field, message));
    }
}
