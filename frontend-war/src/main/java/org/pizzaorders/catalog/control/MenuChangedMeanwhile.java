package org.pizzaorders.catalog.control;

import org.pizzaorders.shared.DomainException;

/** Somebody else changed the same pizza at the same time and was faster. Nothing of this change was stored. */
public class MenuChangedMeanwhile extends DomainException {

    MenuChangedMeanwhile() {
        super(
                Kind.CONFLICT,
                "PIZZA_CHANGED_MEANWHILE",
                "Someone else has just changed this pizza: read it again, then repeat your change.");
    }
}
