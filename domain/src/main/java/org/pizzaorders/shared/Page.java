package org.pizzaorders.shared;

import java.util.List;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param nextCursor start of the next page; null on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page from up to {@code limit + 1} rows: the extra row only shows that there are more.
     *
     * @param cursor makes the position after a row
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, Cursor> cursor) {
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? cursor.apply(shown.get(limit - 1)).text() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
