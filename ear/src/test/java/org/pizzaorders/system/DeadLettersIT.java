package org.pizzaorders.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.Ids;
import tools.jackson.databind.JsonNode;

/** Records that nobody can read stop what comes after them in their own order and nothing else, until operators decide. */
class DeadLettersIT {

    private static final String OPS = "/api/v1/ops/";
    private static final String PAYMENTS = "payment-events";
    private static final String ORDERS = "order-events";

    /** What stands for personal data in an event. */
    private static final String SECRET = "secret.person@pizza.test";

    private static Shop shop;
    private static OutsideWorld outside;
    private static Topics topics;

    private final String reason = "trial " + UUID.randomUUID();

    @BeforeAll
    static void open() {
        shop = Installation.running().shop();
        outside = Installation.running().outside();
        topics = Installation.running().topics();
    }

    @Test
    void anOrderIsPaidOnlyAfterTheUnreadablePaymentEventBeforeItIsDiscarded() {
        var order = shop.order(unpaid(), "tok_declined");
        shop.awaitStatus(order, "PAYMENT_FAILED");
        var place = topics.write(event(PAYMENTS, order, "org.pizzaorders.payment.PaymentCompleted.v1"));
        var atOrders = awaitOpen("orders", place);
        var atNotifications = awaitOpen("notifications", place);

        shop.awaitStatus(shop.order("paid@pizza.test", "tok_visa"), "PAID");
        payAgain(order);
        awaitParked("orders", order, "org.pizzaorders.payment.PaymentCompleted.v1");
        awaitParked("notifications", order, "org.pizzaorders.payment.PaymentCompleted.v1");

        assertThat(atOrders.at("/reason").asString()).isEqualTo("UNREADABLE");
        assertThat(atOrders.at("/key").asString()).isEqualTo(order);
        assertThat(atOrders.at("/eventType").asString()).isEqualTo("org.pizzaorders.payment.PaymentCompleted.v1");
        assertThat(shop.see(order).text("/status")).isEqualTo("PAYMENT_FAILED");
        assertHidden(atOrders);
        awaitNotice(PAYMENTS, atOrders);

        redrive(atOrders);
        assertThat(shop.see(order).text("/status"))
                .as("redriving does not make it readable")
                .isEqualTo("PAYMENT_FAILED");

        discard(atOrders, atNotifications);
        shop.awaitStatus(order, "PAID");
        assertAudited("orders", atOrders);
        assertAudited("notifications", atNotifications);
    }

    @Test
    void aCancelledOrderIsRefundedOnlyAfterTheGarbageBeforeItIsDiscarded() {
        var order = shop.order("paid@pizza.test", "tok_visa");
        shop.awaitStatus(order, "PAID");
        var place = topics.write(new ProducerRecord<>(ORDERS, order, SECRET));
        var atPayments = awaitOpen("payments", place);
        var atNotifications = awaitOpen("notifications", place);

        cancel(order);
        awaitParked("payments", order, "org.pizzaorders.order.OrderCancelled.v1");
        shop.awaitStatus(shop.order("paid@pizza.test", "tok_visa"), "PAID");

        assertThat(atPayments.at("/reason").asString()).isEqualTo("UNREADABLE");
        assertThat(atPayments.at("/eventType").isNull()).isTrue();
        assertHidden(atPayments);
        awaitNotice(ORDERS, atPayments);
        assertThat(shop.payments(order).text("/items/0/status")).isEqualTo("COMPLETED");

        discard(atPayments, atNotifications);
        soon(() -> assertThat(shop.payments(order).text("/items/0/status")).isEqualTo("REFUNDED"));
        assertThat(outside.chargesOf(shop.payments(order).text("/items/0/id"))).hasSize(1);
    }

    @Test
    void whatIsOfNoKnownTypeIsPassedOverAndWhatHasNoKeyHoldsBackNobody() {
        var order = shop.order(unpaid(), "tok_declined");
        shop.awaitStatus(order, "PAYMENT_FAILED");
        var unknown = topics.write(event(PAYMENTS, order, "org.pizzaorders.payment.PaymentPraised.v1"));
        var keyless = topics.write(new ProducerRecord<>(PAYMENTS, unknown.partition(), null, SECRET));
        var atOrders = awaitOpen("orders", keyless);
        var atNotifications = awaitOpen("notifications", keyless);

        payAgain(order);

        shop.awaitStatus(order, "PAID");
        assertThat(letters("orders", "").stream().filter(letter -> isAt(letter, unknown)))
                .isEmpty();
        assertThat(atOrders.at("/key").isNull()).isTrue();
        assertThat(atOrders.at("/parkedBehind").asInt()).isZero();
        awaitNotice(PAYMENTS, atOrders);
        discard(atOrders, atNotifications);
    }

    private static String unpaid() {
        return Ids.next() + "@pizza.test";
    }

    /** With all the headers of an event, and content that is none. */
    private static ProducerRecord<String, String> event(String topic, String order, String type) {
        var event = new ProducerRecord<>(topic, order, "{\"paymentId\":\"" + SECRET + "\"}");
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        Ids.next().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/pizza-orders/payments",
                        "ce_subject",
                        order,
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "ce_aggregateversion",
                        "1",
                        "ce_correlationid",
                        "trial")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        return event;
    }

    private static void payAgain(String order) {
        var paid = shop.http()
                .post("/api/v1/payments", "{\"orderId\":\"" + order + "\",\"method\":\"CARD\",\"token\":\"tok_visa\"}");
        assertThat(paid.status()).as(paid.toString()).isEqualTo(202);
    }

    private static void cancel(String order) {
        var cancelled = shop.http().post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"no appetite\"}");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(202);
    }

    /** The open dead letter of the service from that place. */
    private static JsonNode awaitOpen(String service, RecordMetadata place) {
        soon(() -> assertThat(letters(service, "&status=OPEN")).anyMatch(letter -> isAt(letter, place)));
        return letters(service, "&status=OPEN").stream()
                .filter(letter -> isAt(letter, place))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitParked(String service, String order, String type) {
        soon(() -> assertThat(letters(service, "&status=PARKED&type=" + type))
                .extracting(letter -> letter.at("/key").asString())
                .contains(order));
        assertThat(letters(service, "&status=OPEN").stream()
                        .filter(letter -> letter.at("/key").asString("").equals(order)))
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter.at("/parkedBehind").asInt()).isPositive());
    }

    private static List<JsonNode> letters(String service, String filter) {
        var answer = desk(service).get(OPS + "dead-letters?limit=100&service=" + service + filter);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.toString()).doesNotContain(SECRET);
        return answer.json().at("/items").valueStream().toList();
    }

    private static JsonNode letter(JsonNode known) {
        return desk(known)
                .get(OPS + "dead-letters/" + known.at("/id").asString())
                .json();
    }

    private static boolean isAt(JsonNode letter, RecordMetadata place) {
        return letter.at("/topic").asString().equals(place.topic())
                && letter.at("/partition").asInt() == place.partition()
                && letter.at("/offset").asLong() == place.offset();
    }

    private static void assertHidden(JsonNode known) {
        var letter = letter(known);
        assertThat(letter.at("/payload").isMissingNode()).isTrue();
        assertThat(letter.toString()).doesNotContain(SECRET);
    }

    /** The topic beside it is told which and why, and nothing of what the record holds. */
    private static void awaitNotice(String topic, JsonNode letter) {
        var id = letter.at("/id").asString();
        soon(() -> assertThat(topics.values(topic + "-dlq").stream().filter(notice -> notice.contains(id)))
                .singleElement()
                .asString()
                .contains("UNREADABLE", letter.at("/fingerprint").asString())
                .doesNotContain(SECRET));
    }

    private void redrive(JsonNode letter) {
        var answer = desk(letter)
                .post(
                        OPS + "dead-letters/" + letter.at("/id").asString() + "/redrive",
                        "{\"reason\":\"" + reason + "\"}");
        assertThat(answer.json().at("/touched").asInt()).as(answer.toString()).isEqualTo(1);
        soon(() -> {
            assertThat(letter(letter).at("/status").asString()).isEqualTo("OPEN");
            assertThat(letter(letter).at("/attempts").asInt())
                    .isEqualTo(letter.at("/attempts").asInt() + 1);
        });
    }

    /** First says how many it would be, and then does it. */
    private void discard(JsonNode one, JsonNode other) {
        assertThat(discard(one, other, true)).isEqualTo(2);
        assertThat(letter(one).at("/status").asString()).isEqualTo("OPEN");

        assertThat(discard(one, other, false)).isEqualTo(2);
        assertThat(letter(one).at("/status").asString()).isEqualTo("DISCARDED");
        assertThat(letter(other).at("/status").asString()).isEqualTo("DISCARDED");
    }

    /** One decision on both, told to whoever has one of them. */
    private int discard(JsonNode one, JsonNode other, boolean dry) {
        var decision = "{\"ids\":[\"%s\",\"%s\"],\"reason\":\"%s\",\"dryRun\":%s}"
                .formatted(one.at("/id").asString(), other.at("/id").asString(), reason, dry);
        return Stream.of(desk(one), desk(other))
                .distinct()
                .map(desk -> desk.post(OPS + "dead-letters/discard", decision))
                .mapToInt(answer -> answer.json().at("/touched").asInt())
                .sum();
    }

    private static Browser desk(JsonNode letter) {
        return desk(letter.at("/service").asString());
    }

    private static Browser desk(String service) {
        return Installation.running().operationsOf(service);
    }

    private void assertAudited(String service, JsonNode letter) {
        assertThat(desk(service)
                        .get(OPS + "audit?limit=20&service=" + service)
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/action"))
                        .filter(action -> action.at("/reason").asString().equals(reason))
                        .filter(action -> action.at("/action").asString().equals("dead-letters.discard")))
                .singleElement()
                .satisfies(action -> assertThat(action.at("/touched").asInt()).isEqualTo(1))
                .satisfies(action -> assertThat(action.at("/target").asString())
                        .contains(letter.at("/id").asString()));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Shop.PATIENCE.multipliedBy(2))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }
}
