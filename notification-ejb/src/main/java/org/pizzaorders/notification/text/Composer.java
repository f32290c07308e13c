package org.pizzaorders.notification.text;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
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
 * Writes the letters of a notification, one for each channel for which the template has a text and the recipient has an
 * address. It uses the recipient's language, or another one if there is no text in it. Thread-safe.
 */
public final class Composer {

    /** The longest message, in characters. */
    static final int LONGEST = 400_000;

    private static final Logger LOG = System.getLogger(Composer.class.getName());
    private static final int LONGEST_SUBJECT = 250;
    private static final String FRAME = frame();
    private static final String CONTENT = "\u0000content\u0000";

    private final TemplateEngine engine = new TemplateEngine(LONGEST);
    private final String publicUrl;

    public Composer(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * @param texts of the notification's template, all channels and languages
     * @param contact of the order, if it is about one @return in the order of {@link Channel}: the headline's first
     */
    public List<Letter> compose(
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

    /** The channels that have both a text and an address for the recipient. */
    public static Set<Channel> reach(List<MessageTemplate> texts, Recipient recipient) {
        var reached = EnumSet.noneOf(Channel.class);
        texts.stream()
                .map(MessageTemplate::channel)
                .filter(channel -> Addresses.of(recipient, channel).isPresent())
                .forEach(reached::add);
        return reached;
    }

    private static Optional<MessageTemplate> text(List<MessageTemplate> texts, Channel channel, Language language) {
        return texts.stream()
                .filter(text -> text.channel() == channel)
                .min(comparing((MessageTemplate text) -> !text.language().equals(language.code()))
                        .thenComparing(MessageTemplate::language));
    }

    /** If a letter cannot be rendered, only its delivery fails; the event and the other channels go on. */
    private Letter letter(
            MessageTemplate text,
            String address,
            Recipient recipient,
            Notification notification,
            Optional<OrderContact> contact) {
        try {
            return written(text, address, recipient, notification, contact);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Template {0} for {1} in {2} cannot be filled in for notification {3}: {4}",
                    text.type(),
                    text.channel(),
                    text.language(),
                    notification.id(),
                    e.getClass().getSimpleName());
            return Letter.unwritten(
                    text.channel(),
                    address,
                    "The template's text for " + text.channel() + " in " + text.language() + " cannot be filled in");
        }
    }

    private Letter written(
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
        if (text.channel() == Channel.EMAIL) {
            var content = engine.html(text.body(), values);
            if (isHtml(content)) {
                var html = framed(content, language, values);
                return new Letter(text.channel(), address, subject, HtmlText.of(html), html);
            }
        }
        return new Letter(text.channel(), address, subject, breakable(engine.plain(text.body(), values)), null);
    }

    /**
     * Decides by the rendered text, because a template may begin with a section. Values are escaped, so they cannot
     * change the decision.
     */
    private static boolean isHtml(String content) {
        return content.stripLeading().startsWith("<");
    }

    private String framed(String content, Language language, Map<String, Object> values) {
        var framed = new HashMap<>(values);
        framed.put("wording", wording(language));
        return engine.html(FRAME, framed).replace(CONTENT, content);
    }

    private static Map<String, String> wording(Language language) {
        var wording = new HashMap<String, String>();
        Stream.of("greeting", "follow", "order", "signature")
                .forEach(key -> language.word(key).ifPresent(word -> wording.put(key, word)));
        return wording;
    }

    /** Values may contain line breaks, but a header must not. */
    private static String onOneLine(String text) {
        var line = breakable(text).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    /**
     * Replaces no-break spaces. They are not in the SMS alphabet and would reduce the length of a short message to less
     * than half.
     */
    private static String breakable(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }

    private static String frame() {
        try (var file = Composer.class.getResourceAsStream("email-frame.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("{{{content}}}", CONTENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
