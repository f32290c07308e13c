package org.pizzaorders.notification.control;

import java.time.Duration;
import java.util.List;
import org.pizzaorders.work.Expiry;

/** How long people's messages and addresses are kept. */
final class NotificationExpiries {

    private static final String SETTING = "pizza.notification.retention";
    private static final Duration OTHERWISE = Duration.ofDays(90);

    private NotificationExpiries() {}

    /**
     * Messages are deleted after they are settled, and also those that wait for an order which never arrived. The
     * contact of an order is deleted after the last message about it.
     */
    static List<Expiry> all() {
        return List.of(
                new Expiry(
                        "notifications.notifications",
                        "updated_at",
                        "(t.status <> 'PENDING' or t.awaits_contact)",
                        SETTING,
                        OTHERWISE),
                new Expiry(
                        "notifications.order_contacts",
                        "created_at",
                        "not exists (select 1 from notifications.notifications n where n.order_id = t.order_id)",
                        SETTING,
                        OTHERWISE));
    }
}
