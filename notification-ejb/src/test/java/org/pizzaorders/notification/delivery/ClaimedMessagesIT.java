package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.shared.Ids;

/** Who claims a message sends it alone and once, and it is not lost with whoever claimed it. */
class ClaimedMessagesIT {

    private final NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aFrozenClaimerDoesNotOverwriteTheNextOne() {
        scene.receive(NotificationScene.created(Ids.next()));
        var frozen = claim(Channel.EMAIL);
        scene.everythingFallsDue();
        var next = claim(Channel.EMAIL);

        record(frozen, Outcome.permanentFailure("thawed too late"));
        record(frozen, new Outcome.Untried(Duration.ZERO));
        record(next, new Outcome.Sent());
        record(frozen, Outcome.permanentFailure("thawed too late"));

        assertThat(frozen.deliveryId()).isEqualTo(next.deliveryId());
        assertThat(scene.fixture.rows("select outcome from notifications.delivery_attempts"))
                .extracting(row -> row.get("outcome"))
                .containsExactly("SENT");
    }

    /** Two instances at one row, a lock that somebody holds, a server that is restarted. */
    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03", "57014", "57P01", "53300", "XX000"})
    void aShortDatabaseFailureDoesNotSendAMessageTwice(String state) {
        scene.receive(NotificationScene.created(Ids.next()));
        scene.fixture.execute("create sequence notifications.troubles");
        scene.fixture.execute("create function notifications.trouble() returns trigger language plpgsql as $$ begin"
                + " if nextval('notifications.troubles') <= 2 then raise exception 'planted' using errcode = '" + state
                + "'; end if; return new; end $$");
        scene.fixture.execute("create trigger trouble before insert on notifications.delivery_attempts"
                + " for each row execute function notifications.trouble()");

        scene.deliverDue();
        scene.everythingFallsDue();
        scene.deliverDue();

        assertThat(scene.delivered).hasSize(1);
        assertThat(scene.fixture.rows("select outcome from notifications.delivery_attempts"))
                .extracting(row -> row.get("outcome"))
                .containsExactly("SENT");
    }

    @Test
    void aClaimWhoseOwnerDiesFallsDueWithTheEndOfItsLease() {
        scene.receive(NotificationScene.created(Ids.next()));
        claim(Channel.EMAIL);

        scene.deliverDue();
        assertThat(scene.delivered).as("the lease still runs").isEmpty();
        scene.everythingFallsDue();
        scene.deliverDue();

        assertThat(scene.delivered).hasSize(1);
    }

    @Test
    void theDatabaseItselfRefusesASecondMessageForAnEvent() {
        var order = Ids.next();
        scene.receive(NotificationScene.created(order));

        assertThatThrownBy(() -> scene.fixture.execute(
                        "insert into notifications.notifications"
                                + " select (jsonb_populate_record(n, jsonb_build_object('id', ?))).*"
                                + " from notifications.notifications n",
                        Ids.next().toString()))
                .hasMessageContaining("notifications_event_uk");
        assertThatThrownBy(() -> scene.fixture.execute(
                        "insert into notifications.notification_deliveries"
                                + " select (jsonb_populate_record(n, jsonb_build_object('id', ?))).*"
                                + " from notifications.notification_deliveries n",
                        Ids.next().toString()))
                .hasMessageContaining("notification_deliveries_channel_uk");
    }

    private void record(Dispatch dispatch, Outcome outcome) {
        scene.ledger().record(List.of(new Handled(dispatch, outcome)));
    }

    private Dispatch claim(Channel channel) {
        return scene.work(channel, scene.ledger()).claim(1).get(0).dispatch();
    }
}
