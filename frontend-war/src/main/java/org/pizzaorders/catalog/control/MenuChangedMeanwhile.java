package org.pizzaorders.catalog.control;

import org.pizzaorders.shared.DomainException;

/** Two changed the same pizza at the same time; the other one was faster, and nothing of this change was kept. */
public class MenuChangedMeanwhile extends DomainException {

    MenuChangedMeanwhile() {
        super(
                Kind.CONFLICT,
                "PIZZA_CHANGED_MEANWHILE",
                "Someone else has just changed this pizza: read it again, then repeat your change.");
    }
}
