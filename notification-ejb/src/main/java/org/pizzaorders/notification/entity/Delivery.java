package org.pizzaorders.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.NotificationStatus;
import org.pizzaorders.notification.api.NotificationView;
import org.pizzaorders.shared.Ids;

/**
 * The part of a {@link Notification} for one channel. Only the notification changes it. Pending means: due at {@code
 * nextAttemptAt}. The receiver recognises a repeated message by the id of the delivery.
 */
@Entity
@Table(schema = "notifications", name = "notification_deliveries")
public class Delivery {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "notification_id")
    private Notification notification;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String address;
    private String subject;
    private String body;
    private String html;

    @Enumerated(EnumType.STRING)
    private NotificationStatus status = NotificationStatus.PENDING;

    private int attempts;
    private int refusals;

    @Column(name = "next_attempt_at")
    private OffsetDateTime nextAttemptAt;

    private String error;

    @Column(name = "sent_at")
    private OffsetDateTime sentAt;

    @Version
    private int version;

    @Column(name = "created_at", updatable = false)
    private OffsetDateTime createdAt;

    protected Delivery() {}

    Delivery(Notification notification, Letter letter, Instant due) {
        this.id = Ids.next();
        this.notification = notification;
        this.channel = letter.channel();
        this.address = letter.address();
        this.subject = letter.subject();
        this.body = letter.text();
        this.html = letter.html();
        this.nextAttemptAt = due.atOffset(ZoneOffset.UTC);
        this.createdAt = nextAttemptAt;
        if (letter.fault() != null) {
            expire(letter.fault());
        }
    }

    void sent(Instant now) {
        attempts++;
        status = NotificationStatus.SENT;
        sentAt = now.atOffset(ZoneOffset.UTC);
        nextAttemptAt = null;
        error = null;
    }

    void refused(String reason, Instant next) {
        refusals++;
        putOff(reason, next);
    }

    void putOff(String reason, Instant next) {
        attempts++;
        error = reason;
        nextAttemptAt = next.atOffset(ZoneOffset.UTC);
    }

    void giveUp(String reason) {
        attempts++;
        expire(reason);
    }

    /** Fails without another attempt. */
    void expire(String reason) {
        error = reason;
        status = NotificationStatus.FAILED;
        nextAttemptAt = null;
    }

    /** The claimer made no attempt. */
    void putBack(Instant due) {
        nextAttemptAt = due.atOffset(ZoneOffset.UTC);
    }

    public UUID id() {
        return id;
    }

    public Notification notification() {
        return notification;
    }

    public Channel channel() {
        return channel;
    }

    public boolean isPending() {
        return status == NotificationStatus.PENDING;
    }

    /** Whether an attempt is due, and nobody has claimed it. */
    public boolean isDue(Instant now) {
        return isPending() && !nextAttemptAt.toInstant().isAfter(now);
    }

    boolean isGivenUp() {
        return status == NotificationStatus.FAILED;
    }

    /** Grows with each claim and each change. */
    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }

    /** How many attempts the channel refused because of this message, but not for good. */
    public int refusals() {
        return refusals;
    }

    NotificationView.Delivery view() {
        var at = sentAt == null ? null : sentAt.toInstant();
        return new NotificationView.Delivery(channel, address, status, attempts, error, at);
    }
}
