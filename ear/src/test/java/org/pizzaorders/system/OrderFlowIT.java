package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.Ids;

/** From the wish to the box and the mail about it, as a customer and the staff see it. */
class OrderFlowIT {

    private static Shop shop;
    private static OutsideWorld outside;

    @BeforeAll
    static void open() {
        shop = Installation.running().shop();
        outside = Installation.running().outside();
    }

    @Test
    void aPaidOrderIsChargedOnceAndItsReceiptArrives() {
        // An address of its own: what earlier runs sent is still in the sink.
        var address = Ids.next() + "@pizza.test";
        var order = shop.order(address, "tok_visa");

        shop.awaitStatus(order, "PAID");

        var payment = shop.payments(order).json().at("/items/0");
        assertThat(payment.at("/status").asString()).isEqualTo("COMPLETED");
        assertThat(outside.chargesOf(payment.at("/id").asString()))
                .singleElement()
                .satisfies(charge -> assertThat(charge.at("/amount").asLong())
                        .isEqualTo(shop.see(order).json().at("/totalAmount").asLong()));
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(outside.messagesTo(address)).hasSize(1));
    }

    @Test
    void aCustomerIsToldWhatThePolicySays() {
        var address = Ids.next() + "@pizza.test";
        var order = shop.order(address, "tok_visa");
        shop.awaitStatus(order, "PAID");
        shop.move(order, "CONFIRMED");

        var changed = policy("OrderPreparing", "[\"EMAIL\",\"PUSH\",\"WEBHOOK\"]");
        try {
            shop.move(order, "PREPARING");
            // Events of one order are told in their order: this mail is behind all that came before.
            await().atMost(Shop.PATIENCE)
                    .untilAsserted(() -> assertThat(mailsOf(order)).contains("OrderPreparing"));
        } finally {
            policy("OrderPreparing", "[\"PUSH\",\"WEBHOOK\"]");
        }

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(mailsOf(order)).containsExactly("OrderPreparing", "OrderCreated");
        assertThat(policy("OrderEaten", "[]").text("/code")).isEqualTo("POLICY_NOT_FOUND");
        assertThat(policy("OrderPreparing", "[\"PIGEON\"]").status()).isEqualTo(400);
        assertThat(policy("OrderPreparing", "null").faultyFields()).containsExactly("channels");
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(outside.messagesTo(address)).hasSize(2));
    }

    private static Answer policy(String event, String channels) {
        return shop.http()
                .put("/api/v1/notification-policies/" + event, "{\"channels\":" + channels + ",\"reason\":\"trial\"}");
    }

    /** Templates of the messages about the order that go by mail, newest first. */
    private static List<String> mailsOf(String order) {
        return shop.http()
                .get("/api/v1/notifications?orderId=" + order)
                .json()
                .at("/items")
                .valueStream()
                .filter(message -> message.at("/deliveries")
                        .valueStream()
                        .anyMatch(delivery -> delivery.at("/channel").asString().equals("EMAIL")))
                .map(message -> message.at("/template").asString())
                .toList();
    }

    @Test
    void aDeclinedOrderCanBePaidAgain() {
        var order = shop.order("declined@pizza.test", "tok_declined");
        shop.awaitStatus(order, "PAYMENT_FAILED");

        var again = shop.http()
                .post("/api/v1/payments", "{\"orderId\":\"" + order + "\",\"method\":\"CARD\",\"token\":\"tok_visa\"}");

        assertThat(again.status()).as(again.toString()).isEqualTo(202);
        assertThat(again.header("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/api/v1/payments/" + again.text("/id")));
        shop.awaitStatus(order, "PAID");
        assertThat(shop.payments(order)
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(payment -> payment.at("/status").asString()))
                .containsExactly("COMPLETED", "FAILED");
    }

    @Test
    void aFlakyProviderEndsInThreeAttemptsOnOneCharge() {
        var order = shop.order("flaky@pizza.test", "tok_flaky");

        shop.awaitStatus(order, "PAID");

        var payment = shop.payments(order).json().at("/items/0");
        assertThat(payment.at("/attempts")
                        .valueStream()
                        .map(attempt -> attempt.at("/outcome").asString()))
                .containsExactly("TRANSIENT_FAILURE", "TRANSIENT_FAILURE", "SUCCEEDED");
        assertThat(outside.chargesOf(payment.at("/id").asString())).hasSize(1);
    }

    @Test
    void aCancelledPaidOrderIsRefunded() {
        var order = shop.order("cancelled@pizza.test", "tok_visa");
        shop.awaitStatus(order, "PAID");

        var cancelled =
                shop.http().post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"changed my mind\"}");

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(202);
        shop.awaitStatus(order, "CANCELLED");
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() ->
                        assertThat(shop.payments(order).text("/items/0/status")).isEqualTo("REFUNDED"));
        var intent = shop.payments(order).text("/items/0/id");
        assertThat(outside.chargesOf(intent))
                .singleElement()
                .satisfies(charge -> assertThat(outside.refunds()
                                .filter(refund -> refund.at("/paymentIntent").equals(charge.at("/paymentIntent"))))
                        .singleElement()
                        .satisfies(refund -> assertThat(refund.at("/amount")).isEqualTo(charge.at("/amount"))));
    }

    @Test
    void theKitchenMovesAnOrderStepByStepAndNoOtherWay() {
        var order = shop.order("kitchen@pizza.test", "tok_visa");
        shop.awaitStatus(order, "PAID");

        assertThat(shop.move(order, "READY").status()).isEqualTo(409);
        for (var step : new String[] {"CONFIRMED", "PREPARING", "READY", "DELIVERED"}) {
            var moved = shop.move(order, step);
            assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
            assertThat(moved.text("/status")).isEqualTo(step);
        }

        assertThat(shop.http()
                        .post("/api/v1/orders/" + order + "/cancellation", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(shop.see(order)
                        .json()
                        .at("/history")
                        .valueStream()
                        .map(change -> change.at("/status").asString()))
                .containsExactly("PENDING", "PAID", "CONFIRMED", "PREPARING", "READY", "DELIVERED");
    }

    @Test
    void aCashOrderIsPaidAtTheDoor() {
        var order = shop.order(Shop.wish("cash@pizza.test", "CASH", null));
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() ->
                        assertThat(shop.payments(order).text("/items/0/status")).isEqualTo("PENDING"));

        for (var step : new String[] {"CONFIRMED", "PREPARING", "READY", "DELIVERED"}) {
            assertThat(shop.move(order, step).status()).isEqualTo(200);
        }

        await().atMost(Shop.PATIENCE)
                .untilAsserted(() ->
                        assertThat(shop.payments(order).text("/items/0/status")).isEqualTo("COMPLETED"));
        assertThat(shop.see(order).text("/status")).isEqualTo("DELIVERED");
    }

    @Test
    void staffWriteToACustomerByHand() {
        // An address of its own: what earlier runs sent is still in the sink.
        var address = Ids.next() + "@pizza.test";
        var order = shop.order(Shop.wish("hand@pizza.test", "CASH", null));

        // The notification service has to hear of the order first.
        var sent = await().atMost(Shop.PATIENCE)
                .until(
                        () -> shop.http().post("/api/v1/notifications", """
                                {"orderId":"%s","recipient":{"name":"Oleg","email":"%s"},"channels":["EMAIL"],
                                 "template":"OrderReady","data":{}}""".formatted(order, address)),
                        answer -> answer.status() == 202);

        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(outside.messagesTo(address)).hasSize(1));
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(shop.http()
                                .get("/api/v1/notifications/" + sent.text("/id"))
                                .text("/status"))
                        .isEqualTo("SENT"));
    }

    @Test
    void theCorrelationOfARequestReachesItsAnswer() {
        var answer = shop.http().get("/api/v1/menu", "X-Correlation-Id", "my-own-id");

        assertThat(answer.header("X-Correlation-Id")).hasValue("my-own-id");
        assertThat(shop.http().get("/api/v1/menu").header("X-Correlation-Id")).isPresent();
    }
}
