package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ManyRows;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.control.NotificationService;
import org.pizzaorders.notification.sending.ClaimedDeliveries;
import org.pizzaorders.shared.Service;

/** What the timers read when a channel was away for long. */
class ManyMessagesIT {

    private static final int BATCH = 100;

    @AutoClose
    private static final ServiceFixture notifications = ServiceFixture.of(Service.NOTIFICATIONS, "notifications");

    private final ManyRows rows = new ManyRows(notifications);

    @BeforeAll
    static void aLongOutage() {
        notifications.execute("insert into notifications.order_contacts (order_id, created_at)"
                + " select gen_random_uuid(), now() - interval '1 year'" + ManyRows.SOME);
        notifications.execute(
                "insert into notifications.notifications (id, order_id, template, data, status,"
                        + " awaits_contact, correlation_id, version, created_at, updated_at) select gen_random_uuid(), order_id,"
                        + " 'OrderReady', '{}', 'FAILED', false, 'c', 0, created_at, created_at from notifications.order_contacts");
        notifications.execute(
                "insert into notifications.notification_deliveries (id, notification_id, channel, address,"
                        + " body, status, attempts, next_attempt_at, version) select gen_random_uuid(), id, 'SMS', 'a', 'b',"
                        + " 'PENDING', 0, now(), 0 from notifications.notifications");
    }

    @Test
    void claimsABatchOfOneChannelByIndex() {
        var sms = new ClaimedDeliveries(notifications.dataSource(), Channel.SMS);
        var email = new ClaimedDeliveries(notifications.dataSource(), Channel.EMAIL);

        rows.assertFew(
                "due", () -> assertThat(sms.claim(BATCH, Duration.ofMinutes(1))).hasSize(BATCH));
        rows.assertFew(
                "none due",
                () -> assertThat(email.claim(BATCH, Duration.ofMinutes(1))).isEmpty());
    }

    @Test
    void findsExpiredRowsByIndex() {
        rows.assertReads("a round", 20_000, () -> notifications.purge(NotificationService.expiries()));
    }
}
