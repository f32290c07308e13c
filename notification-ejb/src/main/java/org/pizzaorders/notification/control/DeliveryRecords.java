package org.pizzaorders.notification.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pizzaorders.notification.api.NotificationEvent;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.notification.entity.Delivery;
import org.pizzaorders.notification.entity.DeliveryAttempt;
import org.pizzaorders.notification.entity.Notification;

/** What is to be delivered, and what became of it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class DeliveryRecords {

    @EJB
    NotificationMessaging messaging;

    @Inject
    StoredNotifications notifications;

    @Inject
    NotificationSettings settings;

    @Inject
    Clock clock;

    /** Those of the deliveries that are not settled. */
    public List<Dispatch> pending(List<UUID> ids) {
        return notifications.deliveries(ids).stream()
                .filter(Delivery::isPending)
                .map(DeliveryRecords::dispatch)
                .toList();
    }

    private static Dispatch dispatch(Delivery delivery) {
        var notification = delivery.notification();
        var letter = delivery.letter();
        return new Dispatch(
                delivery.id(),
                notification.id(),
                notification.orderId(),
                delivery.attempts(),
                letter.channel(),
                letter.address(),
                letter.subject(),
                letter.text(),
                letter.html(),
                notification.data());
    }

    /**
     * Records an attempt, and with the last delivery of a notification its event. Holds the notification's row. Does
     * nothing if the delivery is settled already: somebody else's attempt, made after our claim ran out, was faster.
     */
    public void record(Dispatch dispatch, Outcome outcome) {
        notifications
                .lock(dispatch.notificationId())
                .ifPresent(notification -> notification
                        .pending(dispatch.deliveryId())
                        .ifPresent(delivery -> record(notification, delivery, outcome)));
    }

    private void record(Notification notification, Delivery delivery, Outcome outcome) {
        var now = clock.instant();
        var attempt = delivery.attempts() + 1;
        if (outcome instanceof Outcome.Failed failed) {
            var last = failed.permanent() || attempt >= settings.maxAttempts();
            note(
                    delivery,
                    attempt,
                    last ? DeliveryAttempt.Outcome.GIVEN_UP : DeliveryAttempt.Outcome.PUT_OFF,
                    failed,
                    now);
            tell(
                    notification,
                    last
                            ? notification.giveUp(delivery.id(), failed.reason())
                            : notification.putOff(delivery.id(), failed.reason(), next(attempt, now)));
        } else {
            note(delivery, attempt, DeliveryAttempt.Outcome.SENT, null, now);
            tell(notification, notification.sent(delivery.id(), now));
        }
    }

    private void note(
            Delivery delivery, int attempt, DeliveryAttempt.Outcome outcome, Outcome.Failed failed, Instant now) {
        var error = failed == null ? null : failed.reason();
        notifications.add(new DeliveryAttempt(delivery.id(), attempt, outcome, error, now));
    }

    private Instant next(int attempts, Instant now) {
        return now.plus(settings.retry().delay(attempts, RandomGenerator.getDefault()));
    }

    private void tell(Notification notification, Optional<NotificationEvent> settled) {
        settled.ifPresent(event -> {
            try (var bound = notification.cause().bind()) {
                messaging.outbox().append(event, Notification.EVENT_VERSION);
            }
        });
    }
}
