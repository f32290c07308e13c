package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.PolicyNotFound;
import org.pizzaorders.notification.api.PolicyView;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.order.api.OrderOverdue;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderPreparing;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentExpired;
import org.pizzaorders.payment.api.PaymentFailed;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.InvalidInput;

class PoliciesIT {

    private final NotificationScene scene = new NotificationScene();
    private final UUID order = Ids.next();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void onlyChannelsWithSomethingToDeliverAreWoken() {
        var order = Ids.next();
        scene.receive(NotificationScene.created(order));
        assertThat(scene.woken).containsExactly(Channel.EMAIL);
        scene.woken.clear();

        scene.receive(NotificationScene.paid(order));
        assertThat(scene.woken).as("nobody is told").isEmpty();

        scene.receive(NotificationScene.declined(order));
        assertThat(scene.woken).containsExactly(Channel.EMAIL, Channel.SMS);
    }

    @Test
    void aChangeAppliesFromTheNextEvent() {
        scene.receive(NotificationScene.created(order));
        scene.receive(new OrderPreparing(order));
        scene.notifyBy(OrderPreparing.class, Channel.EMAIL, Channel.PUSH);
        scene.receive(NotificationScene.created(Ids.next()));
        scene.notifyBy(OrderCreated.class);
        scene.receive(NotificationScene.created(Ids.next()));
        scene.receive(new OrderPreparing(order));

        assertThat(scene.deliveries())
                .containsExactly("OrderCreated EMAIL", "OrderCreated EMAIL", "OrderPreparing EMAIL");
    }

    @Test
    void aRepeatedEventFollowsTheEarlierPolicy() {
        var event = ServiceFixture.incoming(NotificationScene.created(order), 1);
        scene.receive(event);
        var silent = ServiceFixture.incoming(new OrderPaid(order), 2);
        scene.receive(silent);

        scene.notifyBy(OrderCreated.class);
        scene.notifyBy(OrderPaid.class, Channel.EMAIL);
        scene.receive(event);
        scene.receive(silent);

        assertThat(scene.deliveries()).containsExactly("OrderCreated EMAIL");
    }

    @Test
    void anEventThatThePolicyExcludesIsNoMessageAndNoFailure() {
        scene.receive(NotificationScene.paid(order));
        scene.receive(NotificationScene.created(order));
        scene.receive(new OrderPaid(order));
        scene.deliverDue();

        assertThat(scene.fixture.rows("select template from notifications.notifications"))
                .containsExactly(Map.of("template", "OrderCreated"));
        assertThat(scene.fixture.outboxEntries()).extracting("name").containsExactly("NotificationSent");
    }

    @Test
    void aMessageThatWaitsForItsOrderFollowsThePolicyWhenItIsAddressed() {
        scene.receive(NotificationScene.declined(order));
        scene.notifyBy(PaymentFailed.class, Channel.PUSH);
        scene.receive(NotificationScene.created(order));
        var other = Ids.next();
        scene.receive(NotificationScene.declined(other));
        scene.notifyBy(PaymentFailed.class, Channel.SMS);
        scene.receive(NotificationScene.created(other));

        assertThat(scene.deliveries())
                .containsExactlyInAnyOrder("OrderCreated EMAIL", "OrderCreated EMAIL", "PaymentFailed SMS");
        assertThat(scene.fixture.rows("select 1 from notifications.notifications where awaits_contact"))
                .isEmpty();
    }

    /** As before there was a policy: that is a fault of the templates, and somebody should see it. */
    @Test
    void aMessageWithoutAnyRecipientFails() {
        scene.receive(NotificationScene.created(order));
        scene.fixture.execute("delete from notifications.notification_templates where type = 'OrderReady'"
                + " and channel in ('EMAIL', 'SMS')");

        scene.receive(new OrderReady(order));

        assertThat(scene.fixture.rows("select status from notifications.notifications where template = 'OrderReady'"))
                .containsExactly(Map.of("status", "FAILED"));
    }

    @Test
    void staffCanSendMessagesDespiteThePolicy() {
        scene.receive(NotificationScene.created(order));
        scene.notifyBy(OrderReady.class);
        var anna = new Recipient("Anna", "anna@pizza.test", "+79161234567", "t", null, "en");

        var sent = scene.fixture.inTransaction(() -> scene.desk.send(new SendNotification(
                order, anna, Set.of(Channel.EMAIL, Channel.SMS, Channel.PUSH), "OrderReady", Map.of())));

        assertThat(sent.deliveries()).hasSize(3);
    }

    @Test
    void recordsWhoChangedWhatAndWhy() {
        var changed = change("OrderReady", Set.of(Channel.PUSH, Channel.EMAIL), "SMS became dear");

        assertThat(changed).isEqualTo(new PolicyView("OrderReady", List.of(Channel.EMAIL, Channel.PUSH)));
        assertThat(scene.fixture.inTransaction(() -> scene.policies.policy("OrderReady")))
                .isEqualTo(changed);
        assertThat(scene.fixture.rows(
                        "select taken_by, action, target, reason, touched from notifications.operator_actions"))
                .containsExactly(Map.of(
                        "taken_by", "anna",
                        "action", "notification-policy.change",
                        "target", "OrderReady: EMAIL, PUSH",
                        "reason", "SMS became dear",
                        "touched", 3));
    }

    @Test
    void refusesUnknownValuesAndAMissingReason() {
        assertThatThrownBy(() -> change("OrderEaten", Set.of(), "trial")).isInstanceOf(PolicyNotFound.class);
        assertThatThrownBy(() -> change("orderready", Set.of(), "trial")).isInstanceOf(PolicyNotFound.class);
        for (var internal : List.of(OrderOverdue.class, PaymentExpired.class)) {
            assertThatThrownBy(() -> scene.fixture.inTransaction(() -> scene.policies.policy(internal.getSimpleName())))
                    .isInstanceOf(PolicyNotFound.class);
        }
        assertThatThrownBy(() -> change("OrderReady", Set.of(), " ")).isInstanceOf(InvalidInput.class);

        assertThat(scene.fixture.rows("select 1 from notifications.operator_actions"))
                .isEmpty();
    }

    @Test
    void theLastOfConcurrentChangesWinsAndNoneFails() {
        var wishes = List.of(Set.of(Channel.EMAIL), Set.of(Channel.SMS), Set.of(Channel.values()), Set.<Channel>of());

        var runs = Stream.generate(() -> wishes)
                .limit(5)
                .flatMap(List::stream)
                .map(wish -> CompletableFuture.runAsync(() -> change("PaymentCompleted", wish, "trial")))
                .toList();

        assertThat(runs).allSatisfy(run -> assertThat(run).succeedsWithin(Duration.ofSeconds(20)));
        assertThat(wishes)
                .contains(Set.copyOf(scene.fixture.inTransaction(() -> scene.policies
                        .policy(PaymentCompleted.class.getSimpleName())
                        .channels())));
    }

    private PolicyView change(String event, Set<Channel> channels, String reason) {
        return scene.fixture.inTransaction(() -> scene.policies.change(event, channels, reason, "anna"));
    }
}
