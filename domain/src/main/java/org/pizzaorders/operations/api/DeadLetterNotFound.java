package org.pizzaorders.operations.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** This service has no dead letter with that id. */
public class DeadLetterNotFound extends DomainException {

    public DeadLetterNotFound(UUID id) {
        super(Kind.NOT_FOUND, "DEAD_LETTER_NOT_FOUND", "There is no dead letter " + id + ".");
    }
}
