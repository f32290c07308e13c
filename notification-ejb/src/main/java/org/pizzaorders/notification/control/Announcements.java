package org.pizzaorders.notification.control;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.NotificationEvent;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.notification.entity.Delivery;
import org.pizzaorders.notification.entity.MessageTemplate;
import org.pizzaorders.notification.entity.Notification;
import org.pizzaorders.notification.entity.OrderContact;
import org.pizzaorders.notification.text.Composer;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Service;

/**
 * Makes one notification for each event that the policy allows and that has a template. An event outside the policy
 * makes no notification, and this is not a failure. The policy is read in the transaction that makes the deliveries, so
 * a change takes effect with the next event on all instances. Payment events may arrive before {@code OrderCreated},
 * because they are on another topic. Their notification then waits without deliveries, and blocks nothing, until the
 * contact arrives. Both transactions lock the contact's row, so the second one completes the notification.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Announcements {

    @EJB
    NotificationMessaging messaging;

    @Inject
    StoredContacts contacts;

    @Inject
    StoredTemplates templates;

    @Inject
    StoredPolicies policies;

    @Inject
    StoredNotifications notifications;

    @Inject
    NotificationSettings settings;

    @Inject
    @TimeOf(Service.NOTIFICATIONS)
    Clock clock;

    private Composer composer;

    @PostConstruct
    void prepare() {
        composer = new Composer(settings.publicUrl());
    }

    /**
     * In the order given.
     *
     * @return the channels that have something to deliver by now
     */
    public Set<Channel> announce(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Set.of();
        }
        var orders = contacts.lock(arrivals.stream().map(Arrival::orderId).toList());
        var types = arrivals.stream().map(Arrival::template).collect(toSet());
        var texts = templates.of(types);
        var allowed = policies.of(types);
        var made = new ArrayList<Notification>();
        for (var arrival : arrivals) {
            var order = orders.get(arrival.orderId());
            if (arrival.event() instanceof OrderCreated created) {
                order.learn(created);
            }
            var type = arrival.template();
            announce(arrival, order, texts.getOrDefault(type, List.of()), allowed.getOrDefault(type, Set.of()))
                    .ifPresent(made::add);
        }
        made.addAll(completeAwaiting(arrivals, orders));
        return made.stream()
                .flatMap(notification -> notification.deliveries().stream())
                .map(Delivery::channel)
                .collect(toSet());
    }

    private Optional<Notification> announce(
            Arrival arrival, OrderContact order, List<MessageTemplate> texts, Set<Channel> allowed) {
        if (texts.isEmpty() || allowed.isEmpty() || order.isKnown() && isSilent(texts, order, allowed)) {
            return Optional.empty();
        }
        var notification = Notification.onEvent(
                arrival.eventId(),
                arrival.orderId(),
                arrival.template(),
                arrival.data(),
                arrival.context(),
                clock.instant());
        if (order.isKnown()) {
            address(notification, texts, order, allowed);
        }
        notifications.add(notification);
        return Optional.of(notification);
    }

    private List<Notification> completeAwaiting(List<Arrival> arrivals, Map<UUID, OrderContact> orders) {
        var created = arrivals.stream()
                .filter(arrival -> arrival.event() instanceof OrderCreated)
                .map(Arrival::orderId)
                .toList();
        if (created.isEmpty()) {
            return List.of();
        }
        var awaiting = notifications.awaiting(created);
        if (awaiting.isEmpty()) {
            return List.of();
        }
        var types = awaiting.stream().map(Notification::template).collect(toSet());
        var texts = templates.of(types);
        var allowed = policies.of(types);
        for (var waiting : awaiting) {
            var type = waiting.template();
            complete(
                    waiting,
                    texts.getOrDefault(type, List.of()),
                    orders.get(waiting.orderId()),
                    allowed.getOrDefault(type, Set.of()));
        }
        return awaiting;
    }

    private void complete(Notification waiting, List<MessageTemplate> texts, OrderContact order, Set<Channel> allowed) {
        if (isSilent(texts, order, allowed)) {
            notifications.remove(waiting);
        } else {
            address(waiting, texts, order, allowed);
        }
    }

    /**
     * Whether the customer can be reached, but not on a channel of the policy. A customer who cannot be reached at all
     * is a failure.
     */
    private static boolean isSilent(List<MessageTemplate> texts, OrderContact order, Set<Channel> allowed) {
        var reach = Composer.reach(texts, order.recipient());
        return !reach.isEmpty() && disjoint(reach, allowed);
    }

    private void address(
            Notification notification, List<MessageTemplate> texts, OrderContact order, Set<Channel> allowed) {
        address(notification, texts, order.recipient(), Optional.of(order), allowed);
    }

    /**
     * Makes a notification by hand, regardless of the policy. The input has been checked before.
     *
     * @param contact of the order, if it is about a known order
     */
    public Notification send(
            SendNotification wish,
            List<MessageTemplate> texts,
            Recipient recipient,
            Optional<OrderContact> contact,
            CallContext cause) {
        var notification = Notification.byHand(wish.orderId(), wish.template(), wish.data(), cause, clock.instant());
        address(notification, texts, recipient, contact, wish.channels());
        notifications.add(notification);
        return notification;
    }

    private void address(
            Notification notification,
            List<MessageTemplate> texts,
            Recipient recipient,
            Optional<OrderContact> contact,
            Set<Channel> channels) {
        var letters = composer.compose(notification, texts, recipient, contact, channels);
        notification.address(letters, clock.instant()).ifPresent(event -> publish(notification, event));
    }

    private void publish(Notification notification, NotificationEvent event) {
        try (var bound = notification.cause().bind()) {
            messaging.outbox().append(event, Notification.EVENT_VERSION);
        }
    }
}
