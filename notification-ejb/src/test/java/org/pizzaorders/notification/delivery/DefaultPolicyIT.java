package org.pizzaorders.notification.delivery;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.PolicyView;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderConfirmed;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderPreparing;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentRefunded;
import org.pizzaorders.shared.DomainEvent;
import org.pizzaorders.shared.Ids;

/** What customers hear of an order as long as no administrator has said otherwise. */
class DefaultPolicyIT {

    private final NotificationScene scene = new NotificationScene();
    private final UUID order = Ids.next();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void listsTheChannelsOfEachEvent() {
        var policies = scene.fixture.inTransaction(() -> scene.policies.policies());

        assertThat(policies.stream().map(DefaultPolicyIT::row))
                .containsExactly(
                        "OrderCancelled: EMAIL SMS PUSH WEBHOOK",
                        "OrderConfirmed: PUSH WEBHOOK",
                        "OrderCreated: EMAIL PUSH WEBHOOK",
                        "OrderDelivered: PUSH WEBHOOK",
                        "OrderPaid: PUSH WEBHOOK",
                        "OrderPreparing: PUSH WEBHOOK",
                        "OrderReady: SMS PUSH WEBHOOK",
                        "PaymentCompleted: WEBHOOK",
                        "PaymentFailed: EMAIL SMS PUSH WEBHOOK",
                        "PaymentRefunded: EMAIL PUSH WEBHOOK");
    }

    /** Pushes and webhooks need an address that orders do not carry. */
    @ParameterizedTest
    @CsvSource({
        "by card,           CARD, created completed paid confirmed preparing ready delivered,"
                + " OrderCreated EMAIL; OrderReady SMS",
        "in cash,           CASH, created confirmed preparing ready delivered completed,"
                + " OrderCreated EMAIL; OrderReady SMS",
        "declined once,     CARD, created failed completed paid confirmed preparing ready delivered,"
                + " OrderCreated EMAIL; PaymentFailed EMAIL; PaymentFailed SMS; OrderReady SMS",
        "never paid,        CARD, created failed cancelled,"
                + " OrderCreated EMAIL; PaymentFailed EMAIL; PaymentFailed SMS; OrderCancelled EMAIL; OrderCancelled SMS",
        "cancelled if paid, CARD, created completed paid cancelled refunded,"
                + " OrderCreated EMAIL; OrderCancelled EMAIL; OrderCancelled SMS; PaymentRefunded EMAIL",
        "cancelled in cash, CASH, created cancelled," + " OrderCreated EMAIL; OrderCancelled EMAIL; OrderCancelled SMS"
    })
    void notifiesOfTheWholeCourseOfAnOrder(String course, PaymentMethod method, String steps, String told) {
        for (var step : steps.split(" ")) {
            receive(event(step, method));
        }

        assertThat(scene.deliveries()).as(course).containsExactly(told.split("; "));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sendsOneMailBeforeTheKitchenBeginsInWhateverOrderTheEventsCome(long seed) {
        var events = new ArrayList<>(List.of("created", "completed", "paid", "confirmed", "preparing"));
        Collections.shuffle(events, new Random(seed));

        events.forEach(step -> receive(event(step, PaymentMethod.CARD)));

        assertThat(scene.deliveries()).as("%s", events).containsExactly("OrderCreated EMAIL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CARD | ru | Оплата картой, 1 250,00 ₽. Если она не пройдёт, мы сразу вам напишем.",
                "CARD | en | You pay RUB 1,250.00 by card. Should the payment not go through",
                "CASH | ru | Оплата наличными курьеру при получении.",
                "CASH | en | You pay in cash when the courier arrives."
            })
    void theOneMailIsTheReceipt(PaymentMethod method, String language, String payment) {
        scene.receive(NotificationScene.created(order, language, method));
        scene.deliverDue();

        assertThat(scene.delivered)
                .singleElement()
                .extracting(Dispatch::text)
                .asString()
                .satisfies(text -> assertThat(text.replace('\u00a0', ' '))
                        .contains("Margherita", "2 ×", payment, "/orders/" + order)
                        .contains(language.equals("ru") ? "Итого: 1 250,00 ₽" : "Total: RUB 1,250.00")
                        .doesNotContain("as soon as the payment", "Как только пройдёт"));
    }

    private void receive(DomainEvent event) {
        scene.receive(ServiceFixture.incoming(event, 1));
    }

    private DomainEvent event(String step, PaymentMethod method) {
        return switch (step) {
            case "created" -> NotificationScene.created(order, "en", method);
            case "completed" -> new PaymentCompleted(Ids.next(), order, 125_000, "RUB", method, null);
            case "failed" -> NotificationScene.declined(order);
            case "refunded" -> new PaymentRefunded(Ids.next(), order, 125_000, "RUB", method, "re_1");
            case "paid" -> new OrderPaid(order);
            case "confirmed" -> new OrderConfirmed(order);
            case "preparing" -> new OrderPreparing(order);
            case "ready" -> new OrderReady(order);
            case "delivered" -> new OrderDelivered(order);
            case "cancelled" -> new OrderCancelled(order, "payment_time_limit");
            default -> throw new IllegalArgumentException(step);
        };
    }

    private static String row(PolicyView policy) {
        return policy.event() + ": "
                + policy.channels().stream().map(Channel::name).collect(joining(" "));
    }
}
