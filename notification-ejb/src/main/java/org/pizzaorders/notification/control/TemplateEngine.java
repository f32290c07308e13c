package org.pizzaorders.notification.control;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills in Mustache templates. Each is compiled once and kept by its content, so a changed text needs no notice. Values
 * that are missing are left blank: a message with a gap is better than none. Thread-safe.
 */
final class TemplateEngine {

    private static final int MOST_KEPT = 500;

    private final Mustache.Compiler plain = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .strictSections(false);
    private final Mustache.Compiler html = plain.escapeHTML(true);
    private final Map<Source, Template> compiled = new ConcurrentHashMap<>();

    String plain(String template, Map<String, Object> values) {
        return fill(new Source(template, false), values);
    }

    /** Values are escaped. */
    String html(String template, Map<String, Object> values) {
        return fill(new Source(template, true), values);
    }

    /** @throws MustacheException if it is no Mustache, in words for its author */
    void check(String template) {
        plain.compile(template);
    }

    /** What the template tells of, and would leave a hole without: {@code order.number}, {@code text}. */
    Set<String> needs(String template) {
        var needs = new TemplateNeeds();
        compile(new Source(template, false)).visit(needs);
        return needs.names();
    }

    private String fill(Source source, Map<String, Object> values) {
        if (compiled.size() > MOST_KEPT) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(source, this::compile).execute(values);
    }

    private Template compile(Source source) {
        return (source.escaped() ? html : plain).compile(source.template());
    }

    private record Source(String template, boolean escaped) {}
}
