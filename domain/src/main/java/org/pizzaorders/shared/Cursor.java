package org.pizzaorders.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A position in a list, opaque to clients. Lists run from the newest id to the oldest (ids are UUIDv7), so a position
 * is the last id seen. The kind prevents the use of a cursor with another list.
 *
 * @param kind the list it belongs to, such as {@code orders}
 */
public record Cursor(String kind, UUID after) {

    /** The cursor as clients see it. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((kind + ":" + after).getBytes(UTF_8));
    }

    /**
     * Parses a text made by {@link #text}.
     *
     * @param text null for the first page
     * @throws InvalidInput if it is broken or belongs to another list
     */
    public static Optional<Cursor> parse(String kind, String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(":", 2);
            if (parts.length == 2 && parts[0].equals(kind)) {
                return Optional.of(new Cursor(kind, UUID.fromString(parts[1])));
            }
        } catch (IllegalArgumentException e) {
            // said below, in the client's terms
        }
        throw new InvalidInput(List.of(new FieldError(
                "cursor", "is not a cursor of this list: pass nextCursor of its previous page, or leave it out")));
    }
}
