package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an order is for, as people write it, and whether messages get there. */
class ContactsIT {

    private static Shop shop;
    private static OutsideWorld outside;

    @BeforeAll
    static void open() {
        shop = Installation.running().shop();
        outside = Installation.running().outside();
    }

    @Test
    void aMailReachesADomainOfAnyScriptAndAShortMessageANumberAsItWasPasted() {
        var wish = Shop.wish("contacts@пример.рф", "CASH", null)
                .replace("Anna Petrova", "\u202eAnna\u202c\u00a0Petrova\u200b")
                .replace("+79161234567", "\u202a+44 (0)20\u00a07946\u20110958\u202c");

        var order = shop.http().post("/api/v1/orders", wish, "Accept-Language", "en");

        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.text("/customer/name")).isEqualTo("Anna Petrova");
        assertThat(order.text("/customer/email")).isEqualTo("contacts@пример.рф");
        assertThat(order.text("/customer/phone")).isEqualTo("+442079460958");
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(outside.messagesTo("contacts@xn--e1afmkfd.xn--p1ai"))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "customer.name, Anna Petrova, \u200b",
        "customer.name, Anna Petrova, \u2800",
        "customer.name, Anna Petrova, bell \\u0007",
        "deliveryAddress, 'Tverskaya 1, Moscow', \u202e\u2066",
        "customer.email, contacts@pizza.test, anna.@example.test",
        "customer.email, contacts@pizza.test, an..na@example.test",
        "customer.email, contacts@pizza.test, 'anna@example.test,eve@example.test'",
        "customer.phone, +79161234567, +7 916 123-45-6",
        "customer.phone, +79161234567, +999 123 456 789",
    })
    void whatNobodyCanReadOrReachIsRefusedWithItsField(String field, String right, String wrong) {
        var answer = shop.http()
                .post(
                        "/api/v1/orders",
                        Shop.wish("contacts@pizza.test", "CASH", null).replace(right, wrong));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.faultyFields()).containsExactly(field);
    }
}
