package org.pizzaorders.notification.control;

import com.samskivert.mustache.Mustache;
import java.util.HashSet;
import java.util.Set;

/** Collects all that a template speaks of, in sections too. */
final class TemplateNames implements Mustache.Visitor {

    private final Set<String> values = new HashSet<>();
    private final Set<String> templates = new HashSet<>();
    private int sections;

    Set<String> values() {
        return values;
    }

    /** Other templates that it wants to take in. */
    Set<String> templates() {
        return templates;
    }

    /** How many it has: names are looked for in each that they stand in, so that deep ones cost much. */
    int sections() {
        return sections;
    }

    @Override
    public void visitText(String text) {
        // names nothing
    }

    @Override
    public void visitVariable(String name) {
        values.add(name);
    }

    @Override
    public boolean visitInclude(String name) {
        templates.add(name);
        return false;
    }

    @Override
    public boolean visitParent(String name) {
        templates.add(name);
        return false;
    }

    @Override
    public boolean visitSection(String name) {
        sections++;
        values.add(name);
        return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
        sections++;
        values.add(name);
        return true;
    }
}
