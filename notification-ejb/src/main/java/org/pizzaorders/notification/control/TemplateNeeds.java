package org.pizzaorders.notification.control;

import com.samskivert.mustache.Mustache;
import java.util.HashSet;
import java.util.Set;

/**
 * Collects what a template shows unconditionally. What stands in a section, or has one for the case that it is missing,
 * may be missing.
 */
final class TemplateNeeds implements Mustache.Visitor {

    private final Set<String> shown = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    Set<String> names() {
        var names = new HashSet<>(shown);
        names.removeAll(asked);
        return names;
    }

    @Override
    public void visitText(String text) {
        // shows itself
    }

    @Override
    public void visitVariable(String name) {
        shown.add(name);
    }

    @Override
    public boolean visitInclude(String name) {
        return false;
    }

    @Override
    public boolean visitSection(String name) {
        asked.add(name);
        return false;
    }

    @Override
    public boolean visitInvertedSection(String name) {
        asked.add(name);
        return false;
    }
}
