package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.notification.control.NotificationService;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.BreakerState;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.shared.Ids;

class ChannelBreakerIT {

    private static final int MANY = 30;

    private NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anAbsentChannelDoesNotDelayOthers() {
        scene.away.add(Channel.EMAIL);
        Stream.generate(Ids::next).limit(MANY).forEach(this::ready);

        scene.deliverDue();
        scene.deliverDue();

        assertThat(scene.delivered)
                .filteredOn(sent -> sent.channel() == Channel.SMS)
                .hasSize(MANY);
        assertThat(state(Channel.EMAIL)).isEqualTo(BreakerState.OPEN);
        assertThat(state(Channel.SMS)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void anOpenBreakerUsesUpNoAttempts() {
        open(Channel.EMAIL);
        assertThat(state(Channel.EMAIL)).isEqualTo(BreakerState.OPEN);
        var before = emails();

        scene.everythingFallsDue();
        scene.deliverDue();
        scene.deliverDue();

        assertThat(emails()).as("neither claimed nor tried").isEqualTo(before);
        assertThat(before)
                .filteredOn(row -> row.startsWith("0 "))
                .as("put back")
                .hasSize(MANY - attempted());
        assertThat(attempted()).isEqualTo(NotificationScene.MINIMUM_CALLS);
    }

    @Test
    void deliversEverythingOnceTheChannelIsBack() {
        scene.close();
        scene = new NotificationScene(Duration.ofMillis(100));
        open(Channel.EMAIL);

        scene.away.clear();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            scene.everythingFallsDue();
            scene.deliverDue();
            return scene.delivered.size() == MANY;
        });

        assertThat(scene.delivered).extracting(Dispatch::deliveryId).doesNotHaveDuplicates();
        assertThat(state(Channel.EMAIL)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void anOperatorCanStopAChannel() {
        scene.breakers.force("EMAIL", BreakerOverride.OPEN, "the mail server is being moved", "anna");
        scene.receive(NotificationScene.created(Ids.next()));
        scene.deliverDue();
        assertThat(scene.delivered).isEmpty();

        scene.breakers.force("EMAIL", BreakerOverride.NONE, "moved", "anna");
        scene.deliverDue();
        assertThat(scene.delivered).hasSize(1);
    }

    @Test
    void refusedRecipientsDoNotOpenTheBreaker() {
        Stream.generate(Ids::next).limit(20).forEach(order -> scene.receive(NotificationScene.created(order)));
        Stream.generate(() -> Outcome.permanentFailure("no such user"))
                .limit(20)
                .forEach(scene.outcomes::add);

        scene.deliverDue();

        assertThat(scene.delivered).hasSize(20);
        assertThat(state(Channel.EMAIL)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void faultsOfTheChannelFailNoMessage() {
        scene.receive(NotificationScene.created(Ids.next()));
        Stream.generate(() -> Outcome.channelFailure("The gateway answered 401"))
                .limit(NotificationService.MAX_ATTEMPTS)
                .forEach(scene.outcomes::add);
        scene.outcomes.add(Outcome.transientFailure("mailbox busy"));

        for (int round = 0; round < NotificationService.MAX_ATTEMPTS + 1; round++) {
            scene.everythingFallsDue();
            scene.deliverDue();
        }

        assertThat(scene.fixture.rows("select outcome from notifications.delivery_attempts order by number"))
                .extracting(row -> row.get("outcome"))
                .containsExactly("PUT_OFF", "PUT_OFF", "PUT_OFF", "PUT_OFF");
    }

    @Test
    void aMessageWaitsAsLongAsTheChannelAsks() {
        scene.receive(NotificationScene.created(Ids.next()));
        scene.outcomes.add(new Outcome.Failed("busy", Outcome.Fault.CHANNEL, Duration.ofMinutes(50)));

        scene.deliverDue();

        assertThat(
                        scene.fixture.rows(
                                "select 1 from notifications.notification_deliveries"
                                        + " where next_attempt_at between now() + interval '49 minutes' and now() + interval '51 minutes'"))
                .hasSize(1);
    }

    private void ready(UUID order) {
        scene.receive(NotificationScene.created(order));
        scene.receive(new OrderReady(order));
    }

    private void open(Channel channel) {
        scene.away.add(channel);
        Stream.generate(Ids::next).limit(MANY).forEach(order -> scene.receive(NotificationScene.created(order)));
        scene.deliverDue();
    }

    private int attempted() {
        return scene.fixture
                .rows("select 1 from notifications.delivery_attempts")
                .size();
    }

    private List<String> emails() {
        return scene
                .fixture
                .rows("select attempts || ' ' || (version - attempts) as s from notifications.notification_deliveries"
                        + " where channel = 'EMAIL' order by id")
                .stream()
                .map(row -> (String) row.get("s"))
                .toList();
    }

    private BreakerState state(Channel channel) {
        return scene.breakers.breakers().get(channel.ordinal()).state();
    }
}
