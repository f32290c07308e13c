package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.notification.sending.DeliveryLedger;
import org.pizzaorders.notification.sending.DeliveryWork;
import org.pizzaorders.notification.sending.Turn;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.shared.Ids;

/** What became of messages is recorded together, by the thread that also claims, while lanes go on sending. */
class RecordedTogetherIT {

    private static final int MANY = 20;

    private final NotificationScene scene = new NotificationScene();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        scene.close();
    }

    @Test
    void outcomesThatAreReadyTogetherAreRecordedInOneTransaction() {
        orders(MANY);
        var work = work(scene.ledger());

        var round = whileNothingCanBeRecorded(() -> {
            var started = CompletableFuture.runAsync(() -> work.attempt(work.claim(50)), threads);
            Awaitility.await().until(() -> scene.delivered.size() == MANY);
            return started;
        });
        round.join();

        assertThat(recorded()).isEqualTo(MANY);
        assertThat(transactions()).as("the first few, and all others").isLessThanOrEqualTo(2);
    }

    @Test
    void recordsAnyNumberByTheSameNumberOfStatements() {
        scene.notifyBy(OrderCreated.class);
        orders(2 * MANY + 2).forEach(order -> scene.receive(NotificationScene.declined(order)));
        var work = work(scene.ledger());
        var warm = work.claim(2);
        var few = work.claim(MANY / 2);
        var many = work.claim(MANY + MANY / 2);
        record(warm.subList(0, 1));
        record(warm.subList(1, 2));

        // The last delivery of a notification also writes its event; these leave the SMS pending.
        var forFew = RoundTrips.of(() -> record(few));
        var forMany = RoundTrips.of(() -> record(many));

        assertThat(forMany).isEqualTo(forFew).isLessThanOrEqualTo(6);
        assertThat(recorded()).isEqualTo(2 * MANY + 2);
    }

    @Test
    void onlyTheOneThatCannotBeRecordedIsLeftBehind() {
        orders(MANY);
        scene.fixture.execute("create function notifications.trouble() returns trigger language plpgsql as $$ begin"
                + " if new.delivery_id = (select id from notifications.notification_deliveries order by id offset 7 limit 1)"
                + " then raise exception 'planted' using errcode = '22023'; end if; return new; end $$");
        scene.fixture.execute("create trigger trouble before insert on notifications.delivery_attempts"
                + " for each row execute function notifications.trouble()");

        scene.deliverDue();

        assertThat(recorded()).isEqualTo(MANY - 1);
        assertThat(scene.fixture.rows("select 1 from notifications.notification_deliveries where status = 'SENT'"))
                .hasSize(MANY - 1);
        assertThat(scene.fixture.rows("select 1 from notifications.notification_deliveries"
                        + " where status = 'PENDING' and next_attempt_at > now() and attempts = 0"))
                .as("claimed, until the lease ends")
                .hasSize(1);
    }

    @Test
    void aDatabaseThatIsAwayKeepsThemUntilItIsBack() {
        orders(MANY);
        scene.fixture.execute("create sequence notifications.troubles");
        scene.fixture.execute("create function notifications.trouble() returns trigger language plpgsql as $$ begin"
                + " if nextval('notifications.troubles') <= 7 then raise exception 'planted' using errcode = '57P01';"
                + " end if; return new; end $$");
        scene.fixture.execute("create trigger trouble before insert on notifications.delivery_attempts"
                + " for each row execute function notifications.trouble()");

        scene.deliverDue();
        scene.everythingFallsDue();
        scene.deliverDue();

        assertThat(scene.delivered).hasSize(MANY);
        assertThat(recorded()).isEqualTo(MANY);
    }

    @Test
    void fewMessagesAreSentWhileNothingCanBeRecorded() {
        orders(50);
        var away = new DeliveryLedger() {
            @Override
            public void expire(Channel channel) {
                throw new AssertionError("Nothing is expired here");
            }

            @Override
            public void record(Collection<Handled> handled) {
                throw new StorageException("record", new SQLException("planted", "57P01"));
            }
        };
        var work = scene.work(Channel.EMAIL, away, threads, Duration.ofSeconds(2));

        assertThatThrownBy(() -> work.attempt(work.claim(50))).isInstanceOf(StorageException.class);

        assertThat(scene.delivered).hasSize(32);
    }

    @Test
    void aStaleClaimAmongOthersChangesNothing() {
        orders(3);
        var work = work(scene.ledger());
        var frozen = work.claim(1);
        scene.everythingFallsDue();
        var ours = work.claim(50);

        var all = new ArrayList<Handled>();
        frozen.forEach(turn -> all.add(new Handled(turn.dispatch(), Outcome.permanentFailure("thawed too late"))));
        ours.stream()
                .filter(turn -> !id(turn).equals(id(frozen.get(0))))
                .forEach(turn -> all.add(new Handled(turn.dispatch(), new Outcome.Sent())));
        scene.ledger().record(all);

        assertThat(scene.fixture.rows("select outcome from notifications.delivery_attempts"))
                .extracting(row -> row.get("outcome"))
                .containsExactly("SENT", "SENT");
        assertThat(scene.fixture.rows(
                        "select status from notifications.notification_deliveries where id = ?", id(frozen.get(0))))
                .extracting(row -> row.get("status"))
                .containsExactly("PENDING");
    }

    @Test
    void aSlowMessageDoesNotHoldUpThoseThatFallDueMeanwhile() throws Exception {
        orders(1);
        var goOn = blockFirst();
        var work = work(scene.ledger());
        var round = CompletableFuture.runAsync(() -> work.attempt(work.claim(50)), threads);
        await(blocked);

        orders(MANY);
        work.woken();
        Awaitility.await().until(() -> recorded() == MANY);
        assertThat(round).isNotDone();
        goOn.countDown();
        round.get(10, TimeUnit.SECONDS);

        assertThat(recorded()).isEqualTo(MANY + 1);
        assertThat(scene.delivered).extracting(Dispatch::deliveryId).doesNotHaveDuplicates();
    }

    @Test
    void aStopFinishesWhatIsBeingSentAndLeavesTheRestToOthers() throws Exception {
        orders(MANY);
        var goOn = blockFirst();
        var work =
                scene.work(Channel.EMAIL, scene.ledger(), Executors.newSingleThreadExecutor(), Duration.ofMinutes(2));
        var round = CompletableFuture.runAsync(() -> work.attempt(work.claim(50)), threads);
        await(blocked);

        work.stopping();
        goOn.countDown();
        round.get(10, TimeUnit.SECONDS);

        assertThat(scene.delivered).hasSize(1);
        assertThat(recorded()).isEqualTo(1);
        assertThat(scene.fixture.rows(
                        "select 1 from notifications.notification_deliveries where next_attempt_at <= now()"))
                .hasSize(MANY - 1);
    }

    private final CountDownLatch blocked = new CountDownLatch(1);

    /** The first message that is sent waits for it. */
    private CountDownLatch blockFirst() {
        var goOn = new CountDownLatch(1);
        scene.sending = dispatch -> {
            if (blocked.getCount() == 1) {
                blocked.countDown();
                await(goOn);
            }
        };
        return goOn;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T whileNothingCanBeRecorded(Callable<T> then) {
        return scene.fixture.inTransaction(() -> {
            scene.fixture
                    .entityManager()
                    .createNativeQuery("lock table notifications.delivery_attempts in share mode")
                    .executeUpdate();
            return then.call();
        });
    }

    private DeliveryWork work(DeliveryLedger ledger) {
        return scene.work(Channel.EMAIL, ledger, threads, Duration.ofMinutes(2));
    }

    private List<UUID> orders(int number) {
        var orders = Stream.generate(Ids::next).limit(number).toList();
        orders.forEach(order -> scene.receive(NotificationScene.created(order)));
        return orders;
    }

    private void record(List<Turn> turns) {
        scene.ledger()
                .record(turns.stream()
                        .map(turn -> new Handled(turn.dispatch(), new Outcome.Sent()))
                        .toList());
    }

    private static UUID id(Turn turn) {
        return turn.dispatch().deliveryId();
    }

    private int recorded() {
        return scene.fixture
                .rows("select 1 from notifications.delivery_attempts")
                .size();
    }

    /** In which attempts were recorded. */
    private int transactions() {
        return scene.fixture
                .rows("select distinct xmin::text as id from notifications.delivery_attempts")
                .size();
    }
}
