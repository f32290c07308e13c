package org.pizzaorders.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pizzaorders.messaging.deadletter.OutgoingScene.soon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.operations.api.DeadLetterGroup;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.DeadLetterView;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.shared.Ids;

/** What operators decide about events that their topic refuses for good. */
class OutgoingDecisionsIT {

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
    void isSentBeforeTheLaterOnesAfterARedrive() {
        scene.buried(OutgoingScene.NEVER, order, 1, 2, 3);
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
    void letsTheLaterOnesGoAtOnceWhenItIsDiscarded() {
        scene.buried(OutgoingScene.NEVER, order, 1, 2, 3);

        assertThat(scene.resolve(Action.DISCARD, scene.letter(order).id())).isEqualTo(1);

        soon(() -> assertThat(scene.published(order)).containsExactly(2, 3));
        soon(this::assertEmptyOutbox);
        assertThat(scene.letters(DeadLetterStatus.DISCARDED)).hasSize(1);
        assertThat(scene.offers(order, 1)).isEqualTo(1);
    }

    @Test
    void aRelayOnAnotherInstanceSendsItAtOnce() {
        scene.buried(OutgoingScene.NEVER, order, 1, 2);
        scene.buried(OutgoingScene.NEVER, other, 1, 2);
        var standby = scene.instance(OutgoingScene.NEVER);

        scene.resolve(Action.DISCARD, scene.letter(order).id());
        scene.heal();
        scene.resolve(Action.REDRIVE, scene.letter(other).id());

        soon(() -> assertThat(scene.published(order)).containsExactly(2));
        soon(() -> assertThat(scene.published(other)).containsExactly(1, 2));
        assertThat(standby.isRelaying()).isFalse();
    }

    @Test
    void isFollowedByTheNextOneThatIsRefused() {
        scene.refuse(order, 2, "TooLarge");
        scene.buried(OutgoingScene.NEVER, order, 1, 2, 3);

        scene.resolve(Action.DISCARD, scene.letter(order).id());
        soon(() -> assertThat(scene.letter(order).parkedBehind()).isEqualTo(1));
        assertThat(scene.published(order)).isEmpty();
        scene.resolve(Action.DISCARD, scene.letter(order).id());

        soon(() -> assertThat(scene.published(order)).containsExactly(3));
    }

    @Test
    void continuesWhenTheProcessDiesRightAfterTheOperatorsCommit() {
        scene.buried(TICK, order, 1, 2);
        scene.buried(TICK, other, 1, 2);
        var discarded = scene.letter(order).id();
        var redriven = scene.letter(other).id();
        scene.heal();

        scene.resolveAndDie(one(Action.DISCARD, discarded));
        scene.resolveAndDie(one(Action.REDRIVE, redriven));

        soon(() -> assertThat(scene.published(order)).containsExactly(2));
        soon(() -> assertThat(scene.published(other)).containsExactly(1, 2));
    }

    @Test
    void keepsItsStateWhenTheOperatorsTransactionFails() {
        scene.buried(TICK, order, 1, 2);
        var id = scene.letter(order).id();
        scene.heal();

        assertThatThrownBy(() -> scene.orders.inTransaction(() -> {
                    scene.office.resolve(one(Action.REDRIVE, id));
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
        scene.buried(OutgoingScene.NEVER, order, 1, 2);
        var id = scene.letter(order).id();

        assertThat(scene.resolve(Action.DISCARD, id)).isEqualTo(1);
        assertThat(scene.resolve(Action.DISCARD, id)).isZero();
        assertThat(scene.resolve(Action.REDRIVE, id)).isZero();

        soon(() -> assertThat(scene.published(order)).containsExactly(2));
        assertThat(scene.letters(DeadLetterStatus.DISCARDED)).hasSize(1);
    }

    @Test
    void isCountedAndResolvedTogetherWithSimilarLetters() {
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

    private void assertEmptyOutbox() {
        assertThat(scene.orders.outboxEntries()).isEmpty();
    }

    private static Resolution one(Action action, UUID id) {
        return new Resolution(action, Set.of(id), Optional.empty(), "seen to", "olga", false);
    }

    private static Resolution group(String fingerprint, boolean dryRun) {
        return new Resolution(Action.DISCARD, Set.of(), Optional.of(fingerprint), "too large for ever", "olga", dryRun);
    }
}
