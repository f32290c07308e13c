package org.pizzaorders.notification.text;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Fills in Mustache templates. Values that are missing are left blank: a message with a gap is better than none. Who
 * writes a template cannot do harm by it: nothing but the values is in reach, no code and no other template; every value
 * is escaped, whichever braces it stands in; and what goes on without an end is cut off. Thread-safe.
 */
final class TemplateEngine {

    private final int longest;

    /** @param longest text that may come out, in characters */
    TemplateEngine(int longest) {
        this.longest = longest;
    }

    /** @throws UnfitTemplate if it cannot be filled in */
    String plain(String template, Map<String, Object> values) {
        return fill(template, values, false);
    }

    /**
     * Values are escaped.
     *
     * @throws UnfitTemplate if it cannot be filled in
     */
    String html(String template, Map<String, Object> values) {
        return fill(template, values, true);
    }

    /** What the template tells of, and would leave a hole without: {@code order.number}, {@code text}. */
    Set<String> needs(String template) {
        return names(template, false).needs();
    }

    /** All that it speaks of. */
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

    /** The engine gives up in many ways, a full stack among them: sections within sections are calls within calls. */
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
