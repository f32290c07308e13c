package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.shared.Ids;

/** What is too old to be of use is given up, whether its channel is there or not. */
class OldMessagesIT {

    private final NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void failsTooOldMessagesWhileTheChannelIsAway() {
        scene.breakers.force("EMAIL", BreakerOverride.OPEN, "for a long time", "anna");
        scene.receive(NotificationScene.created(Ids.next()));
        scene.receive(NotificationScene.created(Ids.next()));
        scene.fixture.execute("update notifications.notification_deliveries set created_at = now() - interval '7 hours'"
                + " where id = (select min(id::text)::uuid from notifications.notification_deliveries)");

        scene.deliverDue();
        scene.deliverDue();

        assertThat(scene.fixture.rows("select status || ' ' || attempts as s from notifications.notification_deliveries"
                        + " order by id"))
                .extracting(row -> row.get("s"))
                .containsExactly("FAILED 0", "PENDING 0");
        assertThat(scene.fixture.outboxEntries()).extracting("name").containsExactly("NotificationFailed");
    }

    @Test
    void findsTooOldMessagesByIndex() {
        scene.receive(NotificationScene.created(Ids.next()));
        scene.fixture.execute("alter table notifications.notification_deliveries"
                + " drop constraint notification_deliveries_notification_fk");
        scene.fixture.execute("insert into notifications.notification_deliveries"
                + " select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'channel', 'SMS',"
                + " 'notification_id', gen_random_uuid()))).*"
                + " from notifications.notification_deliveries d, generate_series(1, 5000)");
        scene.fixture.execute("analyze notifications.notification_deliveries");

        var plan = scene.fixture.rows("explain (analyze, costs off, timing off, summary off)"
                + " select id from notifications.notification_deliveries where channel = 'SMS'"
                + " and next_attempt_at <= now() and created_at < now() - interval '6 hours'"
                + " order by created_at limit 50");

        assertThat(plan.toString())
                .contains("notification_deliveries_age_ix", "created_at <")
                .doesNotContain("Rows Removed", "Sort");
    }

    @Test
    void doesNotRetryBeyondTheTimeLimit() {
        scene.receive(NotificationScene.created(Ids.next()));
        scene.fixture.execute(
                "update notifications.notification_deliveries set created_at = now() - interval '7 hours'");
        scene.outcomes.add(Outcome.transientFailure("mailbox busy"));

        scene.deliverDue();

        assertThat(scene.fixture.rows("select outcome from notifications.delivery_attempts"))
                .extracting(row -> row.get("outcome"))
                .containsExactly("GIVEN_UP");
    }
}
