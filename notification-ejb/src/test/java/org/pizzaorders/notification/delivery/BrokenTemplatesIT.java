package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.InvalidInput;

class BrokenTemplatesIT {

    private static final Recipient ANNA = new Recipient("Anna", "anna@pizza.test", "+79161234567", "t", null, "en");

    private final NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    static List<String> broken() {
        return List.of(
                "{{> footer}}",
                "{{#vip}}{{> footer}}{{/vip}}",
                "{{<parent}}{{/parent}}",
                "{{#open}}",
                "{{/closed}}",
                "{{=}}",
                "{{#order.items}}".repeat(5) + "x" + "{{/order.items}}".repeat(5),
                "{{#order.items}}" + "x".repeat(10_000) + "{{/order.items}}",
                "{{#a}}".repeat(1_500) + "x" + "{{/a}}".repeat(1_500),
                "{{no.such.value}}",
                "<p></p>",
                "<p>&nbsp;{{no.such.value}}<br></p>",
                "<style>p { color: red }</style>",
                "<script>say('hello')</script>",
                "<!-- later -->");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesATemplateThatNoMessageCouldBeWrittenWith(String body) {
        assertThatThrownBy(() -> store("OrderCreated", "Hello", body))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .extracting(InvalidInput::errors, InstanceOfAssertFactories.list(FieldError.class))
                .extracting(FieldError::field)
                .containsExactly("texts[0].body");
    }

    @Test
    void refusesSuchASubject() {
        assertThatThrownBy(() -> store("Own", "{{> footer}}", "Hello"))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .extracting(InvalidInput::errors, InstanceOfAssertFactories.list(FieldError.class))
                .extracting(FieldError::field)
                .containsExactly("texts[0].subject");
    }

    /** As one that was stored before templates were tried out, or past the API. */
    @ParameterizedTest
    @ValueSource(strings = {"{{> footer}}", "{{#open}}"})
    void failsTheMessageAndNotTheEventWhenAStoredTemplateIsBroken(String body) {
        breakMail("OrderCreated", body);
        var order = Ids.next();
        scene.receive(NotificationScene.created(order));
        scene.receive(NotificationScene.declined(order));
        scene.deliverDue();

        assertThat(scene.fixture.rows("select n.template || ' ' || d.status || ' ' || d.attempts as it from"
                        + " notifications.notifications n join notifications.notification_deliveries d"
                        + " on d.notification_id = n.id and d.channel = 'EMAIL' order by 1"))
                .extracting(row -> row.get("it"))
                .containsExactly("OrderCreated FAILED 0", "PaymentFailed SENT 1");
        assertThat(scene.fixture.outboxEntries())
                .extracting("name")
                .containsExactlyInAnyOrder("NotificationFailed", "NotificationSent");
    }

    @Test
    void reportsABrokenTemplateToStaffWhoSendAMessage() {
        breakMail("StaffMessage", "{{#open}}");

        assertThatThrownBy(() -> send(Map.of("text", "Hello")))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .extracting(InvalidInput::errors, InstanceOfAssertFactories.list(FieldError.class))
                .extracting(FieldError::field)
                .as("once for each language")
                .containsExactly("template", "template");
    }

    @Test
    void escapesValuesInWhicheverBraces() {
        store("StaffMessage", "{{{text}}}", "<p>{{{text}}} {{&text}}{{text.class}}</p>");

        send(Map.of("text", "<b>\r\nBcc: x@y</b>"));
        scene.deliverDue();

        assertThat(scene.delivered).singleElement().satisfies(mail -> {
            assertThat(mail.html()).doesNotContain("<b>").contains("&lt;b&gt;").doesNotContain("java.lang");
            assertThat(mail.subject()).isEqualTo("<b> Bcc: x@y</b>");
        });
    }

    @Test
    void writesNumbersAsTheyWereGiven() {
        store("StaffMessage", "{{a}}", "<p>{{a}} {{b}} {{c}}</p>");

        send(Map.of(
                "text",
                "x",
                "a",
                new BigDecimal("1.10"),
                "b",
                new BigDecimal("1E+5"),
                "c",
                new BigDecimal("0.123456789012345678")));
        scene.deliverDue();

        assertThat(scene.delivered)
                .singleElement()
                .satisfies(mail -> assertThat(mail.html()).contains("<p>1.10 100000 0.123456789012345678</p>"));
    }

    private void breakMail(String type, String body) {
        scene.fixture.execute("update notifications.notification_templates set body = '" + body + "' where type = '"
                + type + "' and channel = 'EMAIL'");
    }

    private void store(String type, String subject, String body) {
        var text = new TemplateView.Text(Channel.EMAIL, "en", subject, body);
        scene.fixture.inTransaction(() -> scene.templates.store(new TemplateView(type, List.of(text))));
    }

    private void send(Map<String, Object> data) {
        scene.fixture.inTransaction(
                () -> scene.desk.send(new SendNotification(null, ANNA, Set.of(Channel.EMAIL), "StaffMessage", data)));
    }
}
