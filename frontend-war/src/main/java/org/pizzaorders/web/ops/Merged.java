package org.pizzaorders.web.ops;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Page;

/**
 * One list of several services' lists. All of them run from the newest id to the oldest, and ids are comparable across
 * services (UUIDv7), so the last id shown is a position in each list, even if the id is not from that list.
 */
final class Merged {

    private Merged() {}

    /** @param pages of the services, each asked for the same part and with the same limit */
    static <T> Page<T> page(List<Page<T>> pages, int limit, Function<T, UUID> id, String kind) {
        // Compared as text, because UUID compares its halves as signed numbers and the database does not.
        Comparator<T> newestFirst =
                comparing((T item) -> id.apply(item).toString()).reversed();
        var all = pages.stream()
                .map(Page::items)
                .flatMap(Collection::stream)
                .sorted(newestFirst)
                .toList();
        var shown = all.subList(0, Math.min(limit, all.size()));
        var more = all.size() > limit || pages.stream().anyMatch(page -> page.nextCursor() != null);
        return new Page<>(shown, more ? new Cursor(kind, id.apply(shown.get(shown.size() - 1))).text() : null);
    }
}
