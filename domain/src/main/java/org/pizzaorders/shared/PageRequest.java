package org.pizzaorders.shared;

import java.util.List;
import java.util.Optional;

/**
 * The requested part of a list.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param after empty for the first page
 */
public record PageRequest(int limit, Optional<Cursor> after) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInput(List.of(new FieldError("limit", "must be from 1 to " + MAX_LIMIT)));
        }
    }
}
