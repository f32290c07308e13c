package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.operations.api.DeadLetterGroup;
import org.pizzaorders.operations.api.DeadLetterKind;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.DeadLetterView;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.shared.Ids;

/** What becomes of events that their topic refuses for good, from the relay to the operator and back. */
class OutgoingDeadLettersIT {

    private static final Duration TICK = Duration.ofMillis(100);

    private static OutgoingScene scene;

    private final UUID order = Ids.next();
    private final UUID other = Ids.next();

    @BeforeAll
    static void open() {
        scene = new OutgoingScene();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    void holdsBackItsAggregateAndNobodyElse() {
        scene.refuse(order, 1, "TooLarge");
        scene.happened(order, 1, 2, 3);
        scene.happened(other, 1, 2);

        scene.instance(OutgoingScene.NEVER);

        soon(() -> assertThat(scene.published(other)).containsExactly(1, 2));
        soon(() -> assertThat(scene.letters(DeadLetterStatus.OPEN)).hasSize(1));
        assertThat(scene.published(order)).isEmpty();
        var letter = scene.letter(order);
        assertThat(letter.kind()).isEqualTo(DeadLetterKind.OUTGOING);
        assertThat(letter.reason()).isEqualTo(DeadLetterReason.UNSENDABLE);
        assertThat(letter.causes()).containsExactly("TooLarge");
        assertThat(letter.consumer()).isEqualTo("outbox");
        assertThat(letter.topic()).isEqualTo("order-events");
        assertThat(letter.eventType()).isEqualTo("org.pizzaorders.order.OrderPaid.v1");
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.parkedBehind()).isEqualTo(2);
        assertThat(scene.orders.rows("select event_id::text as id from orders.outbox_events order by id limit 1"))
                .containsExactly(Map.of("id", letter.eventId()));
        assertThat(scene.orders.rows("select 1 from orders.dead_letters where payload is not null"))
                .isEmpty();
    }

    @Test
    void isNotTriedAgainByAnybodyUnlessAnOperatorSaysSo() {
        buried(TICK, order, 1, 2);
        scene.heal();
        scene.happened(other, 1);

        scene.instance(TICK);

        soon(() -> assertThat(scene.published(other)).containsExactly(1));
        assertThat(scene.offers(order, 1)).isEqualTo(1);
        assertThat(scene.published(order)).isEmpty();
    }

    @Test
    void goesOutBeforeTheLaterOnesOnceItIsRedriven() {
        buried(OutgoingScene.NEVER, order, 1, 2, 3);
        scene.heal();

        assertThat(scene.resolve(Action.REDRIVE, scene.letter(order).id())).isEqualTo(1);

        soon(() -> assertThat(scene.published(order)).containsExactly(1, 2, 3));
        soon(this::assertEmptyOutbox);
        assertThat(scene.letters(DeadLetterStatus.REDRIVEN))
                .singleElement()
                .satisfies(letter -> assertThat(letter.resolvedAt()).isNotNull())
                .satisfies(letter -> assertThat(letter.parkedBehind()).isZero());
    }

    @Test
    void waitsForAnOperatorAgainIfItIsRefusedAgain() {
        buried(OutgoingScene.NEVER, order, 1, 2);
        var first = scene.letter(order);

        scene.resolve(Action.REDRIVE, first.id());

        soon(() -> assertThat(scene.letter(order).attempts()).isEqualTo(2));
        assertThat(scene.letter(order).id()).isEqualTo(first.id());
        assertThat(scene.letter(order).resolvedAt()).isNull();
        assertThat(scene.letter(order).firstFailedAt()).isEqualTo(first.firstFailedAt());
        assertThat(scene.letter(order).lastFailedAt()).isAfter(first.lastFailedAt());
        assertThat(scene.published(order)).isEmpty();
    }

    @Test
    void letsTheLaterOnesGoAtOnceWhenItIsDiscarded() {
        buried(OutgoingScene.NEVER, order, 1, 2, 3);

        assertThat(scene.resolve(Action.DISCARD, scene.letter(order).id())).isEqualTo(1);

        soon(() -> assertThat(scene.published(order)).containsExactly(2, 3));
        soon(this::assertEmptyOutbox);
        assertThat(scene.letters(DeadLetterStatus.DISCARDED)).hasSize(1);
        assertThat(scene.offers(order, 1)).isEqualTo(1);
    }

    @Test
    void isSeenToAtOnceByARelayThatRunsElsewhere() {
        buried(OutgoingScene.NEVER, order, 1, 2);
        buried(OutgoingScene.NEVER, other, 1, 2);
        var standby = scene.instance(OutgoingScene.NEVER);

        scene.resolve(Action.DISCARD, scene.letter(order).id());
        scene.heal();
        scene.resolve(Action.REDRIVE, scene.letter(other).id());

        soon(() -> assertThat(scene.published(order)).containsExactly(2));
        soon(() -> assertThat(scene.published(other)).containsExactly(1, 2));
        assertThat(standby.isRelaying()).isFalse();
    }

    @Test
    void isFoundByIndexInALongOutbox() {
        buried(OutgoingScene.NEVER, order, 1, 2);
        scene.orders.execute(
                "insert into orders.outbox_events (event_id, aggregate_id, aggregate_version, partition_key,"
                        + " event_type, topic, payload, headers, published_at) select gen_random_uuid(), 'filler-' || n, 1, 'x',"
                        + " 'x', 'x', '{}', '{}', null from generate_series(1, 20000) n");
        scene.orders.execute("analyze orders.outbox_events");
        scene.stop();
        var before = scansByIndex();

        assertThat(scene.letter(order).parkedBehind()).isEqualTo(1);

        soon(() -> assertThat(scansByIndex()).isGreaterThan(before));
    }

    /** Of those indexes that have what failed before, and little else. */
    private static long scansByIndex() {
        return (long) scene.orders
                .rows("select sum(idx_scan)::bigint as scans from pg_stat_user_indexes where schemaname = 'orders'"
                        + " and indexrelname in ('outbox_events_retry_ix', 'outbox_events_held_back_ix')")
                .get(0)
                .get("scans");
    }

    @Test
    void isFollowedByTheNextOneThatIsRefused() {
        scene.refuse(order, 2, "TooLarge");
        buried(OutgoingScene.NEVER, order, 1, 2, 3);

        scene.resolve(Action.DISCARD, scene.letter(order).id());
        soon(() -> assertThat(scene.letter(order).parkedBehind()).isEqualTo(1));
        assertThat(scene.published(order)).isEmpty();
        scene.resolve(Action.DISCARD, scene.letter(order).id());

        soon(() -> assertThat(scene.published(order)).containsExactly(3));
    }

    @Test
    void leavesNoHalfWhenTheRelayDiesBetweenTheLetterAndTheRow() {
        scene.refuse(order, 1, "TooLarge");
        scene.happened(order, 1, 2);
        var dying = scene.relay((connection, event, reason) -> {
            scene.office.outgoing().add(connection, event, reason);
            connection.abort(Runnable::run);
        });

        assertThatThrownBy(rounds(dying)).isInstanceOf(MessagingStorageException.class);
        dying.rest();

        assertThat(scene.letters(DeadLetterStatus.OPEN)).isEmpty();
        assertThat(scene.orders.rows("select attempts, next_attempt_at::text as due from orders.outbox_events"))
                .allSatisfy(row -> assertThat(row).containsEntry("attempts", 0).containsEntry("due", null));
        scene.instance(TICK);
        soon(() -> assertThat(scene.letter(order).attempts()).isEqualTo(1));
        assertThat(scene.published(order)).isEmpty();
    }

    @Test
    void goesOnWhenTheProcessDiesRightAfterTheOperatorsCommit() {
        buried(TICK, order, 1, 2);
        buried(TICK, other, 1, 2);
        var discarded = scene.letter(order).id();
        var redriven = scene.letter(other).id();
        scene.heal();

        scene.resolveAndDie(one(Action.DISCARD, discarded));
        scene.resolveAndDie(one(Action.REDRIVE, redriven));

        soon(() -> assertThat(scene.published(order)).containsExactly(2));
        soon(() -> assertThat(scene.published(other)).containsExactly(1, 2));
    }

    @Test
    void staysWhatItWasWhenTheOperatorsTransactionFails() {
        buried(TICK, order, 1, 2);
        var id = scene.letter(order).id();
        scene.heal();

        assertThatThrownBy(() -> scene.orders.inTransaction(() -> {
                    scene.office.decisions().resolve(one(Action.REDRIVE, id));
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");
        scene.happened(other, 1);

        soon(() -> assertThat(scene.published(other)).containsExactly(1));
        assertThat(scene.letter(order).id()).isEqualTo(id);
        assertThat(scene.published(order)).isEmpty();
        assertThat(scene.audit()).isEmpty();
    }

    @Test
    void isDecidedOnce() {
        buried(OutgoingScene.NEVER, order, 1, 2);
        var id = scene.letter(order).id();

        assertThat(scene.resolve(Action.DISCARD, id)).isEqualTo(1);
        assertThat(scene.resolve(Action.DISCARD, id)).isZero();
        assertThat(scene.resolve(Action.REDRIVE, id)).isZero();

        soon(() -> assertThat(scene.published(order)).containsExactly(2));
        assertThat(scene.letters(DeadLetterStatus.DISCARDED)).hasSize(1);
    }

    @Test
    void isCountedAndResolvedWithAllThatLooksLikeIt() {
        var third = Ids.next();
        scene.refuse(third, 1, "no such topic");
        scene.refuse(other, 1, "record of 1048701 bytes");
        scene.refuse(order, 1, "record of 1048600 bytes");
        List.of(order, other, third).forEach(each -> scene.happened(each, 1, 2));
        scene.instance(OutgoingScene.NEVER);
        soon(() -> assertThat(scene.letters(DeadLetterStatus.OPEN)).hasSize(3));
        var fingerprint = scene.letter(order).fingerprint();

        var would = scene.resolve(group(fingerprint, true));

        assertThat(would).isEqualTo(2);
        assertThat(scene.letters(DeadLetterStatus.OPEN)).hasSize(3);
        assertThat(scene.audit()).isEmpty();
        assertThat(scene.groups().stream().filter(group -> group.fingerprint().equals(fingerprint)))
                .as("one group, whatever the sizes")
                .singleElement()
                .satisfies(group -> assertThat(group.count()).isEqualTo(2))
                .extracting(DeadLetterGroup::parkedBehind)
                .isEqualTo(2L);

        assertThat(scene.resolve(group(fingerprint, false))).isEqualTo(2);

        soon(() -> assertThat(scene.published(order)).containsExactly(2));
        soon(() -> assertThat(scene.published(other)).containsExactly(2));
        assertThat(scene.letters(DeadLetterStatus.OPEN))
                .extracting(DeadLetterView::key)
                .containsExactly(third.toString());
        assertThat(scene.audit())
                .containsExactly(new OperatorAction(
                        "dead-letters.discard", "fingerprint " + fingerprint, "too large for ever", "olga", 2));
    }

    @Test
    void ofARowThatNoRecordCanCarryGoesOutOnceTheRowIsMended() {
        scene.happened(order, 1, 2);
        var broken = "update orders.outbox_events set headers = headers || '{\"ce_time\": %s}' where aggregate_id = ?"
                + " and aggregate_version = 1";
        scene.orders.execute(broken.formatted("null"), order.toString());
        scene.instance(OutgoingScene.NEVER);
        soon(() -> assertThat(scene.letter(order).causes()).containsExactly("unreadable headers"));

        scene.orders.execute(broken.formatted("\"2026-11-22T12:00:00Z\""), order.toString());
        scene.resolve(Action.REDRIVE, scene.letter(order).id());

        soon(() -> assertThat(scene.published(order)).containsExactly(1, 2));
    }

    /** Has a relay run, and the first of the versions refused by the topic. */
    private static void buried(Duration tick, UUID order, int... versions) {
        scene.refuse(order, versions[0], "TooLarge");
        scene.happened(order, versions);
        scene.anyInstance(tick).committed();
        soon(() -> assertThat(scene.letter(order).parkedBehind()).isEqualTo(versions.length - 1));
    }

    private void assertEmptyOutbox() {
        assertThat(scene.orders.outboxEntries()).isEmpty();
    }

    private static ThrowingCallable rounds(OutboxRelay relay) {
        return () -> {
            for (var claimed = relay.claim(50); !claimed.isEmpty(); claimed = relay.claim(50)) {
                relay.attempt(claimed);
            }
        };
    }

    private static Resolution one(Action action, UUID id) {
        return new Resolution(action, Set.of(id), Optional.empty(), "seen to", "olga", false);
    }

    private static Resolution group(String fingerprint, boolean dryRun) {
        return new Resolution(Action.DISCARD, Set.of(), Optional.of(fingerprint), "too large for ever", "olga", dryRun);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }
}
