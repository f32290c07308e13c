package org.pizzaorders.notification.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.pizzaorders.notification.api.NotificationEvent;
import org.pizzaorders.notification.api.NotificationFailed;
import org.pizzaorders.notification.api.NotificationSent;
import org.pizzaorders.notification.api.NotificationStatus;
import org.pizzaorders.notification.api.NotificationView;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Ids;

/**
 * A message and its deliveries, one per channel. It starts as pending. Until the customer is known, it waits without
 * deliveries. When the last delivery is settled, it becomes sent, or failed if any was given up, and publishes its only
 * event. A transaction that records an attempt locks the row, so exactly one delivery is the last to settle.
 */
@Entity
@Table(schema = "notifications", name = "notifications")
public class Notification {

    /** The version of the only event of a notification. */
    public static final int EVENT_VERSION = 1;

    @Id
    private UUID id;

    @Column(name = "event_id")
    @Convert(converter = OptionalId.class)
    private UUID eventId;

    @Column(name = "order_id")
    @Convert(converter = OptionalId.class)
    private UUID orderId;

    private String template;

    @Convert(converter = JsonData.class)
    private Map<String, Object> data;

    private String subject;
    private String message;

    @Enumerated(EnumType.STRING)
    private NotificationStatus status = NotificationStatus.PENDING;

    @Column(name = "awaits_contact")
    private boolean awaitsContact;

    @Column(name = "correlation_id")
    private String correlationId;

    private String traceparent;

    @Version
    private int version;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @OneToMany(mappedBy = "notification", cascade = CascadeType.PERSIST)
    @OrderBy("channel")
    private List<Delivery> deliveries = new ArrayList<>();

    protected Notification() {}

    private Notification(
            UUID eventId, UUID orderId, String template, Map<String, Object> data, CallContext cause, Instant now) {
        this.id = Ids.next();
        this.eventId = eventId;
        this.orderId = orderId;
        this.template = requireNonNull(template, "template");
        this.data = new LinkedHashMap<>(data);
        this.correlationId = cause.correlationId();
        this.traceparent = cause.traceparent();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** A message about an event of an order. It waits until it is {@linkplain #address addressed}. */
    public static Notification onEvent(
            UUID eventId, UUID orderId, String template, Map<String, Object> data, CallContext cause, Instant now) {
        var notification = new Notification(eventId, orderId, template, data, cause, now);
        notification.awaitsContact = true;
        return notification;
    }

    /**
     * @param orderId null if it is not about an order
     */
    public static Notification byHand(
            UUID orderId, String template, Map<String, Object> data, CallContext cause, Instant now) {
        return new Notification(null, orderId, template, data, cause, now);
    }

    /**
     * Adds the deliveries, due at once. Subject and message come from the first letter. Without letters nobody can be
     * reached, and the notification fails.
     */
    public Optional<NotificationEvent> address(List<Letter> letters, Instant now) {
        if (!awaitsContact && !deliveries.isEmpty()) {
            throw new IllegalStateException("Notification " + id + " is addressed already");
        }
        awaitsContact = false;
        letters.stream().filter(letter -> letter.fault() == null).findFirst().ifPresent(this::headline);
        letters.forEach(letter -> deliveries.add(new Delivery(this, letter, now)));
        return settle();
    }

    private void headline(Letter letter) {
        subject = letter.subject();
        message = letter.text();
    }

    /** A delivery was handed to its channel. */
    public Optional<NotificationEvent> sent(UUID delivery, Instant now) {
        return change(delivery, it -> it.sent(now));
    }

    /** The channel refused a delivery for now; it is due again at {@code next}. */
    public Optional<NotificationEvent> refused(UUID delivery, String reason, Instant next) {
        return change(delivery, it -> it.refused(reason, next));
    }

    /** An attempt failed, but not because of the message; the delivery is due again at {@code next}. */
    public Optional<NotificationEvent> putOff(UUID delivery, String reason, Instant next) {
        return change(delivery, it -> it.putOff(reason, next));
    }

    /** A delivery failed for good. */
    public Optional<NotificationEvent> giveUp(UUID delivery, String reason) {
        return change(delivery, it -> it.giveUp(reason));
    }

    /** The time limit of a delivery is over; it fails without another attempt. */
    public Optional<NotificationEvent> expire(UUID delivery, String reason) {
        return change(delivery, it -> it.expire(reason));
    }

    /** A delivery was claimed and not tried: it is due again at {@code due}. */
    public void putBack(UUID delivery, Instant due) {
        pending(delivery).ifPresent(it -> it.putBack(due));
    }

    private Optional<NotificationEvent> change(UUID id, Consumer<Delivery> change) {
        var pending = pending(id);
        pending.ifPresent(change);
        return pending.flatMap(changed -> settle());
    }

    /** The delivery with that id, if it is not settled yet. */
    public Optional<Delivery> pending(UUID id) {
        return deliveries.stream()
                .filter(delivery -> delivery.id().equals(id) && delivery.isPending())
                .findFirst();
    }

    private Optional<NotificationEvent> settle() {
        if (deliveries.stream().anyMatch(Delivery::isPending)) {
            return Optional.empty();
        }
        var givenUp = deliveries.stream()
                .filter(Delivery::isGivenUp)
                .map(Delivery::channel)
                .toList();
        if (givenUp.isEmpty() && !deliveries.isEmpty()) {
            status = NotificationStatus.SENT;
            var channels = deliveries.stream().map(Delivery::channel).toList();
            return Optional.of(new NotificationSent(id, orderId, template, channels));
        }
        status = NotificationStatus.FAILED;
        return Optional.of(new NotificationFailed(id, orderId, template, givenUp));
    }

    public UUID id() {
        return id;
    }

    /** Null if it is not about an order. */
    public UUID orderId() {
        return orderId;
    }

    public String template() {
        return template;
    }

    public Map<String, Object> data() {
        return data;
    }

    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** The call context of its cause, which its event gets too. */
    public CallContext cause() {
        return new CallContext(correlationId, traceparent);
    }

    public NotificationView view() {
        return new NotificationView(
                id,
                orderId,
                template,
                subject,
                message,
                status,
                deliveries.stream().map(Delivery::view).toList(),
                createdAt.toInstant());
    }
}
