package org.pizzaorders.notification.text;

import com.samskivert.mustache.Mustache;
import java.util.HashSet;
import java.util.Set;

/** Collects the names in a template. */
final class TemplateNames implements Mustache.Visitor {

    private final boolean sectionsToo;
    private final Set<String> shown = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> templates = new HashSet<>();
    private int sections;

    /** @param sectionsToo whether to look into sections */
    TemplateNames(boolean sectionsToo) {
        this.sectionsToo = sectionsToo;
    }

    Set<String> values() {
        var values = new HashSet<>(shown);
        values.addAll(asked);
        return values;
    }

    /** Values that are shown outside any section for them, so they must be there. */
    Set<String> needs() {
        var needs = new HashSet<>(shown);
        needs.removeAll(asked);
        return needs;
    }

    /** Other templates that it includes. */
    Set<String> templates() {
        return templates;
    }

    /** The number of sections. A name is searched in each enclosing section, so deep nesting is expensive. */
    int sections() {
        return sections;
    }

    @Override
    public void visitText(String text) {
        // names nothing
    }

    @Override
    public void visitVariable(String name) {
        shown.add(name);
    }

    @Override
    public boolean visitInclude(String name) {
        templates.add(name);
        return false;
    }

    @Override
    public boolean visitParent(String name) {
        return visitInclude(name);
    }

    @Override
    public boolean visitSection(String name) {
        sections++;
        asked.add(name);
        return sectionsToo;
    }

    @Override
    public boolean visitInvertedSection(String name) {
        return visitSection(name);
    }
}
