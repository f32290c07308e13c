package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a client writes is passed over or bent into shape: it is refused by name, and the same on each server. */
class StrictInputIT {

    private final Shop shop = Installation.running().shop();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/v1/orders?state=PAID                      | state   | is not known here; known are status, limit, cursor
                    /api/v1/orders?limit=1&limit=2                 | limit   | must be given once
                    /api/v1/orders?status=%ED%A0%80                | status  | must be percent-encoded UTF-8
                    /api/v1/orders/no-id?x=1                       | x       | is not known here; known are none
                    /api/v1/menu?size=LARGE                        | size    | is not known here; known are none
                    /api/v1/payments?orderid=1                     | orderid | is not known here; known are orderId, limit, cursor
                    /api/v1/notifications?page=2                   | page    | is not known here; known are orderId, limit, cursor
                    /api/v1/ops/audit?q=1                          | q       | is not known here; known are service, limit, cursor
                    /api/v1?x=1                                    | x       | is not known here; known are none
                    """)
    void parametersOfTheQueryThatAnOperationDoesNotTakeAreNamed(String address, String field, String message) {
        var answer = shop.http().get(address);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).isEqualTo(message);
    }

    @Test
    void operationsThatChangeSomethingAreStrictToo() {
        var wish = Shop.wish("strict@pizza.test", "CASH", null);

        assertThat(shop.http().post("/api/v1/orders?dryRun=true", wish).faultyFields())
                .containsExactly("dryRun");
        assertThat(shop.http().delete("/api/v1/menu/margherita?really=no").faultyFields())
                .containsExactly("really");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udf55\\ud83c", "x\\u0000"})
    void textsThatAreNoneAreNamed(String text) {
        var order = Shop.wish("strict@pizza.test", "CASH", null).replace("Anna Petrova", text);
        var pizza = """
                {"id":"strict","name":"Strict","description":"Here","ingredients":["a","%s"],
                 "prices":[{"size":"SMALL","amount":100},{"size":"MEDIUM","amount":200},{"size":"LARGE","amount":300}]}""".formatted(text);
        var message = "{\"template\":\"OrderReady\",\"data\":{\"a\":{\"b\":[\"%s\"]}}}".formatted(text);

        assertThat(shop.http().post("/api/v1/orders", order).faultyFields()).containsExactly("customer.name");
        assertThat(shop.http().post("/api/v1/menu", pizza).faultyFields()).containsExactly("ingredients[1]");
        assertThat(shop.http().post("/api/v1/notifications", message).faultyFields())
                .containsExactly("data.a.b[0]");
    }

    @Test
    void theSameSaidInAnotherLayoutIsTheSameUnderOneKey() {
        var key = UUID.randomUUID().toString();
        var wish = Shop.wish("layout@pizza.test", "CASH", null);
        var first = shop.http().post("/api/v1/orders", wish, "Idempotency-Key", key);
        var again = wish.replaceAll("\\s+(?=\")", "\n\t")
                .replace("Anna", "\\u0041nna")
                .replace("\":", "\" : ");

        var second = shop.http().post("/api/v1/orders", again, "Idempotency-Key", key);
        var other = shop.http().post("/api/v1/orders", wish.replace(":2}", ":3}"), "Idempotency-Key", key);

        assertThat(again).isNotEqualTo(wish);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).hasValue("true");
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(other.status()).isEqualTo(422);
    }
}
