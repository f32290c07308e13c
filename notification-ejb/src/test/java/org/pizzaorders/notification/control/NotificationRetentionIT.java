package org.pizzaorders.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Service;

class NotificationRetentionIT {

    @AutoClose
    private static final ServiceFixture notifications = ServiceFixture.of(Service.NOTIFICATIONS);

    @Test
    void forgetsMessagesWithAddressesAndAttemptsOnceTheyAreOldAndContactsWithTheLastOfThem() {
        notification(1, "SENT", false, 91);
        notification(2, "FAILED", false, 91);
        notification(3, "PENDING", true, 91);
        notification(4, "PENDING", false, 91);
        notification(5, "SENT", false, 89);

        notifications.purge(NotificationExpiries.all());

        assertThat(column("select right(id::text, 1) from notifications.notifications"))
                .containsExactlyInAnyOrder("4", "5");
        assertThat(column("select address from notifications.notification_deliveries"))
                .containsExactlyInAnyOrder("4@pizza.test", "5@pizza.test");
        assertThat(column("select 1 from notifications.delivery_attempts")).hasSize(2);
        assertThat(column("select name from notifications.order_contacts")).containsExactlyInAnyOrder("4", "5");
        assertThat(column("select pizza_name from notifications.order_contact_lines"))
                .containsExactlyInAnyOrder("4", "5");
    }

    private static void notification(int number, String status, boolean awaits, int days) {
        var id = UUID.fromString("00000000-0000-7000-8000-00000000000" + number);
        notifications.execute(
                "insert into notifications.order_contacts (order_id, name, created_at)"
                        + " values (?, ?, now() - interval '2 years')",
                id,
                "" + number);
        notifications.execute(
                "insert into notifications.order_contact_lines values (?, 1, ?, 'SMALL', 1, 1, 1)", id, "" + number);
        notifications.execute(
                "insert into notifications.notifications (id, order_id, template, data, status, awaits_contact,"
                        + " correlation_id, version, created_at, updated_at) values (?, ?, 't', '{}', ?, ?, 'c', 0,"
                        + " now() - interval '2 years', now() - ? * interval '1 day')",
                id,
                id,
                status,
                awaits,
                days);
        notifications.execute(
                "insert into notifications.notification_deliveries (id, notification_id, channel, address, body, status,"
                        + " attempts, version) values (?, ?, 'EMAIL', ?, 'b', 'SENT', 1, 0)",
                id,
                id,
                number + "@pizza.test");
        notifications.execute(
                "insert into notifications.delivery_attempts (delivery_id, number, outcome, at) values (?, 1, 'SENT', now())",
                id);
    }

    private static List<Object> column(String query) {
        return notifications.rows(query).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }
}
