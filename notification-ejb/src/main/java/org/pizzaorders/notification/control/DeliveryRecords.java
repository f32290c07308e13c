package org.pizzaorders.notification.control;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.NotificationEvent;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.notification.channel.Outcome.Fault;
import org.pizzaorders.notification.entity.Delivery;
import org.pizzaorders.notification.entity.DeliveryAttempt;
import org.pizzaorders.notification.entity.Notification;
import org.pizzaorders.shared.Service;

/** Pending deliveries and their outcomes. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class DeliveryRecords {

    private static final String TOO_LATE = "The channel was away for too long";

    @EJB
    NotificationMessaging messaging;

    @Inject
    StoredNotifications notifications;

    @Inject
    NotificationSettings settings;

    @Inject
    @TimeOf(Service.NOTIFICATIONS)
    Clock clock;

    /** Fails deliveries of a channel that are due, unclaimed and older than the limit, regardless of their attempts. */
    public void expire(Channel channel) {
        var now = clock.instant();
        var old = notifications.due(channel, now, now.minus(settings.timeLimit()), settings.batchSize());
        change(old, (notification, delivery) -> {
            if (delivery.isDue(now)) {
                publish(notification, notification.expire(delivery.id(), TOO_LATE));
            }
        });
    }

    /**
     * Records attempts, and with the last delivery of a notification also its event; deliveries that were not tried are
     * put back. Locks the notifications' rows. Does nothing with a delivery that is no longer ours, because our lease
     * ended and another instance has claimed or settled it.
     */
    public void record(Collection<Handled> handled) {
        var byId = handled.stream().collect(toMap(each -> each.dispatch().deliveryId(), identity()));
        change(byId.keySet(), (notification, delivery) -> {
            var each = byId.get(delivery.id());
            if (delivery.version() == each.dispatch().version()) {
                record(notification, delivery, each.outcome());
            }
        });
    }

    private void change(Collection<UUID> ids, BiConsumer<Notification, Delivery> change) {
        if (ids.isEmpty()) {
            return;
        }
        var changed = Set.copyOf(ids);
        for (var notification : notifications.lock(changed)) {
            notification.deliveries().stream()
                    .filter(delivery -> delivery.isPending() && changed.contains(delivery.id()))
                    .forEach(delivery -> change.accept(notification, delivery));
        }
    }

    private void record(Notification notification, Delivery delivery, Outcome outcome) {
        var now = clock.instant();
        var attempt = delivery.attempts() + 1;
        if (outcome instanceof Outcome.Untried untried) {
            notification.putBack(delivery.id(), now.plus(untried.pause()));
        } else if (outcome instanceof Outcome.Failed failed) {
            var next = next(attempt, failed.pause(), now);
            var last = isExhausted(delivery, failed.fault())
                    || next.isAfter(delivery.createdAt().plus(settings.timeLimit()));
            note(
                    delivery,
                    attempt,
                    last ? DeliveryAttempt.Outcome.GIVEN_UP : DeliveryAttempt.Outcome.PUT_OFF,
                    failed,
                    now);
            publish(
                    notification,
                    last
                            ? notification.giveUp(delivery.id(), failed.reason())
                            : putOff(notification, delivery, failed, next));
        } else {
            note(delivery, attempt, DeliveryAttempt.Outcome.SENT, null, now);
            publish(notification, notification.sent(delivery.id(), now));
        }
    }

    private void note(
            Delivery delivery, int attempt, DeliveryAttempt.Outcome outcome, Outcome.Failed failed, Instant now) {
        var error = failed == null ? null : failed.reason();
        notifications.add(new DeliveryAttempt(delivery.id(), attempt, outcome, error, now));
    }

    private static Optional<NotificationEvent> putOff(
            Notification notification, Delivery delivery, Outcome.Failed failed, Instant next) {
        return failed.fault() == Fault.MESSAGE
                ? notification.refused(delivery.id(), failed.reason(), next)
                : notification.putOff(delivery.id(), failed.reason(), next);
    }

    /** Faults of the channel or of ourselves use up no attempts of the message; the time limit ends them. */
    private boolean isExhausted(Delivery delivery, Fault fault) {
        return switch (fault) {
            case MESSAGE_FOR_GOOD -> true;
            case MESSAGE -> delivery.refusals() + 1 >= settings.maxAttempts();
            case CHANNEL, OURS -> false;
        };
    }

    private Instant next(int attempts, Duration pause, Instant now) {
        var backoff = settings.retry().delay(attempts, RandomGenerator.getDefault());
        return now.plus(backoff.compareTo(pause) < 0 ? pause : backoff);
    }

    private void publish(Notification notification, Optional<NotificationEvent> settled) {
        settled.ifPresent(event -> {
            try (var bound = notification.cause().bind()) {
                messaging.outbox().append(event, Notification.EVENT_VERSION);
            }
        });
    }
}
