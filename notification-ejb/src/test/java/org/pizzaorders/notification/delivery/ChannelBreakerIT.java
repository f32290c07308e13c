package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.notification.control.NotificationService;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.BreakerState;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.shared.Ids;

class ChannelBreakerIT {

    private static final int MANY = 30;

    private NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anAbsentChannelDoesNotDelayOthers() {
        scene.away.add(Channel.EMAIL);
        Stream.generate(Ids::next).limit(MANY).forEach(this::ready);

        scene.deliverDue();
        scene.deliverDue();

        assertThat(scene.delivered)
                .filteredOn(sent -> sent.channel() == Channel.SMS)
                .hasSize(MANY);
        assertThat(state(Channel.EMAIL)).isEqualTo(BreakerState.OPEN);
        assertThat(state(Channel.SMS)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void anOpenBreakerUsesUpNoAttempts() {
        open(Channel.EMAIL);
        assertThat(state(Channel.EMAIL)).isEqualTo(BreakerState.OPEN);
        var before = emails();

        scene.everythingFallsDue();
        scene.deliverDue();
        scene.deliverDue();

        assertThat(emails()).as("neither claimed nor tried").isEqualTo(before);
        assertThat(before)
                .filteredOn(row -> row.startsWith("0 "))
                .as("put back")
                .hasSize(MANY - attempted());
        assertThat(attempted()).isEqualTo(NotificationScene.MINIMUM_CALLS);
    }

    @Test
    void deliversEverythingOnceTheChannelIsBack() {
        scene.close();
        scene = new NotificationScene(Duration.ofMillis(100));
        open(Channel.EMAIL);

        scene.away.clear();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            scene.everythingFallsDue();
            scene.deliverDue();
            return scene.delivered.size() == MANY;
        });

        assertThat(scene.delivered).extracting(Dispatch::deliveryId).doesNotHaveDuplicates();
        assertThat(state(Channel.EMAIL)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void anOperatorCanStopAChannel() {
        scene.breakers.force("EMAIL", BreakerOverride.OPEN, "the mail server is being moved", "anna");
        scene.receive(NotificationScene.created(Ids.next()));
        scene.deliverDue();
        assertThat(scene.delivered).isEmpty();

        scene.breakers.force("EMAIL", BreakerOverride.NONE, "moved", "anna");
        scene.deliverDue();
        assertThat(scene.delivered).hasSize(1);
    }

    @Test
    void refusedRecipientsDoNotOpenTheBreaker() {
        Stream.generate(Ids::next).limit(20).forEach(order -> scene.receive(NotificationScene.created(order)));
        Stream.generate(() -> Outcome.permanentFailure("no such user"))
                .limit(20)
                .forEach(scene.outcomes::add);

        scene.deliverDue();

        assertThat(scene.delivered).hasSize(20);
        assertThat(state(Channel.EMAIL)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void faultsOfTheChannelFailNoMessage() {
        scene.receive(NotificationScene.created(Ids.next()));
        Stream.generate(() -> Outcome.channelFailure("The gateway answered 401"))
                .limit(NotificationService.MAX_ATTEMPTS)
                .forEach(scene.outcomes::add);
        scene.outcomes.add(Outcome.transientFailure("mailbox busy"));

        for (int round = 0; round < NotificationService.MAX_ATTEMPTS + 1; round++) {
            scene.everythingFallsDue();
            scene.deliverDue();
        }

        assertThat(scene.fixture.rows("select outcome from notifications.delivery_attempts order by number"))
                .extracting(row -> row.get("outcome"))
                .containsExactly("PUT_OFF", "PUT_OFF", "PUT_OFF", "PUT_OFF");
    }

    @Test
    void aMessageWaitsAsLongAsTheChannelAsks() {
        scene.receive(NotificationScene.created(Ids.next()));
        scene.outcomes.add(new Outcome.Failed("busy", Outcome.Fault.CHANNEL, Duration.ofMinutes(50)));

        scene.deliverDue();

        assertThat(
                        scene.fixture.rows(
                                "select 1 from notifications.notification_deliveries"
                                        + " where next_attempt_at between now() + interval '49 minutes' and now() + interval '51 minutes'"))
                .hasSize(1);
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

    @Test
    void aFrozenClaimerDoesNotOverwriteTheNextOne() {
        scene.receive(NotificationScene.created(Ids.next()));
        var frozen = claim(Channel.EMAIL);
        scene.everythingFallsDue();
        var next = claim(Channel.EMAIL);

        scene.ledger().record(frozen, Outcome.permanentFailure("thawed too late"));
        scene.ledger().putBack(frozen, Instant.EPOCH);
        scene.ledger().record(next, new Outcome.Sent());
        scene.ledger().record(frozen, Outcome.permanentFailure("thawed too late"));

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

    private Dispatch claim(Channel channel) {
        return scene.ledger()
                .pending(scene.work(channel, scene.ledger()).claim(1))
                .get(0);
    }

    private void ready(UUID order) {
        scene.receive(NotificationScene.created(order));
        scene.receive(new OrderReady(order));
    }

    private void open(Channel channel) {
        scene.away.add(channel);
        Stream.generate(Ids::next).limit(MANY).forEach(order -> scene.receive(NotificationScene.created(order)));
        scene.deliverDue();
    }

    private int attempted() {
        return scene.fixture
                .rows("select 1 from notifications.delivery_attempts")
                .size();
    }

    private List<String> emails() {
        return scene
                .fixture
                .rows("select attempts || ' ' || (version - attempts) as s from notifications.notification_deliveries"
                        + " where channel = 'EMAIL' order by id")
                .stream()
                .map(row -> (String) row.get("s"))
                .toList();
    }

    private BreakerState state(Channel channel) {
        return scene.breakers.breakers().get(channel.ordinal()).state();
    }
}
