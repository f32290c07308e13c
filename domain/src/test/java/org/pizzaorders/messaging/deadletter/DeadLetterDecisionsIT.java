package org.pizzaorders.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pizzaorders.messaging.ServiceFixture.incoming;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;

/** What becomes of dead letters, and of what is parked behind them, once an operator has decided. */
class DeadLetterDecisionsIT {

    @AutoClose
    private static final DeadLetterScene scene = new DeadLetterScene();

    private final UUID order = Ids.next();

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void appliesWhatWasParkedInOrderAfterARedrive() {
        scene.bury(event(1));
        scene.receive(event(2), event(3));
        scene.receive(event(4));

        assertThat(scene.resolve(Action.REDRIVE, scene.theOpenOne().id())).isEqualTo(1);
        scene.work();
        scene.receive(event(5));

        assertThat(scene.applied).containsExactly(1, 2, 3, 4, 5);
        assertThat(scene.letters(DeadLetterStatus.REDRIVEN)).hasSize(4);
        assertThat(scene.rows("select 1 from payments.dead_letters where payload is not null"))
                .isEmpty();
    }

    @Test
    void appliesWhatWasParkedInOrderAfterADiscard() {
        scene.bury(event(1));
        scene.receive(event(2), event(3));

        scene.resolve(Action.DISCARD, scene.theOpenOne().id());
        scene.work();
        scene.receive(event(4));

        assertThat(scene.applied).containsExactly(2, 3, 4);
        assertThat(scene.letters(DeadLetterStatus.DISCARDED)).hasSize(1);
        assertThat(scene.rows("select 1 from payments.dead_letters where payload is not null"))
                .isEmpty();
    }

    @Test
    void putsAnEventBackThatFailsAgainAndKeepsTheOthersBehindIt() {
        scene.bury(event(1));
        scene.receive(event(2));
        scene.mood = envelope -> {
            throw new UnsupportedOperationException();
        };

        scene.resolve(Action.REDRIVE, scene.theOpenOne().id());
        scene.work();

        var letter = scene.theOpenOne();
        assertThat(letter.attempts()).isEqualTo(4);
        assertThat(letter.causes()).containsExactly("java.lang.UnsupportedOperationException");
        assertThat(letter.parkedBehind()).isEqualTo(1);
        assertThat(scene.applied).isEmpty();
        assertThat(scene.notices()).hasSize(1);
    }

    @Test
    void makesADeadLetterOfAParkedEventThatFails() {
        scene.bury(event(1));
        scene.receive(event(2), event(3));
        scene.mood = envelope -> {
            if (envelope.aggregateVersion() == 2) {
                throw new UnsupportedOperationException();
            }
        };

        scene.resolve(Action.REDRIVE, scene.theOpenOne().id());
        scene.work();

        assertThat(scene.applied).containsExactly(1);
        assertThat(scene.theOpenOne().attempts()).isEqualTo(1);
        assertThat(scene.theOpenOne().parkedBehind()).isEqualTo(1);
        assertThat(scene.notices()).hasSize(2);
    }

    @Test
    void continuesAfterAProcessDiedBetweenClaimAndCommit() {
        scene.bury(event(1));
        scene.receive(event(2));
        scene.resolve(Action.REDRIVE, scene.theOpenOne().id());
        var dying = scene.worker(id -> scene.fixture.inTransaction(() -> {
            scene.proceedWithin(id);
            throw new DeathOfTheProcess();
        }));
        var claimed = dying.claim(10);

        try {
            dying.attempt(claimed);
        } catch (DeathOfTheProcess expected) {
            scene.applied.clear();
        }
        scene.work();
        assertThat(scene.applied).as("the lease holds").isEmpty();
        scene.timePasses();
        scene.work();

        assertThat(scene.applied).containsExactly(1, 2);
    }

    @Test
    void waitsForAnAbsentDatabaseAndUsesUpNoAttempt() {
        scene.bury(event(1));
        scene.resolve(Action.REDRIVE, scene.theOpenOne().id());
        scene.mood = envelope -> {
            throw new StorageException("write", new SQLException("gone", "08006"));
        };

        var work = scene.worker(scene::proceed);
        assertThatThrownBy(() -> work.attempt(work.claim(10))).isInstanceOf(StorageException.class);

        assertThat(scene.letters(DeadLetterStatus.REDRIVING))
                .singleElement()
                .satisfies(letter -> assertThat(letter.attempts()).isEqualTo(3));
    }

    @Test
    void redrivesTwoOfOneKeyInTheirOrder() {
        scene.bury(event(1));
        scene.bury(event(2), DeadLetterReason.UNREADABLE);
        var ids = scene.letters(DeadLetterStatus.OPEN).stream()
                .map(letter -> letter.id())
                .toList();

        scene.resolve(Action.REDRIVE, ids.get(0));
        scene.work();
        assertThat(scene.applied).isEmpty();
        scene.resolve(Action.REDRIVE, ids.get(1));
        scene.work();

        assertThat(scene.applied).containsExactly(1, 2);
    }

    @Test
    void opensWithAPreviousKeyAndPutsBackWhatNoKeyOpens() {
        scene.bury(event(1));
        var id = scene.theOpenOne().id();
        var other = "cGl6emEtZGVhZC1sZXR0ZXJzLW90aGVyLWtleS0tLS0=";

        var wrong = DeadLetterScene.redriver(scene.fixture, other, List.of());
        scene.resolve(Action.REDRIVE, id);
        var work = scene.worker(due -> scene.fixture.inTransaction(() -> wrong.proceed(due, (consumer, events) -> {})));
        work.attempt(work.claim(1));
        assertThat(scene.theOpenOne().causes()).first().asString().endsWith("ClosedPayload");

        var rotated = DeadLetterScene.redriver(scene.fixture, other, List.of(ServiceFixture.DEAD_LETTERS_KEY));
        scene.resolve(Action.REDRIVE, id);
        scene.fixture.inTransaction(() -> rotated.proceed(
                id,
                (consumer, events) ->
                        assertThat(new String(events.get(0).payload(), UTF_8)).contains(order.toString())));
        assertThat(scene.letters(DeadLetterStatus.REDRIVEN)).hasSize(1);
    }

    private IncomingEvent event(int version) {
        return incoming(new OrderPaid(order), version);
    }

    /** Nothing of it is recorded: whoever dies records nothing. */
    private static final class DeathOfTheProcess extends Error {
        private static final long serialVersionUID = 1L;
    }
}
