package org.pizzaorders.notification.api;

import java.util.List;

/** The texts of notifications, kept in the database. Each changing call is one transaction. */
public interface Templates {

    List<TemplateView> templates();

    /** @throws TemplateNotFound if there is none of that type */
    TemplateView template(String type);

    /**
     * Creates a template or replaces its texts.
     *
     * @throws org.pizzaorders.shared.InvalidInput if a text cannot be compiled; nothing changes
     */
    TemplateView store(TemplateView template);
}
