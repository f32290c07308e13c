package org.pizzaorders.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.Ids;

/** Payments whose order is cancelled first, whose refund takes its time, or which the provider does not know. */
class PaymentCourseIT {

    private static Shop shop;
    private static OutsideWorld outside;

    @BeforeAll
    static void open() {
        shop = Installation.running().shop();
        outside = Installation.running().outside();
    }

    @Test
    void aCancellationThatIsReadBeforeItsOrderIsRememberedAndNothingIsCharged() {
        var order = Ids.next().toString();
        var topics = Installation.running().topics();

        topics.write(event(0, order, "OrderCancelled", 2, "{\"orderId\":\"" + order + "\",\"reason\":null}"));
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(payAgain(order).toString()).contains("it is cancelled"));
        topics.write(event(1, order, "OrderCreated", 1, """
                {"orderId":"%s","customerId":null,
                 "customer":{"name":"Anna","email":"early@pizza.test","phone":"+79161234567","language":"en"},
                 "items":[{"pizzaId":"margherita","pizzaName":"Margherita","size":"MEDIUM","quantity":1,
                           "unitPrice":59900,"totalPrice":59900}],
                 "totalAmount":59900,"currency":"RUB","deliveryAddress":"Tverskaya 1",
                 "payment":{"method":"CARD","token":"tok_visa"}}""".formatted(order)));

        await().atMost(Shop.PATIENCE)
                .untilAsserted(() ->
                        assertThat(shop.payments(order).json().at("/items")).isNotEmpty());
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(status(order)).isEqualTo("CANCELLED"));
        assertThat(outside.chargesOf(shop.payments(order).text("/items/0/id"))).isEmpty();
    }

    @Test
    void aRefundThatIsPendingAtTheProviderIsNotRefundedBeforeItSucceeds() {
        var order = shop.order("pending@pizza.test", "tok_pendingRefund");
        shop.awaitStatus(order, "PAID");

        shop.http().post("/api/v1/orders/" + order + "/cancellation", "{}");

        await().atMost(Shop.PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            var payment = shop.payments(order).json().at("/items/0");
            assertThat(payment.at("/refund/providerReference").asString("")).startsWith("re_");
            assertThat(payment.at("/refund/status").asString("")).isEqualTo("PENDING");
            assertThat(payment.at("/status").asString()).isEqualTo("COMPLETED");
        });
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(status(order)).isEqualTo("REFUNDED"));
    }

    @Test
    void aPaymentThatTheProviderDoesNotKnowIsDecidedByAnOperatorAndPaidAgain() {
        var order = shop.order("unknown@pizza.test", "tok_timeout");
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(reference(order)).startsWith("pi_"));
        var payment = shop.payments(order).text("/items/0/id");

        outside.dashboard("forgotten", "payment_intent=" + reference(order));
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(shop.http()
                                .get("/api/v1/payments/stuck?limit=100")
                                .json()
                                .at("/items")
                                .valueStream())
                        .anySatisfy(stuck -> {
                            assertThat(stuck.at("/paymentId").asString()).isEqualTo(payment);
                            assertThat(stuck.at("/trouble").asString()).isEqualTo("CHARGE_UNKNOWN");
                        }));
        var decided = decide(payment);

        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        assertThat(decided.text("/failureReason")).isEqualTo("found_uncharged");
        assertThat(decide(payment).status()).isEqualTo(409);
        shop.awaitStatus(order, "PAYMENT_FAILED");
        payAgain(order);
        shop.awaitStatus(order, "PAID");
        var pages = shop.http().get("/api/v1/payments?limit=1&orderId=" + order);
        assertThat(shop.http()
                        .get("/api/v1/payments?limit=1&orderId=" + order + "&cursor=" + pages.text("/nextCursor"))
                        .text("/items/0/id"))
                .isEqualTo(payment);
    }

    private static Answer decide(String payment) {
        return shop.http()
                .post(
                        "/api/v1/payments/" + payment + "/decision",
                        "{\"decision\":\"NOT_CHARGED\",\"reason\":\"not in the old account\"}");
    }

    private static Answer payAgain(String order) {
        return shop.http()
                .post("/api/v1/payments", "{\"orderId\":\"" + order + "\",\"method\":\"CARD\",\"token\":\"tok_visa\"}");
    }

    private static String status(String order) {
        return shop.payments(order).text("/items/0/status");
    }

    private static String reference(String order) {
        return shop.payments(order).json().at("/items/0/providerReference").asString("");
    }

    /** In a partition that the key does not lead to, as after partitions were added. */
    private static ProducerRecord<String, String> event(
            int partition, String order, String type, int version, String json) {
        var event = new ProducerRecord<>("order-events", partition, order, json);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        Ids.next().toString(),
                        "ce_type",
                        "org.pizzaorders.order." + type + ".v1",
                        "ce_source",
                        "/pizza-orders/orders",
                        "ce_subject",
                        order,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_aggregateversion",
                        Integer.toString(version),
                        "ce_correlationid",
                        "trial")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        return event;
    }
}
