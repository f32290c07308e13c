package org.pizzaorders.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;

/**
 * Whether customers are informed about one event by one channel. Migrations insert one row for each channel and each
 * possible event; administrators change them.
 */
@Entity
@Table(schema = "notifications", name = "notification_policies")
public class PolicyRow {

    @Id
    private UUID id;

    private String event;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "told")
    private boolean enabled;

    @Version
    private int version;

    protected PolicyRow() {}

    /** Returns whether this is a change. */
    public boolean enable(boolean wanted) {
        var changes = enabled != wanted;
        enabled = wanted;
        return changes;
    }

    public String event() {
        return event;
    }

    public Channel channel() {
        return channel;
    }

    public boolean isEnabled() {
        return enabled;
    }
}
