package org.pizzaorders.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;

class RequestsTest {

    @Test
    void readsAPage() {
        var cursor = new Cursor("orders", UUID.randomUUID());

        assertThat(Requests.page("orders", null, null).limit()).isEqualTo(20);
        assertThat(Requests.page("orders", "100", cursor.text()).after()).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "101", "1.5", "", "99999999999", "+5", "\u0665", "05"})
    void refusesAnInvalidLimit(String limit) {
        assertThat(refusedField(() -> Requests.page("orders", limit, null))).isEqualTo("limit");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var other = new Cursor("notifications", UUID.randomUUID()).text();

        assertThat(refusedField(() -> Requests.page("orders", null, other))).isEqualTo("cursor");
    }

    @Test
    void readsAStatusAndNamesAllWhenThereIsNoSuch() {
        assertThat(Requests.oneOf(OrderStatus.class, "status", "PAID")).contains(OrderStatus.PAID);
        assertThat(Requests.oneOf(OrderStatus.class, "status", null)).isEmpty();

        var refusal =
                catchThrowableOfType(InvalidInput.class, () -> Requests.oneOf(OrderStatus.class, "status", "paid"));

        assertThat(refusal.errors())
                .containsExactly(new FieldError(
                        "status",
                        "must be one of PENDING, PAID, PAYMENT_FAILED, CONFIRMED, PREPARING, READY, DELIVERED,"
                                + " CANCELLED"));
    }

    @Test
    void asksForABody() {
        assertThat(refusedField(() -> Requests.needed(null))).isEqualTo("body");
    }

    @Test
    void prefersTheClientsLanguagesAndEndsWithTheDefault() {
        var acceptable = List.of(Locale.forLanguageTag("de"), Locale.forLanguageTag("ru-RU"), Locale.ROOT);

        assertThat(Languages.wanted(acceptable, "en")).containsExactly("de", "ru", "en");
    }

    private static String refusedField(ThrowingCallable call) {
        return catchThrowableOfType(InvalidInput.class, call).errors().get(0).field();
    }
}
