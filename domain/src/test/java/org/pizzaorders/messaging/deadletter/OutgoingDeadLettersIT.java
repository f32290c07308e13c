package org.pizzaorders.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pizzaorders.messaging.deadletter.OutgoingScene.soon;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.messaging.outbox.OutboxRelay;
import org.pizzaorders.operations.api.DeadLetterKind;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.shared.Ids;

/** What becomes of events that their topic refuses for good, from the relay to the operator and back. */
class OutgoingDeadLettersIT {

    private static final Duration TICK = Duration.ofMillis(100);

    @AutoClose
    private static final OutgoingScene scene = new OutgoingScene();

    private final UUID order = Ids.next();
    private final UUID other = Ids.next();

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void holdsBackOnlyItsAggregate() {
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
    void isTriedAgainOnlyIfAnOperatorDecidesSo() {
        scene.buried(TICK, order, 1, 2);
        scene.heal();
        scene.happened(other, 1);

        scene.instance(TICK);

        soon(() -> assertThat(scene.published(other)).containsExactly(1));
        assertThat(scene.offers(order, 1)).isEqualTo(1);
        assertThat(scene.published(order)).isEmpty();
    }

    @Test
    void waitsForAnOperatorAgainIfItIsRefusedAgain() {
        scene.buried(OutgoingScene.NEVER, order, 1, 2);
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
    void isFoundByIndexInALongOutbox() {
        scene.buried(OutgoingScene.NEVER, order, 1, 2);
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
    void storesBothOrNeitherWhenTheRelayDiesBetweenLetterAndRow() {
        scene.refuse(order, 1, "TooLarge");
        scene.happened(order, 1, 2);
        var dying = scene.relay((connection, event, reason) -> {
            scene.office.unsendable().add(connection, event, reason);
            connection.abort(Runnable::run);
        });

        assertThatThrownBy(rounds(dying)).isInstanceOf(StorageException.class);
        dying.rest();

        assertThat(scene.letters(DeadLetterStatus.OPEN)).isEmpty();
        assertThat(scene.orders.rows("select attempts, next_attempt_at::text as due from orders.outbox_events"))
                .allSatisfy(row -> assertThat(row).containsEntry("attempts", 0).containsEntry("due", null));
        scene.instance(TICK);
        soon(() -> assertThat(scene.letter(order).attempts()).isEqualTo(1));
        assertThat(scene.published(order)).isEmpty();
    }

    @Test
    void isSentAfterTheRowWasRepaired() {
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

    private static ThrowingCallable rounds(OutboxRelay relay) {
        return () -> {
            for (var claimed = relay.claim(50); !claimed.isEmpty(); claimed = relay.claim(50)) {
                relay.attempt(claimed);
            }
        };
    }
}
