package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Operators see all services of a server behind one view, and what they do is in the audit. */
class OperationsIT {

    private static final String OPS = "/api/v1/ops/";

    private final Browser http = Installation.running().operationsOf("orders");
    private final Browser notifications = Installation.running().operationsOf("notifications");
    private final String reason = "{\"reason\":\"trial " + UUID.randomUUID() + "\"}";

    @Test
    @DisabledIfSystemProperty(named = "slices", matches = "|true", disabledReason = "Each service shows its own")
    void showsTheBacklogOfEachService() {
        var backlogs = http.get(OPS + "outbox");

        assertThat(backlogs.status()).as(backlogs.toString()).isEqualTo(200);
        assertThat(backlogs.json()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/service").asString()))
                .containsExactly("catalog", "orders", "payments", "notifications");
    }

    @Test
    void pausesAndResumesAConsumerAndHasItInTheAudit() {
        var paused = http.post(OPS + "consumers/orders-menu/pause", reason);
        var resumed = http.post(OPS + "consumers/orders-menu/resume", reason);

        assertThat(paused.status()).as(paused.toString()).isEqualTo(200);
        assertThat(paused.json().at("/paused").asBoolean()).isTrue();
        assertThat(resumed.json().at("/paused").asBoolean()).isFalse();
        assertThat(http.get(OPS + "audit?service=orders&limit=2")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/action/action").asString()))
                .containsExactly("consumer.resume", "consumer.pause");
    }

    @Test
    void skipsNoBatchThatCanBeRead() {
        var skipped = http.post(
                OPS + "consumers/orders-menu/corrupt-batches/skip",
                "{\"topic\":\"menu-events\",\"partition\":0,\"offset\":0,\"reason\":\"to be sure\"}");

        assertThat(skipped.status()).as(skipped.toString()).isEqualTo(409);
        assertThat(skipped.text("/code")).isEqualTo("NO_CORRUPT_BATCH");
    }

    @Test
    void hasAConsumerGoOnElsewhereAndHasItInTheAudit() {
        var seek = "{\"topic\":\"menu-events\",\"time\":\"2020-01-02T03:04:05Z\",\"reason\":\"once more\"}";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> http.post(OPS + "consumers/orders-menu/seek", seek).status() == 200);

        assertThat(http.get(OPS + "audit?service=orders&limit=1")
                        .json()
                        .at("/items/0/action/action")
                        .asString())
                .isEqualTo("consumer.seek");
        assertThat(http.post(OPS + "consumers/orders-menu/seek", seek.replace("menu-events", "payment-events"))
                        .text("/code"))
                .isEqualTo("PARTITION_NOT_HERE");
        assertThat(http.post(OPS + "consumers/orders-menu/seek", "{\"topic\":\"menu-events\",\"reason\":\"x\"}")
                        .faultyFields())
                .containsExactly("partition");
        assertThat(http.post(OPS + "consumers/orders-menu/seek", seek.replace("2020-01", "1969-01"))
                        .faultyFields())
                .containsExactly("time");
    }

    @Test
    void wantsAReason() {
        assertThat(http.post(OPS + "consumers/orders-menu/pause", "{}").faultyFields())
                .containsExactly("reason");
        assertThat(http.post(OPS + "dead-letters/redrive", "{\"fingerprint\":\"x\"}")
                        .faultyFields())
                .containsExactly("reason");
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        var id = UUID.randomUUID();

        assertThat(http.get(OPS + "dead-letters/" + id).text("/code")).isEqualTo("DEAD_LETTER_NOT_FOUND");
        assertThat(http.post(OPS + "dead-letters/" + id + "/redrive", reason).status())
                .isEqualTo(404);
        assertThat(http.post(OPS + "consumers/nobody/pause", reason).text("/code"))
                .isEqualTo("CONSUMER_NOT_FOUND");
        assertThat(http.post(OPS + "dead-letters/discard", "{\"fingerprint\":\"none\",\"reason\":\"trial\"}")
                        .json()
                        .at("/touched")
                        .asInt())
                .isZero();
        assertThat(http.get(OPS + "dead-letters?status=OPEN&olderThan=PT1H").status())
                .isEqualTo(200);
        assertThat(http.get(OPS + "dead-letters?olderThan=yesterday").faultyFields())
                .containsExactly("olderThan");
    }

    @Test
    void forcesABreakerAndGivesItBack() {
        var forced = notifications.put(OPS + "breakers/SMS", "{\"override\":\"OPEN\",\"reason\":\"trial\"}");
        var back = notifications.put(OPS + "breakers/SMS", "{\"override\":\"NONE\",\"reason\":\"trial\"}");

        assertThat(forced.text("/state")).as(forced.toString()).isEqualTo("FORCED_OPEN");
        assertThat(back.text("/state")).isEqualTo("CLOSED");
        assertThat(notifications.get(OPS + "breakers").json().at("/items").valueStream())
                .anyMatch(breaker -> breaker.at("/name").asString().equals("SMS"));
    }
}
