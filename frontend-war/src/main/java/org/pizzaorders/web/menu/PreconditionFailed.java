package org.pizzaorders.web.menu;

import org.pizzaorders.shared.DomainException;

/** The pizza has changed since the client read it. */
final class PreconditionFailed extends DomainException {

    PreconditionFailed() {
        super(
                Kind.PRECONDITION,
                "PRECONDITION_FAILED",
                "What is here is not what If-Match names, or If-None-Match names it.");
    }
}
