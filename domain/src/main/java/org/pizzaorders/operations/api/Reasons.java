package org.pizzaorders.operations.api;

import java.util.List;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.text.WrittenText;

/** Why operators do what they do: for the audit, and so mandatory. */
public final class Reasons {

    public static final int LONGEST = 500;

    private Reasons() {}

    /**
     * The reason in the form in which it is kept.
     *
     * @throws InvalidInput if there is none, or it is no text
     */
    public static String told(String reason) {
        var line = WrittenText.line(reason, LONGEST);
        if (line.text() == null || line.fault().isPresent()) {
            throw new InvalidInput(List.of(new FieldError("reason", line.fault().orElse("must say why"))));
        }
        return line.text();
    }
}
