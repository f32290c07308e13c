package org.pizzaorders.notification.api;

import org.pizzaorders.shared.DomainException;

/** There is no template with that type. */
public class TemplateNotFound extends DomainException {

    public TemplateNotFound(String type) {
        super(Kind.NOT_FOUND, "TEMPLATE_NOT_FOUND", "There is no template '" + type + "'.");
    }
}
