package org.pizzaorders.messaging.deadletter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.messaging.ServiceFixture.incoming;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.operations.api.AuditEntry;
import org.pizzaorders.operations.api.DeadLetterGroup;
import org.pizzaorders.operations.api.DeadLetterQuery;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.PageRequest;

/** What is kept of an event that is given up, and what waits behind it. */
class DeadLettersIT {

    @AutoClose
    private static final DeadLetterScene scene = new DeadLetterScene();

    private final UUID order = Ids.next();

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void storesARecordOnceEvenIfItIsDeliveredAgain() {
        var poison = event(1);
        var nameless = new IncomingEvent("order-events", 3, 7, order.toString(), Map.of(), new byte[] {0, -1}, false);

        scene.bury(poison);
        scene.bury(poison);
        scene.bury(nameless, DeadLetterReason.UNREADABLE);
        scene.bury(nameless, DeadLetterReason.UNREADABLE);
        scene.receive(poison);

        assertThat(scene.letters(DeadLetterStatus.OPEN)).hasSize(2);
        assertThat(scene.applied).isEmpty();
        assertThat(scene.notices()).hasSize(2);
    }

    @Test
    void reportsWhatWhyAndWhereOnTheDeadLetterTopic() {
        scene.bury(event(1));

        var letter = scene.theOpenOne();
        assertThat(scene.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .containsEntry("topic", "order-events-dlq")
                        .containsEntry("partition_key", order.toString())
                        .containsEntry("aggregate_id", letter.id().toString())
                        .hasEntrySatisfying(
                                "payload",
                                json -> assertThat((String) json)
                                        .contains(
                                                "\"fingerprint\": \"" + letter.fingerprint() + "\"",
                                                "\"reason\": \"EXHAUSTED\"")
                                        .contains("\"firstFailedAt\": \"2026-11-22T12:00:00Z\"", "\"attempts\": 3")
                                        .doesNotContain("customer regrets")));
        assertThat(letter.causes()).containsExactly("java.lang.IllegalStateException");
        assertThat(letter.key()).isEqualTo(order.toString());
        assertThat(letter.fingerprint()).hasSize(16);
    }

    @Test
    void storesThePayloadEncrypted() {
        scene.bury(incoming(new OrderCancelled(order, "customer regrets"), 1));

        var payload = (byte[])
                scene.rows("select payload from payments.dead_letters").get(0).get("payload");
        assertThat(new String(payload, ISO_8859_1)).doesNotContain("regrets", order.toString());
        scene.resolve(Action.REDRIVE, scene.theOpenOne().id());
        scene.work();
        assertThat(scene.applied).containsExactly(1);
    }

    @Test
    void parksLaterEventsOfTheKeyAndAppliesOthers() {
        scene.bury(event(1));

        scene.receive(event(2), incoming(new OrderPaid(Ids.next()), 100), event(3));
        var redelivered = event(4);
        scene.receive(redelivered);
        scene.receive(redelivered);

        assertThat(scene.applied).containsExactly(100);
        assertThat(scene.theOpenOne().parkedBehind()).isEqualTo(3);
    }

    @Test
    void aDryRunCountsTheGroupAndTheAuditRecordsTheChange() {
        for (var i = 0; i < 3; i++) {
            scene.bury(incoming(new OrderPaid(Ids.next()), i));
        }
        var fingerprint = scene.letters(DeadLetterStatus.OPEN).get(0).fingerprint();

        var would = scene.resolve(
                new Resolution(Action.DISCARD, Set.of(), Optional.of(fingerprint), "a drill", "olga", true));
        assertThat(groups())
                .singleElement()
                .satisfies(group -> assertThat(group.count()).isEqualTo(3));
        var did = scene.resolve(
                new Resolution(Action.DISCARD, Set.of(), Optional.of(fingerprint), "no drill", "olga", false));
        scene.work();

        assertThat(would).isEqualTo(3);
        assertThat(did).isEqualTo(3);
        assertThat(scene.letters(DeadLetterStatus.DISCARDED)).hasSize(3);
        assertThat(scene.fixture
                        .office()
                        .audit()
                        .list(new PageRequest(10, Optional.empty()))
                        .items())
                .extracting(AuditEntry::action)
                .containsExactly(new OperatorAction(
                        "dead-letters.discard", "fingerprint " + fingerprint, "no drill", "olga", 3));
    }

    @Test
    void storesAnyRecordOfAnotherProgram() {
        var headers = Map.of("ce_type", new byte[] {'a', 0, 'b'}, "ce_" + "x".repeat(3_000), new byte[5_000]);
        var odd = IncomingEvent.of("order-events", 0, -1, new byte[9_000], null, headers);

        scene.bury(odd, DeadLetterReason.UNREADABLE);

        assertThat(scene.theOpenOne().key()).hasSizeLessThan(300);
    }

    @Test
    void anEventAtTheSameOffsetOfARecreatedTopicIsAnotherOne() {
        var before = event(1);
        scene.bury(before);
        scene.resolve(Action.DISCARD, scene.theOpenOne().id());
        scene.work();
        var later = event(2);
        var anew = new IncomingEvent(
                before.topic(),
                before.partition(),
                before.offset(),
                later.key(),
                later.headers(),
                later.payload(),
                false);

        scene.bury(anew);
        scene.bury(anew);

        assertThat(scene.theOpenOne().eventId()).isEqualTo(later.headers().get(CloudEvents.ID));
    }

    private IncomingEvent event(int version) {
        return incoming(new OrderPaid(order), version);
    }

    @Test
    void countsTheEventsThatWaitBehindALetterUpToALimit() {
        scene.bury(event(1));
        scene.fixture.execute(
                "insert into dead_letters (id, kind, status, consumer, topic, record_key, record_partition,"
                        + " record_offset) select gen_random_uuid(), 'INCOMING', 'PARKED', consumer, topic, record_key,"
                        + " record_partition, 1000 + n from dead_letters, generate_series(1, ?) n",
                DeadLetterArchive.COUNTED + 10);

        assertThat(scene.theOpenOne().parkedBehind()).isEqualTo(DeadLetterArchive.COUNTED);
        assertThat(groups()).extracting(DeadLetterGroup::parkedBehind).containsExactly((long)
                DeadLetterArchive.COUNTED);
    }

    @Test
    void narrowsByAgeInTheTimeOfTheDatabase() {
        scene.bury(event(1));
        scene.fixture.execute("update dead_letters set first_failed_at = now() - interval '10 minutes'");

        var shorter = Optional.of(Duration.ofMinutes(9));
        var longer = Optional.of(Duration.ofMinutes(11));
        assertThat(aged(shorter, Optional.empty())).isEqualTo(1);
        assertThat(aged(longer, Optional.empty())).isZero();
        assertThat(aged(Optional.empty(), shorter)).isZero();
        assertThat(aged(shorter, longer)).isEqualTo(1);
    }

    private static int aged(Optional<Duration> olderThan, Optional<Duration> newerThan) {
        return scene.fixture
                .office()
                .list(new DeadLetterQuery(
                        Optional.of(DeadLetterStatus.OPEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        olderThan,
                        newerThan,
                        new PageRequest(20, Optional.empty())))
                .items()
                .size();
    }

    private List<DeadLetterGroup> groups() {
        return scene.fixture
                .office()
                .groups(new DeadLetterQuery(
                        Optional.of(DeadLetterStatus.OPEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new PageRequest(20, Optional.empty())));
    }
}
