package org.pizzaorders.notification.control;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.NotificationQuery;
import org.pizzaorders.notification.entity.DeliveryAttempt;
import org.pizzaorders.notification.entity.Notification;
import org.pizzaorders.shared.Cursor;

/** Notifications with their deliveries. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StoredNotifications {

    @PersistenceContext(unitName = "notifications")
    EntityManager entities;

    public void add(Notification notification) {
        entities.persist(notification);
    }

    /** Deletes a notification that published nothing and never will. */
    void remove(Notification notification) {
        entities.remove(notification);
    }

    void add(DeliveryAttempt attempt) {
        entities.persist(attempt);
    }

    public Optional<Notification> find(UUID id) {
        return Optional.ofNullable(entities.find(Notification.class, id));
    }

    /**
     * The notifications of these deliveries, with all their deliveries. Locks them and these deliveries until the
     * transaction ends, in the order of ids, to prevent deadlocks; other transactions wait. The transaction may not have
     * read any of them before.
     */
    List<Notification> lock(Collection<UUID> deliveries) {
        var ids = entities.createNativeQuery("select n.id from notifications.notifications n"
                        + " join notifications.notification_deliveries d on d.notification_id = n.id"
                        + " where d.id = any (cast(string_to_array(?1, ',') as uuid[])) order by n.id for update")
                .setParameter(1, deliveries.stream().map(UUID::toString).collect(joining(",")))
                .getResultList();
        return ids.isEmpty() ? List.of() : all(ids);
    }

    /** With their deliveries, from the newest. The database need not compare whole messages to find duplicates. */
    private List<Notification> all(Collection<?> ids) {
        return entities.createQuery(
                        "select n from Notification n left join fetch n.deliveries where n.id in :ids order by n.id desc",
                        Notification.class)
                .setParameter("ids", ids)
                .getResultStream()
                .distinct()
                .toList();
    }

    /** The notifications that wait for the contacts of these orders, oldest first. */
    List<Notification> awaiting(Collection<UUID> orders) {
        return entities.createQuery(
                        "select n from Notification n left join fetch n.deliveries"
                                + " where n.orderId in :orders and n.awaitsContact = true order by n.id",
                        Notification.class)
                .setParameter("orders", orders)
                .getResultStream()
                .distinct()
                .toList();
    }

    /**
     * Due deliveries of a channel that were made before the given time, up to the limit. Starts with the oldest, so it
     * reads no more rows than it returns.
     */
    List<UUID> due(Channel channel, Instant now, Instant madeBefore, int limit) {
        return entities.createQuery(
                        "select d.id from Delivery d where d.channel = :channel and d.nextAttemptAt <= :now"
                                + " and d.createdAt < :before order by d.createdAt",
                        UUID.class)
                .setParameter("channel", channel)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("before", madeBefore.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
    }

    /** One more than fits on the page, newest first. One query reads the ids, another one everything else. */
    public List<Notification> list(NotificationQuery query) {
        var ids = ids(query);
        if (ids.isEmpty()) {
            return List.of();
        }
        return all(ids);
    }

    private List<UUID> ids(NotificationQuery query) {
        var after = query.page().after().map(Cursor::after);
        var text = "select n.id from Notification n where 1 = 1"
                + query.orderId().map(order -> " and n.orderId = :order").orElse("")
                + after.map(id -> " and n.id < :after").orElse("")
                + " order by n.id desc";
        var ids = entities.createQuery(text, UUID.class)
                .setMaxResults(query.page().limit() + 1);
        query.orderId().ifPresent(order -> ids.setParameter("order", order));
        after.ifPresent(id -> ids.setParameter("after", id));
        return ids.getResultList();
    }
}
