package org.pizzaorders.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.messaging.ServiceFixture.incoming;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;

/** Events that arrive while an operator empties the queue in front of them: none is lost in it, and none overtakes. */
class ParkingRaceIT {

    private static final int ROUNDS = 20;
    private static final int EVENTS = 8;

    @ParameterizedTest
    @EnumSource(Action.class)
    void losesAndReordersNoEventThatArrivesMeanwhile(Action action) {
        try (var scene = new DeadLetterScene()) {
            for (var round = 0; round < ROUNDS; round++) {
                scene.applied.clear();
                var order = Ids.next();
                scene.bury(incoming(new OrderPaid(order), 1));
                var id = scene.theOpenOne().id();

                var arriving = CompletableFuture.runAsync(() -> IntStream.rangeClosed(2, EVENTS)
                        .forEach(version -> scene.receive(incoming(new OrderPaid(order), version))));
                scene.resolve(action, id);
                while (!arriving.isDone()) {
                    scene.work();
                }
                arriving.join();
                scene.work();

                var first = action == Action.DISCARD ? 2 : 1;
                assertThat(scene.applied)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(first, EVENTS).boxed().toList());
                assertThat(scene.letters(DeadLetterStatus.PARKED)).isEmpty();
            }
        }
    }
}
