package org.pizzaorders.kafka.inbound.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.kafka.inbound.batch.BatchProgress.Reaction.GIVE_UP;
import static org.pizzaorders.kafka.inbound.batch.BatchProgress.Reaction.HOLD;
import static org.pizzaorders.kafka.inbound.batch.BatchProgress.Reaction.ISOLATE;
import static org.pizzaorders.kafka.inbound.batch.BatchProgress.Reaction.RETRY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.inbound.batch.BatchProgress.Reaction;
import org.pizzaorders.kafka.inbound.failure.Blame;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;

class BatchProgressTest {

    private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");

    private final BatchProgress progress = new BatchProgress(batch(10, 11, 13), 3);

    @Test
    void deliversTheWholeBatchFirst() {
        assertThat(offsets(progress)).containsExactly(10L, 11L, 13L);
        assertThat(progress.position()).isEqualTo("topic-0@10..13");

        progress.succeeded();

        assertThat(progress.isDone()).isTrue();
        assertThat(progress.done()).isEqualTo(3);
    }

    @Test
    void goesRecordByRecordAfterAFailureThatSpendsNoAttempt() {
        assertThat(fails(Blame.POISON)).isEqualTo(ISOLATE);

        assertThat(progress.attempts()).isZero();
        assertThat(offsets(progress)).containsExactly(10L);
        assertThat(progress.position()).isEqualTo("topic-0@10");
        assertThat(progress.done()).isEqualTo(0);
    }

    @Test
    void advancesRecordByRecordInOffsetOrder() {
        fails(Blame.POISON);

        progress.succeeded();
        assertThat(progress.done()).isEqualTo(1);
        assertThat(offsets(progress)).containsExactly(11L);
        progress.succeeded();
        assertThat(progress.done()).isEqualTo(2);
        progress.succeeded();

        assertThat(progress.done()).isEqualTo(3);
        assertThat(progress.isDone()).isTrue();
    }

    @Test
    void handsOnOnlyTheGuiltyRecordAndOnlyWhenItsAttemptsAreSpent() {
        fails(Blame.POISON);
        progress.succeeded();

        assertThat(fails(Blame.POISON)).isEqualTo(RETRY);
        assertThat(fails(Blame.POISON)).isEqualTo(RETRY);
        assertThat(progress.deadLetter()).isEmpty();
        assertThat(progress.failed(failure(Blame.POISON), NOON.plusSeconds(9))).isEqualTo(GIVE_UP);

        FailedRecord dead = progress.deadLetter().orElseThrow();
        assertThat(dead.record().offset()).isEqualTo(11);
        assertThat(dead.reason()).isEqualTo(FailedRecord.Reason.EXHAUSTED);
        assertThat(dead.attempts()).isEqualTo(3);
        assertThat(dead.firstFailedAt()).isEqualTo(NOON);
        assertThat(dead.lastFailedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(dead.causes())
                .containsExactly("java.lang.IllegalStateException", "java.lang.IllegalArgumentException");
        progress.succeeded();
        assertThat(offsets(progress)).containsExactly(13L);
        assertThat(progress.attempts()).isZero();
    }

    @Test
    void givesUpAtOnceWhatTheListenerCallsUnprocessable() {
        assertThat(fails(Blame.UNPROCESSABLE)).isEqualTo(ISOLATE);

        assertThat(fails(Blame.UNPROCESSABLE)).isEqualTo(GIVE_UP);

        FailedRecord dead = progress.deadLetter().orElseThrow();
        assertThat(dead.reason()).isEqualTo(FailedRecord.Reason.UNREADABLE);
        assertThat(dead.attempts()).isEqualTo(1);
    }

    @Test
    void needsNoIsolationForASingleRecord() {
        BatchProgress single = new BatchProgress(batch(7), 2);

        assertThat(single.failed(failure(Blame.POISON), NOON)).isEqualTo(RETRY);
        assertThat(single.failed(failure(Blame.POISON), NOON)).isEqualTo(GIVE_UP);
    }

    @Test
    void holdsForInfrastructureWithoutEndAndSpendsNothingRecordByRecordAfterSomeTime() {
        for (int outage = 1; outage <= 100; outage++) {
            assertThat(offsets(progress)).containsExactly(outage <= 5 ? new Long[] {10L, 11L, 13L} : new Long[] {10L});
            assertThat(fails(Blame.INFRASTRUCTURE)).isEqualTo(HOLD);
            assertThat(progress.holds()).isEqualTo(outage);
        }

        assertThat(progress.attempts()).isZero();
        assertThat(progress.done()).isZero();
    }

    @Test
    void keepsTheAttemptsApartFromTheOutageBetweenThem() {
        fails(Blame.POISON);
        fails(Blame.POISON);
        fails(Blame.INFRASTRUCTURE);
        fails(Blame.INFRASTRUCTURE);

        assertThat(fails(Blame.POISON)).isEqualTo(RETRY);

        assertThat(progress.attempts()).isEqualTo(2);
        assertThat(progress.holds()).isZero();
    }

    @Test
    void makesTheNextAttemptSmallerAfterATimeOut() {
        assertThat(fails(Blame.TIMED_OUT)).isEqualTo(HOLD);
        assertThat(offsets(progress)).containsExactly(10L);

        assertThat(fails(Blame.TIMED_OUT)).isEqualTo(HOLD);

        assertThat(progress.attempts()).isZero();
    }

    @Test
    void holdsADeadLetterUntilItIsTakenWhateverFails() {
        fails(Blame.UNPROCESSABLE);
        fails(Blame.UNPROCESSABLE);

        for (Blame blame : Blame.values()) {
            assertThat(fails(blame)).isEqualTo(HOLD);
            assertThat(progress.deadLetter()).isPresent();
            assertThat(progress.done()).isEqualTo(0);
        }
        assertThat(progress.holds()).isEqualTo(4);

        progress.succeeded();
        assertThat(progress.deadLetter()).isEmpty();
        assertThat(progress.done()).isEqualTo(1);
    }

    private Reaction fails(Blame blame) {
        return progress.failed(failure(blame), NOON);
    }

    private static DeliveryFailure failure(Blame blame) {
        return new DeliveryFailure(new IllegalStateException(new IllegalArgumentException()), blame);
    }

    private static List<Long> offsets(BatchProgress progress) {
        return progress.next().stream().map(ConsumedRecord::offset).toList();
    }

    private static List<ConsumedRecord> batch(long... offsets) {
        return LongStream.of(offsets)
                .mapToObj(offset -> new ConsumedRecord("topic", 0, offset, NOON, null, null, Map.of()))
                .toList();
    }
}
