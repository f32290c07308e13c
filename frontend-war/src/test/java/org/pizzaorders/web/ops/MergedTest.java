package org.pizzaorders.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

class MergedTest {

    private static final String KIND = "things";
    private static final int LIMIT = 3;

    @Test
    void leadsThroughAllListsOnceAndInOrder() {
        var ids = IntStream.range(0, 20).mapToObj(number -> Ids.next()).toList();
        List<List<UUID>> services = List.of(
                ids.stream().filter(id -> ids.indexOf(id) % 3 == 0).toList(),
                ids.stream().filter(id -> ids.indexOf(id) % 3 != 0).toList(),
                List.of());

        var seen = new ArrayList<UUID>();
        var cursor = Optional.<Cursor>empty();
        do {
            var part = new PageRequest(LIMIT, cursor);
            var page = Merged.page(
                    services.stream().map(service -> list(service, part)).toList(), LIMIT, Function.identity(), KIND);
            assertThat(page.items()).hasSizeBetween(1, LIMIT);
            seen.addAll(page.items());
            cursor = Cursor.parse(KIND, page.nextCursor());
        } while (cursor.isPresent());

        assertThat(seen)
                .containsExactlyElementsOf(ids.stream().sorted(newestFirst()).toList());
    }

    @Test
    void hasOneEmptyPageOfNothing() {
        var page = Merged.page(List.of(new Page<UUID>(List.of(), null)), LIMIT, Function.identity(), KIND);

        assertThat(page).isEqualTo(new Page<>(List.of(), null));
    }

    /** As a service lists its own. */
    private static Page<UUID> list(List<UUID> ids, PageRequest part) {
        var rows = ids.stream()
                .sorted(newestFirst())
                .filter(id -> part.after()
                        .map(cursor -> id.toString().compareTo(cursor.after().toString()) < 0)
                        .orElse(true))
                .limit(part.limit() + 1L)
                .toList();
        return Page.of(rows, part.limit(), Function.identity(), id -> new Cursor(KIND, id));
    }

    private static Comparator<UUID> newestFirst() {
        return Comparator.comparing(UUID::toString).reversed();
    }
}
