package org.pizzaorders.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private final Cursor cursor = new Cursor("orders", UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11"));

    @Test
    void isReadBackFromItsText() {
        assertThat(Cursor.parse("orders", cursor.text())).contains(cursor);
        assertThat(Cursor.parse("orders", null)).isEmpty();
    }

    @Test
    void isRefusedByAnotherList() {
        assertThatThrownBy(() -> Cursor.parse("notifications", cursor.text())).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "b3JkZXJz", "b3JkZXJzOm5vLWlk"})
    void isRefusedWhenBroken(String text) {
        assertThatThrownBy(() -> Cursor.parse("orders", text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::field)
                                .containsExactly("cursor"));
    }

    @Test
    void aPageNamesTheNextOneOnlyIfThereIsMore() {
        var a = UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b13");
        var b = UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b12");

        var first = Page.of(List.of(a, b), 1, UUID::toString, id -> new Cursor("orders", id));
        var last = Page.of(List.of(b), 1, UUID::toString, id -> new Cursor("orders", id));

        assertThat(first.items()).containsExactly(a.toString());
        assertThat(Cursor.parse("orders", first.nextCursor())).contains(new Cursor("orders", a));
        assertThat(last.nextCursor()).isNull();
    }
}
