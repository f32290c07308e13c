package org.pizzaorders.operations.api;

import java.util.List;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.text.WrittenText;

/** The reason of an operator's action. It is mandatory, because the audit needs it. */
public final class Reasons {

    public static final int LONGEST = 500;

    private Reasons() {}

    /**
     * The reason as it is stored.
     *
     * @throws InvalidInput if it is missing or not a valid text
     */
    public static String required(String reason) {
        var line = WrittenText.line(reason, LONGEST);
        if (line.text() == null || line.fault().isPresent()) {
            throw new InvalidInput(List.of(new FieldError("reason", line.fault().orElse("must say why"))));
        }
        return line.text();
    }
}
