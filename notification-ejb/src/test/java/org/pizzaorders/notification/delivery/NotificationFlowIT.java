package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.PolicyView;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.notification.control.NotificationService;
import org.pizzaorders.notification.sending.DeliveryLedger;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderOverdue;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.payment.api.PaymentExpired;
import org.pizzaorders.shared.Ids;

class NotificationFlowIT {

    private static final Set<Class<?>> BETWEEN_SERVICES = Set.of(OrderOverdue.class, PaymentExpired.class);

    private final NotificationScene scene = new NotificationScene();
    private final UUID order = Ids.next();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void writesToTheCustomerAndSaysSo() {
        scene.receive(NotificationScene.created(order, "ru"));
        scene.deliverDue();

        assertThat(scene.delivered).singleElement().satisfies(mail -> {
            assertThat(mail.channel()).isEqualTo(Channel.EMAIL);
            assertThat(mail.address()).isEqualTo("anna@pizza.test");
            assertThat(mail.subject()).startsWith("Заказ № ").endsWith(" принят");
            assertThat(mail.text().replace('\u00a0', ' '))
                    .contains("Здравствуйте, Анна!", "Margherita, большая", "Итого: 1 250,00 ₽", "/orders/" + order);
        });
        assertThat(statuses()).containsExactly("SENT");
        assertThat(scene.fixture.outboxEntries())
                .extracting("name", "aggregateVersion")
                .containsExactly(tuple("NotificationSent", 1));
        assertThat(scene.fixture.rows("select headers ->> 'ce_correlationid' as id from notifications.outbox_events"))
                .containsExactly(Map.of("id", "test"));
    }

    @Test
    void answersAnEventThatComesTwiceOnce() {
        var event = ServiceFixture.incoming(NotificationScene.created(order), 1);

        scene.receive(event);
        scene.receive(event);
        scene.deliverDue();

        assertThat(scene.delivered).hasSize(1);
        assertThat(statuses()).hasSize(1);
    }

    @Test
    void completesWhatCameBeforeTheOrder() {
        scene.receive(NotificationScene.declined(order));
        scene.deliverDue();
        assertThat(scene.delivered).isEmpty();
        assertThat(statuses()).containsExactly("PENDING");

        scene.receive(NotificationScene.created(order));
        scene.deliverDue();

        assertThat(scene.delivered)
                .filteredOn(message -> message.channel() == Channel.EMAIL)
                .extracting(Dispatch::subject)
                .containsExactlyInAnyOrder(
                        "The payment for your order " + number() + " failed", "We have your order " + number());
        assertThat(statuses()).containsExactly("SENT", "SENT");
    }

    @Test
    void losesNothingWhenOrderAndPaymentComeAtOnce() throws Exception {
        var locked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var payment = CompletableFuture.runAsync(() -> scene.fixture.inTransaction(() -> {
            scene.hear(NotificationScene.declined(order));
            locked.countDown();
            await(goOn);
        }));
        assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();

        var created = CompletableFuture.runAsync(() -> scene.receive(NotificationScene.created(order)));
        assertThatThrownBy(() -> created.get(300, TimeUnit.MILLISECONDS))
                .as("the order waits for the payment's transaction")
                .isInstanceOf(TimeoutException.class);
        goOn.countDown();
        CompletableFuture.allOf(payment, created).get(10, TimeUnit.SECONDS);

        assertThat(scene.fixture.rows("select 1 from notifications.notifications where awaits_contact"))
                .isEmpty();
        assertThat(scene.deliveries())
                .containsExactlyInAnyOrder("PaymentFailed EMAIL", "PaymentFailed SMS", "OrderCreated EMAIL");
    }

    @Test
    void sendsAgainUnderTheSameKeyAfterACrashBeforeTheRecord() {
        scene.receive(NotificationScene.created(order));

        assertThatThrownBy(() -> scene.deliverDue(dyingLedger())).isInstanceOf(IllegalStateException.class);
        scene.deliverDue();
        assertThat(scene.delivered).as("the lease still runs").hasSize(1);
        scene.everythingFallsDue();
        scene.deliverDue();

        assertThat(scene.delivered).hasSize(2);
        assertThat(scene.delivered.get(0).deliveryId())
                .isEqualTo(scene.delivered.get(1).deliveryId());
        assertThat(scene.delivered.get(0).text())
                .isEqualTo(scene.delivered.get(1).text());
        assertThat(attempts()).containsExactly("1 SENT");
        assertThat(scene.fixture.outboxEntries()).hasSize(1);
    }

    @Test
    void recordsOnlyOneOfTwoOverlappingAttempts() {
        scene.receive(NotificationScene.created(order));
        scene.deliverDue();
        var late = scene.delivered.get(0);

        scene.ledger().record(List.of(new Handled(late, Outcome.transientFailure("late"))));

        assertThat(statuses()).containsExactly("SENT");
        assertThat(attempts()).containsExactly("1 SENT");
    }

    @Test
    void failsAfterTheLastAttemptAndPublishesItOnce() {
        scene.receive(NotificationScene.created(order));
        for (var i = 0; i < NotificationService.MAX_ATTEMPTS + 1; i++) {
            scene.outcomes.add(Outcome.transientFailure("SMTP is away"));
            scene.everythingFallsDue();
            scene.deliverDue();
        }

        assertThat(scene.delivered).hasSize(NotificationService.MAX_ATTEMPTS);
        assertThat(attempts()).containsExactly("1 PUT_OFF", "2 PUT_OFF", "3 GIVEN_UP");
        assertThat(statuses()).containsExactly("FAILED");
        assertThat(scene.fixture.outboxEntries()).extracting("name").containsExactly("NotificationFailed");
    }

    @Test
    void comesBackLaterAfterATransientFailure() {
        scene.receive(NotificationScene.created(order));
        scene.outcomes.add(Outcome.transientFailure("SMTP is away"));
        scene.deliverDue();
        scene.deliverDue();

        assertThat(scene.delivered).hasSize(1);
        assertThat(
                        scene.fixture.rows(
                                "select 1 from notifications.notification_deliveries"
                                        + " where next_attempt_at between now() + interval '3 minutes' and now() + interval '7 minutes'"))
                .hasSize(1);
    }

    @Test
    void settlesANotificationOnSeveralChannelsOnce() {
        scene.receive(NotificationScene.created(order));
        scene.receive(new OrderReady(order));
        scene.receive(new OrderCancelled(order, "Out of dough."));
        scene.deliverDue();

        assertThat(scene.delivered)
                .extracting(Dispatch::channel)
                .filteredOn(Channel.SMS::equals)
                .hasSize(2);
        assertThat(scene.delivered)
                .anySatisfy(sms -> assertThat(sms.text()).endsWith("is cancelled. The reason: Out of dough."));
        assertThat(scene.fixture.outboxEntries()).extracting("name").hasSize(3).containsOnly("NotificationSent");
    }

    @Test
    void hasTextsAndAPolicyForEveryEventInBothLanguages() {
        var templates = scene.fixture.inTransaction(() -> scene.templates.templates());
        var policies = scene.fixture.inTransaction(() -> scene.policies.policies());

        var events = Stream.of(OrderEvent.class, PaymentEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .filter(event -> !BETWEEN_SERVICES.contains(event))
                .map(Class::getSimpleName)
                .toList();
        assertThat(policies).extracting(PolicyView::event).containsExactlyInAnyOrderElementsOf(events);
        assertThat(events)
                .allSatisfy(event -> assertThat(templates)
                        .filteredOn(template -> template.type().equals(event))
                        .flatExtracting(TemplateView::texts)
                        .extracting(TemplateView.Text::channel, TemplateView.Text::language)
                        .contains(tuple(Channel.EMAIL, "ru"), tuple(Channel.EMAIL, "en"), tuple(Channel.PUSH, "ru")));
    }

    @Test
    void customersGetNoMessagesAboutQuestionsBetweenServices() {
        scene.receive(NotificationScene.created(order));

        scene.receive(new OrderOverdue(order));
        scene.receive(new PaymentExpired(Ids.next(), order));
        scene.deliverDue();

        assertThat(statuses()).hasSize(1);
    }

    @Test
    void readsABatchOfSeveralOrders() {
        var other = Ids.next();
        scene.receive(NotificationScene.created(order));
        scene.receive(NotificationScene.created(other));
        scene.receive(new OrderReady(order));
        scene.receive(new OrderReady(other));
        scene.deliverDue();

        assertThat(scene.delivered).hasSize(4);
    }

    private DeliveryLedger dyingLedger() {
        return new DeliveryLedger() {
            @Override
            public void expire(Channel channel) {
                scene.ledger().expire(channel);
            }

            @Override
            public void record(Collection<Handled> handled) {
                throw new IllegalStateException("The process dies here");
            }
        };
    }

    private String number() {
        var id = order.toString();
        return id.substring(id.length() - 8).toUpperCase(Locale.ROOT);
    }

    private List<Object> statuses() {
        return scene.fixture.rows("select status from notifications.notifications order by id").stream()
                .map(row -> row.get("status"))
                .toList();
    }

    private List<Object> attempts() {
        return scene
                .fixture
                .rows("select number || ' ' || outcome as attempt from notifications.delivery_attempts order by number")
                .stream()
                .map(row -> row.get("attempt"))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
