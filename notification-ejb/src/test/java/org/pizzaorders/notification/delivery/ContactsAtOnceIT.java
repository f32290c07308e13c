package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.AtOnce;
import org.pizzaorders.shared.Ids;

/** Orders and payments are read by two consumers, and either may be the first to hear of an order. */
class ContactsAtOnceIT {

    private static final int ROUNDS = 10;

    private final NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void concurrentEventsOfANewOrderMakeOneContactAndLoseNoMessage() {
        for (var round = 0; round < ROUNDS; round++) {
            var order = Ids.next();

            var outcomes = AtOnce.run(4, number -> {
                if (number % 2 == 0) {
                    scene.receive(NotificationScene.created(order));
                } else {
                    scene.receive(NotificationScene.declined(order));
                }
            });

            assertThat(outcomes).containsOnly("done");
            assertThat(scene.fixture.rows(
                            "select 1 as it from notifications.order_contacts where order_id = '" + order + "'"))
                    .hasSize(1);
            assertThat(scene.fixture.rows("select distinct template from notifications.notifications where order_id = '"
                            + order + "'"))
                    .extracting(row -> row.get("template"))
                    .containsExactlyInAnyOrder("OrderCreated", "PaymentFailed");
        }
    }
}
