package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.EmailChannel;
import org.pizzaorders.notification.channel.ScriptedSmtp;
import org.pizzaorders.notification.sending.ClaimedDeliveries;
import org.pizzaorders.notification.sending.DeliveryWork;
import org.pizzaorders.shared.Ids;

/** Two instances, one database, and a mail server that takes longer for a mail than the claim on it lasts. */
class SlowMailServerIT {

    private static final Duration LEASE = Duration.ofSeconds(2);

    private final NotificationScene scene = new NotificationScene();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ScriptedSmtp server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedSmtp();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        threads.shutdownNow();
        scene.close();
    }

    @Test
    void onlyOneInstanceSendsAMailAtATime() {
        scene.receive(NotificationScene.created(Ids.next()));
        server.letting(Duration.ofMillis(60));
        var first = CompletableFuture.runAsync(this::oneRound, threads);
        Awaitility.await().until(() -> server.sessions() == 1);

        var second = CompletableFuture.runAsync(() -> roundsFor(LEASE.multipliedBy(2)), threads);
        first.join();
        second.join();

        assertThat(server.sessions()).as("conversations about the mail").isEqualTo(1);
        assertThat(server.taken()).isEmpty();
        assertThat(scene.fixture.rows("select status, error from notifications.notification_deliveries"))
                .first()
                .satisfies(row -> assertThat(row).containsEntry("status", "PENDING"))
                .satisfies(row -> assertThat(row).containsEntry("error", "SMTP: it took too long"));
    }

    @Test
    void anInterruptedMailIsSentOnceWhenTheServerIsFastAgain() {
        scene.receive(NotificationScene.created(Ids.next()));
        server.letting(Duration.ofMillis(60));
        oneRound();

        server.letting(Duration.ZERO);
        scene.everythingFallsDue();
        oneRound();
        oneRound();

        assertThat(server.taken()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,silence",
        "EHLO,silence",
        "MAIL,silence",
        "RCPT,silence",
        "DATA,silence",
        "GREETING,hanging up",
        "EHLO,hanging up",
        "MAIL,hanging up",
        "RCPT,hanging up",
        "DATA,hanging up",
        "TEXT,hanging up",
        "GREETING,421 busy",
        "MAIL,421 busy",
        "RCPT,421 busy",
        "DATA,421 busy"
    })
    void aMailIsSentOnceAfterTheServerStoppedAtAnyPoint(String step, String reply) throws Exception {
        scene.receive(NotificationScene.created(Ids.next()));
        server.answering(step, reply);
        var begun = System.nanoTime();
        oneRound();
        var taken = Duration.ofNanos(System.nanoTime() - begun);

        server.close();
        server = new ScriptedSmtp();
        scene.everythingFallsDue();
        oneRound();
        oneRound();

        assertThat(taken).isLessThan(LEASE);
        assertThat(server.taken()).hasSize(1);
        assertThat(scene.breakers.breakers().get(Channel.EMAIL.ordinal()).failures())
                .as("what the breaker counted")
                .isEqualTo(1);
    }

    @Test
    void oneConnectionTakesTheMailsOfManyRounds() {
        var work = work();
        for (var round = 0; round < 3; round++) {
            scene.receive(NotificationScene.created(Ids.next()));
            work.attempt(work.claim(50));
        }
        work.rest();

        assertThat(server.taken()).hasSize(3);
        assertThat(server.sessions()).isEqualTo(1);
    }

    private void roundsFor(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            oneRound();
        }
    }

    /** Each with lines of its own, as on a server of its own. */
    private void oneRound() {
        var work = work();
        work.attempt(work.claim(50));
        work.rest();
    }

    private DeliveryWork work() {
        return new DeliveryWork(
                Channel.EMAIL,
                new ClaimedDeliveries(scene.fixture.dataSource(), Channel.EMAIL),
                scene.ledger(),
                EmailChannel.of(session(), "no-reply@pizza.test", Clock.systemUTC()),
                scene.breakers.breaker(Channel.EMAIL.name()),
                threads,
                SteadyClock.started(),
                2,
                LEASE);
    }

    private Session session() {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        return Session.getInstance(properties);
    }
}
