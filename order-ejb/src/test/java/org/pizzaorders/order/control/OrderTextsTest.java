package org.pizzaorders.order.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pizzaorders.order.control.Wishes.CARD;
import static org.pizzaorders.order.control.Wishes.MARGHERITA;
import static org.pizzaorders.order.control.Wishes.check;
import static org.pizzaorders.order.control.Wishes.errors;
import static org.pizzaorders.order.control.Wishes.wish;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.shared.FieldError;

/** What customers write of themselves, and what is kept of it. */
class OrderTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "\u2800",
                "\u200b\u2060\ufeff",
                "\u202e\u202c",
                "\u3164",
                "\u00ad",
                "\u200d",
                "\u0301"
            })
    void aTextOfInvisibleCharactersIsEmpty(String text) {
        var nobody = new Customer(text, "anna@example.com", null, "en");

        assertThat(errors(wish(nobody, text, CARD, MARGHERITA)))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(tuple("customer.name", "is required"), tuple("deliveryAddress", "is required"));
        assertThat(OrderCheck.reason(text)).isNull();
    }

    @Test
    void removesInvisibleCharactersFromPastedTexts() {
        var pasted = new Customer(
                "\u202eAnna\u202c\u00a0 Ivanova\ufeff",
                "anna@example.com",
                "\u202a+7\u00a0916\u2011123.45.67\u202c",
                "en");

        var order = check(pasted, "Cafe\u0301\u200b, Lyon", CARD, MARGHERITA);

        assertThat(order.customer()).isEqualTo(new Customer("Anna Ivanova", "anna@example.com", "+79161234567", "en"));
        assertThat(order.deliveryAddress()).isEqualTo("Caf\u00e9, Lyon");
    }

    @Test
    void aNumberWithoutItsCountryIsOfTheDefaultRegion() {
        var customer = new Customer("Anna", "anna@example.com", "8 (916) 123-45-67", "en");

        assertThat(check(customer, "Moscow", CARD, MARGHERITA).customer().phone())
                .isEqualTo("+79161234567");
    }

    @Test
    void speaksTheCustomersLanguageAndEnglishByDefault() {
        var russian = new Customer("Анна", "anna@example.com", null, "ru");
        var unsaid = new Customer("Anna", "anna@example.com", null, null);

        assertThat(check(russian, "Москва", CARD, MARGHERITA).lines().get(0).pizzaName())
                .isEqualTo("Маргарита");
        assertThat(check(unsaid, "Moscow", CARD, MARGHERITA).customer().language())
                .isEqualTo("en");
    }

    @Test
    void normalizesTexts() {
        var customer = new Customer("  Anna \n Ivanova ", " anna@example.com ", "+7 (916) 123-45-67", "en");

        var order = check(customer, "Moscow,\n Tverskaya 1", CARD, MARGHERITA);

        assertThat(order.customer()).isEqualTo(new Customer("Anna Ivanova", "anna@example.com", "+79161234567", "en"));
        assertThat(order.deliveryAddress()).isEqualTo("Moscow, Tverskaya 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@localhost", "@example.com", "a b@example.com", "a@b.com,c@d.com", "a@.com"})
    void refusesAnInvalidEmailAddress(String email) {
        var errors = errors(wish(new Customer("Anna", email, null, "en"), "Moscow", CARD, MARGHERITA));

        assertThat(errors)
                .containsExactly(
                        new FieldError("customer.email", "must be an e-mail address such as anna@example.com"));
    }

    @Test
    void refusesTextsThatTheDatabaseCannotStore() {
        var errors = errors(wish(new Customer("An\0na", "anna@example.com", null, "en"), "x\ud800", CARD, MARGHERITA));

        assertThat(errors).extracting(FieldError::field).containsExactly("customer.name", "deliveryAddress");
    }
}
