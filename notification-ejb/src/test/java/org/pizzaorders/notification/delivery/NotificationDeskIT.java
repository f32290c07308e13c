package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.NotificationNotFound;
import org.pizzaorders.notification.api.NotificationQuery;
import org.pizzaorders.notification.api.NotificationView;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.notification.api.TemplateNotFound;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

class NotificationDeskIT {

    private static final Recipient ANNA =
            new Recipient("Anna", "anna@pizza.test", null, "token-1", "https://hook.test/x", "en");

    private final NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void sendsByHandOnTheChannelsAskedFor() {
        var data = new HashMap<String, Object>(Map.of("text", "We open late today"));
        data.put("subject", null);
        var sent = send(null, ANNA, Set.of(Channel.EMAIL, Channel.WEBHOOK), "StaffMessage", data);
        scene.deliverDue();

        assertThat(sent.subject()).isEqualTo("A message from Pizza Orders");
        assertThat(sent.message()).contains("We open late today");
        assertThat(scene.delivered)
                .extracting(dispatch -> dispatch.channel() + " " + dispatch.address())
                .containsExactlyInAnyOrder("EMAIL anna@pizza.test", "WEBHOOK https://hook.test/x");
        assertThat(notification(sent.id()).deliveries())
                .allSatisfy(delivery -> assertThat(delivery.sentAt()).isNotNull());
    }

    @Test
    void writesToTheCustomerOfAnOrder() {
        var order = Ids.next();
        scene.receive(NotificationScene.created(order));

        var sent = send(order, null, Set.of(Channel.SMS), "OrderReady", Map.of());

        assertThat(sent.deliveries())
                .extracting(NotificationView.Delivery::recipient)
                .containsExactly("+79161234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44 (0)20 7946 0958", "+44\u00a020.7946.0958", "\u202a+442079460958\u202c"})
    void writesToAPhoneNumberHoweverItIsWritten(String phone) {
        var recipient = new Recipient("\u202eAnna\u200b", null, phone, null, null, "en");

        var sent = send(null, recipient, Set.of(Channel.SMS), "StaffMessage", Map.of("text", "Hello"));

        assertThat(sent.deliveries())
                .extracting(NotificationView.Delivery::recipient)
                .containsExactly("+442079460958");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202eolleh", "a\u0007b", "\u2800"})
    void refusesTemplatesThatHideSomething(String hidden) {
        var text = new TemplateView.Text(Channel.EMAIL, "en", hidden, hidden);

        assertRefused(
                () -> scene.fixture.inTransaction(
                        () -> scene.templates.store(new TemplateView("Hidden", List.of(text)))),
                "texts[0].subject",
                "texts[0].body");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertRefused(() -> send(null, null, null, null, null), "template", "channels", "recipient");
        assertRefused(
                () -> send(Ids.next(), ANNA, Set.of(Channel.SMS, Channel.EMAIL), "NoSuch", Map.of()),
                "template",
                "orderId",
                "recipient.phone");
        assertRefused(
                () -> send(
                        null,
                        new Recipient("Anna", "anna@a b", "123", null, "ftp://x", "de"),
                        Set.of(Channel.values()),
                        "StaffMessage",
                        Map.of()),
                "recipient.email",
                "recipient.phone",
                "recipient.pushToken",
                "recipient.webhookUrl",
                "recipient.language",
                "data.text");
    }

    @Test
    void refusesAMessageThatWouldHaveHoles() {
        assertRefused(() -> send(null, ANNA, Set.of(Channel.EMAIL), "OrderReady", Map.of()), "orderId");
        assertRefused(
                () -> send(null, ANNA, Set.of(Channel.EMAIL, Channel.PUSH), "PaymentCompleted", Map.of("amount", 100)),
                "orderId",
                "data.currency");
        assertRefused(
                () -> send(null, ANNA, Set.of(Channel.EMAIL), "StaffMessage", Map.of("subject", "Hello")), "data.text");
    }

    @Test
    void doesWithoutWhatATextDoesWithout() {
        var order = Ids.next();
        scene.receive(NotificationScene.created(order));

        var sent = send(order, null, Set.of(Channel.SMS), "OrderCancelled", Map.of());

        assertThat(sent.message()).endsWith("is cancelled.");
    }

    @Test
    void listsFromTheNewestInPages() {
        var order = Ids.next();
        scene.receive(NotificationScene.created(order));
        var ids = IntStream.range(0, 4)
                .mapToObj(i -> send(order, null, Set.of(Channel.EMAIL), "OrderReady", Map.of())
                        .id())
                .toList();
        send(null, ANNA, Set.of(Channel.EMAIL), "StaffMessage", Map.of("text", "We open late"));

        var first = list(Optional.of(order), Optional.empty());
        var second = list(Optional.of(order), Cursor.parse(NotificationQuery.CURSOR, first.nextCursor()));

        assertThat(first.items()).extracting(NotificationView::id).containsExactly(ids.get(3), ids.get(2), ids.get(1));
        assertThat(first.items())
                .allSatisfy(view -> assertThat(view.deliveries()).hasSize(1));
        assertThat(second.items()).hasSize(2).extracting(NotificationView::id).startsWith(ids.get(0));
        assertThat(second.nextCursor()).isNull();
        assertThat(list(Optional.empty(), Optional.empty()).items()).hasSize(3);
        assertThat(list(Optional.of(Ids.next()), Optional.empty()).items()).isEmpty();
    }

    @Test
    void reportsAnUnknownNotification() {
        assertThatThrownBy(() -> notification(Ids.next())).isInstanceOf(NotificationNotFound.class);
        assertThatThrownBy(() -> scene.fixture.inTransaction(() -> scene.templates.template("NoSuch")))
                .isInstanceOf(TemplateNotFound.class);
    }

    @Test
    void replacesTheTextsOfATemplate() {
        var texts = List.of(
                new TemplateView.Text(Channel.SMS, "en", null, "Ready: {{order.number}}"),
                new TemplateView.Text(Channel.WEBHOOK, "en", null, "Ready"));

        var stored = scene.fixture.inTransaction(() -> scene.templates.store(new TemplateView("OrderReady", texts)));

        assertThat(stored.texts()).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(scene.fixture.inTransaction(() -> scene.templates.template("OrderReady")))
                .isEqualTo(stored);
    }

    @Test
    void refusesATemplateThatIsNoMustache() {
        var text = new TemplateView.Text(Channel.EMAIL, "en", " ", "{{#open}} never closed");

        assertRefused(
                () -> scene.fixture.inTransaction(
                        () -> scene.templates.store(new TemplateView("OrderReady", List.of(text, text)))),
                "texts[0].subject",
                "texts[0].body",
                "texts[1]",
                "texts[1].subject",
                "texts[1].body");
    }

    private static void assertRefused(Runnable call, String... fields) {
        assertThatThrownBy(call::run)
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .extracting(InvalidInput::errors, InstanceOfAssertFactories.list(FieldError.class))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(fields);
    }

    private NotificationView send(
            UUID order, Recipient recipient, Set<Channel> channels, String template, Map<String, Object> data) {
        return scene.fixture.inTransaction(
                () -> scene.desk.send(new SendNotification(order, recipient, channels, template, data)));
    }

    private NotificationView notification(UUID id) {
        return scene.fixture.inTransaction(() -> scene.desk.notification(id));
    }

    private Page<NotificationView> list(Optional<UUID> order, Optional<Cursor> after) {
        return scene.fixture.inTransaction(
                () -> scene.desk.list(new NotificationQuery(order, new PageRequest(3, after))));
    }
}
