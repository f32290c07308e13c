package org.pizzaorders.notification.control;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.entity.Letter;
import org.pizzaorders.notification.entity.MessageTemplate;
import org.pizzaorders.notification.entity.Notification;
import org.pizzaorders.notification.entity.OrderContact;

/**
 * Writes the letters of a notification: one for each channel that its template has a text for and its recipient an
 * address on, in the recipient's language, or in another if there is no text in that. Thread-safe.
 */
final class Composer {

    private static final String FRAME = frame();

    private final TemplateEngine engine = new TemplateEngine();
    private final String publicUrl;

    Composer(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * @param texts of the notification's template, all channels and languages
     * @param contact of the order, if it is about one
     * @return in the order of {@link Channel}: the headline's first
     */
    List<Letter> compose(
            Notification notification,
            List<MessageTemplate> texts,
            Recipient recipient,
            Optional<OrderContact> contact,
            Set<Channel> channels) {
        var letters = new ArrayList<Letter>();
        for (var channel : Channel.values()) {
            var address = Addresses.of(recipient, channel);
            if (channels.contains(channel) && address.isPresent()) {
                text(texts, channel, Language.of(recipient.language()))
                        .map(text -> letter(text, address.get(), recipient, notification, contact))
                        .ifPresent(letters::add);
            }
        }
        return letters;
    }

    private static Optional<MessageTemplate> text(List<MessageTemplate> texts, Channel channel, Language language) {
        return texts.stream()
                .filter(text -> text.channel() == channel)
                .min(comparing((MessageTemplate text) -> !text.language().equals(language.code()))
                        .thenComparing(MessageTemplate::language));
    }

    private Letter letter(
            MessageTemplate text,
            String address,
            Recipient recipient,
            Notification notification,
            Optional<OrderContact> contact) {
        var language = Language.of(text.language());
        var values = new TemplateValues(language, publicUrl)
                .of(recipient.name(), notification.orderId(), contact, notification.data());
        var subject = Optional.ofNullable(text.subject())
                .map(template -> onOneLine(engine.plain(template, values)))
                .orElse(null);
        if (text.channel() == Channel.EMAIL && text.body().stripLeading().startsWith("<")) {
            var html = framed(engine.html(text.body(), values), language, values);
            return new Letter(text.channel(), address, subject, HtmlText.of(html), html);
        }
        return new Letter(text.channel(), address, subject, breakable(engine.plain(text.body(), values)), null);
    }

    private String framed(String content, Language language, Map<String, Object> values) {
        var framed = new HashMap<>(values);
        framed.put("content", content);
        framed.put("wording", wording(language));
        return engine.html(FRAME, framed);
    }

    private static Map<String, String> wording(Language language) {
        var wording = new HashMap<String, String>();
        Stream.of("greeting", "follow", "order", "signature")
                .forEach(key -> language.word(key).ifPresent(word -> wording.put(key, word)));
        return wording;
    }

    /** Values may hold line breaks, and a header must not. */
    private static String onOneLine(String text) {
        return breakable(text).replaceAll("\\s+", " ").strip();
    }

    /** A no-break space makes a short message a third as long: it is in no SMS alphabet. */
    private static String breakable(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }

    private static String frame() {
        try (var file = Composer.class.getResourceAsStream("email-frame.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
