package org.pizzaorders.notification.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.NotificationFailed;
import org.pizzaorders.notification.api.NotificationSent;
import org.pizzaorders.notification.api.NotificationStatus;
import org.pizzaorders.notification.api.NotificationView;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Ids;

class NotificationTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Letter MAIL = new Letter(Channel.EMAIL, "anna@pizza.test", "Paid", "It is paid", null);
    private static final Letter SMS = new Letter(Channel.SMS, "+79161234567", null, "Paid", null);

    private final UUID order = Ids.next();
    private final Notification notification =
            Notification.onEvent(Ids.next(), order, "OrderPaid", Map.of(), new CallContext("test", null), NOON);

    @Test
    void isPendingUntilTheLastDeliveryIsSettled() {
        notification.address(List.of(MAIL, SMS), NOON);

        assertThat(notification.sent(delivery(Channel.EMAIL), NOON)).isEmpty();
        assertThat(notification.view().status()).isEqualTo(NotificationStatus.PENDING);
        assertThat(notification.sent(delivery(Channel.SMS), NOON))
                .contains(new NotificationSent(
                        notification.id(), order, "OrderPaid", List.of(Channel.EMAIL, Channel.SMS)));
        assertThat(notification.view().status()).isEqualTo(NotificationStatus.SENT);
    }

    @Test
    void failsIfOneDeliveryFails() {
        notification.address(List.of(MAIL, SMS), NOON);

        notification.giveUp(delivery(Channel.SMS), "no such number");
        var told = notification.sent(delivery(Channel.EMAIL), NOON);

        assertThat(told).contains(new NotificationFailed(notification.id(), order, "OrderPaid", List.of(Channel.SMS)));
        assertThat(notification.view().status()).isEqualTo(NotificationStatus.FAILED);
    }

    @Test
    void settlesADeliveryOnce() {
        notification.address(List.of(MAIL), NOON);
        var delivery = delivery(Channel.EMAIL);
        notification.sent(delivery, NOON);

        assertThat(notification.sent(delivery, NOON)).isEmpty();
        assertThat(notification.giveUp(delivery, "too late")).isEmpty();
        assertThat(notification.view().deliveries())
                .containsExactly(new NotificationView.Delivery(
                        Channel.EMAIL, "anna@pizza.test", NotificationStatus.SENT, 1, null, NOON));
    }

    @Test
    void countsAttemptsAndKeepsTheLastError() {
        notification.address(List.of(MAIL), NOON);

        assertThat(notification.putOff(delivery(Channel.EMAIL), "away", NOON.plusSeconds(5)))
                .isEmpty();

        var view = notification.view().deliveries().get(0);
        assertThat(view.attempts()).isEqualTo(1);
        assertThat(view.error()).isEqualTo("away");
        assertThat(view.status()).isEqualTo(NotificationStatus.PENDING);
    }

    @Test
    void failsIfNobodyCanBeReached() {
        var told = notification.address(List.of(), NOON);

        assertThat(told).contains(new NotificationFailed(notification.id(), order, "OrderPaid", List.of()));
    }

    @Test
    void isAddressedOnce() {
        notification.address(List.of(MAIL), NOON);

        assertThatThrownBy(() -> notification.address(List.of(SMS), NOON)).isInstanceOf(IllegalStateException.class);
    }

    private UUID delivery(Channel channel) {
        return notification.deliveries().stream()
                .filter(delivery -> delivery.channel() == channel)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
