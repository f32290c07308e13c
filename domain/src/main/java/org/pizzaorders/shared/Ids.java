package org.pizzaorders.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;

/**
 * Identifiers: UUIDv7, made by the application. They sort by creation time, so an index on them grows at its end, and a
 * list sorted by id is sorted by age. No database sequence is needed.
 */
public final class Ids {

    private Ids() {}

    /** A new id, greater than all that this process made before. Any thread. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /**
     * Reads an id that a client sent.
     *
     * @param field the field name for the error
     * @throws InvalidInput if the text is not a UUID in canonical form
     */
    public static UUID parse(String field, String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException | NullPointerException e) {
            // said below, in the client's terms
        }
        throw new InvalidInput(
                List.of(new FieldError(field, "must be a UUID such as 0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11")));
    }
}
