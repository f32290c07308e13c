package org.pizzaorders.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.notification.entity.Letter;
import org.pizzaorders.notification.entity.MessageTemplate;
import org.pizzaorders.notification.entity.Notification;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Ids;

class ComposerTest {

    private static final UUID ORDER = UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11");
    private static final Recipient ANNA =
            new Recipient("Anna <b>", "anna@pizza.test", "+79161234567", null, null, "en");

    private final Composer composer = new Composer("https://pizza.test/");

    @Test
    void escapesValuesInHtmlAndNowhereElse() {
        var letter =
                compose(ANNA, Map.of("text", "1 < 2"), text(Channel.EMAIL, "en", "Say: {{text}}", "<p>{{text}}</p>"));

        assertThat(letter.get(0).html()).contains("<p>1 &lt; 2</p>").contains("Hello, Anna &lt;b&gt;!");
        assertThat(letter.get(0).text()).contains("1 < 2").contains("Hello, Anna <b>!");
        assertThat(letter.get(0).subject()).isEqualTo("Say: 1 < 2");
    }

    @Test
    void namesTheOrderByItsShortNumberItsIdAndItsPage() {
        var letter = compose(ANNA, Map.of(), text(Channel.EMAIL, "en", "{{order.number}}", "<p>{{order.id}}</p>"));

        assertThat(letter.get(0).subject()).isEqualTo("0A6F2B11");
        assertThat(letter.get(0).text()).contains(ORDER.toString(), "https://pizza.test/orders/" + ORDER);
    }

    @Test
    void leavesBlankWhatIsMissing() {
        var letter = compose(
                new Recipient(null, null, "+79161234567", null, null, null),
                Map.of(),
                text(Channel.SMS, "ru", null, "[{{no.such.value}}{{#reason}}because {{reason}}{{/reason}}]"));

        assertThat(letter.get(0).text()).isEqualTo("[]");
    }

    @Test
    void keepsLineBreaksOutOfTheSubject() {
        var letter = compose(
                ANNA, Map.of("text", "Hi\r\nBcc: all@pizza.test"), text(Channel.EMAIL, "en", "{{text}}", "Plain"));

        assertThat(letter.get(0).subject()).isEqualTo("Hi Bcc: all@pizza.test");
        assertThat(letter.get(0).html()).isNull();
    }

    @Test
    void writesHtmlWhereASectionStandsBeforeTheFirstTag() {
        var letter = compose(
                ANNA,
                Map.of("reason", "late"),
                text(
                        Channel.EMAIL,
                        "en",
                        "Refund",
                        "{{#reason}}<p>Sorry</p>{{/reason}}{{^reason}}<p>Hi</p>{{/reason}}"));

        assertThat(letter.get(0).html()).contains("<p>Sorry</p>");
        assertThat(letter.get(0).text()).contains("Sorry").doesNotContain("<p>");
    }

    @Test
    void sendsPlainTextAsItIsAlsoIfAValueLooksLikeATag() {
        var letter = compose(ANNA, Map.of("text", "<p>1 < 2"), text(Channel.EMAIL, "en", "Hi", "{{text}}"));

        assertThat(letter.get(0).html()).isNull();
        assertThat(letter.get(0).text()).isEqualTo("<p>1 < 2");
    }

    @Test
    void aTextThatCannotBeWrittenDoesNotDelayOthers() {
        var letters = compose(
                ANNA,
                Map.of(),
                text(Channel.EMAIL, "en", "Hi", "{{> footer}}"),
                text(Channel.SMS, "en", null, "Hello"));

        assertThat(letters).extracting(Letter::text).containsExactly("", "Hello");
        assertThat(letters.get(0).fault()).contains("cannot be filled in");
        assertThat(letters.get(1).fault()).isNull();
    }

    @Test
    void writesOnChannelsThatHaveBothTextAndAddress() {
        var letters = compose(
                ANNA,
                Map.of(),
                text(Channel.SMS, "en", null, "sms"),
                text(Channel.PUSH, "en", "push", "push"),
                text(Channel.EMAIL, "en", "mail", "mail"));

        assertThat(letters).extracting(Letter::channel).containsExactly(Channel.EMAIL, Channel.SMS);
    }

    @Test
    void prefersTheLanguageOfTheRecipient() {
        var english = text(Channel.SMS, "en", null, "Hello");
        var russian = text(Channel.SMS, "ru", null, "Привет");

        assertThat(compose(ANNA, Map.of(), russian, english))
                .extracting(Letter::text)
                .containsExactly("Hello");
        assertThat(compose(ANNA, Map.of(), russian)).extracting(Letter::text).containsExactly("Привет");
    }

    private List<Letter> compose(Recipient recipient, Map<String, Object> data, MessageTemplate... texts) {
        var notification = Notification.byHand(ORDER, "Test", data, new CallContext("test", null), Instant.EPOCH);
        return composer.compose(
                notification, List.of(texts), recipient, Optional.empty(), EnumSet.allOf(Channel.class));
    }

    private static MessageTemplate text(Channel channel, String language, String subject, String body) {
        return new MessageTemplate(Ids.next(), "Test", new TemplateView.Text(channel, language, subject, body));
    }
}
