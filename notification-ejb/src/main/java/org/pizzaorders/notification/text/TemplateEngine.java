package org.pizzaorders.notification.text;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Renders Mustache templates. Missing values are left blank, because a message with a gap is better than none. A
 * template cannot do harm: it can access only the values, no code and no other templates; every value is escaped,
 * whichever braces are used; and endless output is cut off. Thread-safe.
 */
final class TemplateEngine {

    private final int longest;

    /**
     * @param longest the longest output, in characters
     */
    TemplateEngine(int longest) {
        this.longest = longest;
    }

    /**
     * @throws UnfitTemplate if it cannot be rendered
     */
    String plain(String template, Map<String, Object> values) {
        return fill(template, values, false);
    }

    /**
     * Values are escaped.
     *
     * @throws UnfitTemplate if it cannot be rendered
     */
    String html(String template, Map<String, Object> values) {
        return fill(template, values, true);
    }

    /**
     * The values that the template needs, because it would have a gap without them: {@code order.number}, {@code text}.
     */
    Set<String> needs(String template) {
        return names(template, false).needs();
    }

    /** All names in the template. */
    TemplateNames names(String template) {
        return names(template, true);
    }

    private TemplateNames names(String template, boolean sectionsToo) {
        return fit(() -> {
            var names = new TemplateNames(sectionsToo);
            compiled(template, new Allowance(longest), false).visit(names);
            return names;
        });
    }

    private String fill(String template, Map<String, Object> values, boolean escaped) {
        return fit(() -> {
            var allowance = new Allowance(longest);
            var written = allowance.writer();
            compiled(template, allowance, escaped).execute(values, written);
            return written.toString();
        });
    }

    private static Template compiled(String template, Allowance allowance, boolean escaped) {
        return Mustache.compiler()
                .escapeHTML(false)
                .defaultValue("")
                .emptyStringIsFalse(true)
                .strictSections(false)
                .withCollector(allowance)
                .withFormatter(value -> {
                    var text = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
                    return escaped ? Escapers.HTML.escape(text) : text;
                })
                .compile(template);
    }

    /** The engine can fail in many ways, also by a stack overflow, because nested sections are nested calls. */
    private static <T> T fit(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw new UnfitTemplate(e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new UnfitTemplate("its sections are too deep", e);
        }
    }
}
