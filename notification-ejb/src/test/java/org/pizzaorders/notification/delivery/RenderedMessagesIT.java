package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.shared.Ids;

/** Every text of every template, written out under {@code target/messages} for people to look at. */
class RenderedMessagesIT {

    private static final Path FOLDER = Path.of("target", "messages");

    private final NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void writesEachTemplateAsPeopleReadIt(String language) throws IOException {
        var order = Ids.next();
        scene.receive(NotificationScene.created(order, language));
        scene.deliverDue();
        scene.delivered.clear();

        for (var template : scene.fixture.inTransaction(() -> scene.templates.templates())) {
            for (var method : List.of("CARD", "CASH")) {
                send(order, template, language, method);
                scene.deliverDue();
                assertThat(scene.delivered).isNotEmpty().allSatisfy(RenderedMessagesIT::isReadable);
                for (var message : scene.delivered) {
                    keep(template.type() + "-" + method + "-" + language, message);
                }
                scene.delivered.clear();
            }
        }
    }

    private static void isReadable(Dispatch message) {
        assertThat(message.text()).isNotBlank().doesNotContain("<", "{{", "&lt;", "null");
        if (message.channel() == Channel.EMAIL) {
            assertThat(message.html()).as("e-mails have a form with markup").startsWith("<!DOCTYPE html>");
            assertThat(message.html()).doesNotContain("{{", "&lt;", "null", "\u0000");
        }
        if (message.subject() != null) {
            assertThat(message.subject()).isNotBlank().doesNotContain("<", "{{", "&", "\n");
        }
    }

    private void send(UUID order, TemplateView template, String language, String method) {
        var channels = new LinkedHashSet<Channel>();
        template.texts().forEach(text -> channels.add(text.channel()));
        var data = new HashMap<String, Object>(Map.of(
                "amount", 125_000L, "currency", "RUB", "method", method, "text", "Hello", "reason", "Out of dough"));
        data.put("failureReason", "card_declined");
        var anna = new Recipient("Anna", "anna@pizza.test", "+79161234567", "token", "https://hook.test/x", language);
        scene.fixture.inTransaction(
                () -> scene.desk.send(new SendNotification(order, anna, channels, template.type(), data)));
    }

    private static void keep(String name, Dispatch message) throws IOException {
        Files.createDirectories(FOLDER);
        var file = FOLDER.resolve(name + "-" + message.channel());
        Files.writeString(Path.of(file + ".txt"), message.subject() + "\n\n" + message.text());
        if (message.html() != null) {
            Files.writeString(Path.of(file + ".html"), message.html());
        }
    }
}
