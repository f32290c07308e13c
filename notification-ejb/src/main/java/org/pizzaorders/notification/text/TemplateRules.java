package org.pizzaorders.notification.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.text.ContactForms;
import org.pizzaorders.shared.text.WrittenText;

/** The rules for storing a template. Finds all errors of one template. */
public final class TemplateRules {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;
    private static final int MOST_TEXTS = 8;
    private static final int MOST_SECTIONS = 100;

    /** Half of the longest message, because real names and reasons are longer than those of the samples. */
    private final TemplateEngine engine = new TemplateEngine(Composer.LONGEST / 2);

    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private TemplateRules() {}

    /** @throws InvalidInput naming every field that is wrong */
    public static void check(TemplateView template) {
        var rules = new TemplateRules();
        rules.template(template);
        if (!rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors);
        }
    }

    private void template(TemplateView template) {
        if (template.type() == null || !TYPE.matcher(template.type()).matches()) {
            wrong("type", "must be letters and digits, at most 64 of them, such as OrderPaid");
        }
        if (template.texts().isEmpty()) {
            wrong("texts", "must hold at least one text");
        }
        if (template.texts().size() > MOST_TEXTS) {
            wrong("texts", "must hold at most " + MOST_TEXTS + " texts: one for each channel and language");
            return;
        }
        for (int i = 0; i < template.texts().size(); i++) {
            var path = "texts[" + i + "]";
            if (template.texts().get(i) == null) {
                wrong(path, "must not be null");
            } else {
                text(path, template.texts().get(i));
            }
        }
    }

    private void text(String path, TemplateView.Text text) {
        if (text.channel() == null) {
            wrong(path + ".channel", "must be EMAIL, SMS, PUSH or WEBHOOK");
        }
        if (!ContactForms.isLanguage(text.language())) {
            wrong(path + ".language", "must be ru or en");
        }
        if (!seen.add(text.channel() + "/" + text.language())) {
            wrong(path, "repeats a channel and language: there is one text for each");
        }
        if (text.subject() != null || text.channel() == Channel.EMAIL) {
            WrittenText.faultOfLine(text.subject(), LONGEST_SUBJECT)
                    .or(() -> mustache(text.subject(), text))
                    .ifPresent(fault -> wrong(path + ".subject", fault));
        }
        WrittenText.faultOfLines(text.body(), LONGEST_BODY)
                .or(() -> mustache(text.body(), text))
                .ifPresent(fault -> wrong(path + ".body", fault));
    }

    /** Any problem of the engine with the template must show now, and not at the first order. */
    private Optional<String> mustache(String template, TemplateView.Text text) {
        try {
            var names = engine.names(template);
            if (!names.templates().isEmpty()) {
                return Optional.of("must not include other templates, such as " + names.templates());
            }
            if (names.sections() > MOST_SECTIONS) {
                return Optional.of("must have at most " + MOST_SECTIONS + " sections");
            }
            var said = TemplateSamples.of(Language.of(text.language()), names.values()).stream()
                    .map(values -> engine.html(template, values))
                    .map(html -> text.channel() == Channel.EMAIL ? HtmlText.of(html) : html)
                    .toList();
            return said.stream().noneMatch(WrittenText::isSeen)
                    ? Optional.of("must not render to an empty text")
                    : Optional.empty();
        } catch (UnfitTemplate e) {
            return Optional.of("cannot be used as a Mustache template: " + e.getMessage());
        }
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
