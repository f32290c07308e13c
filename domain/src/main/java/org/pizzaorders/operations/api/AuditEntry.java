package org.pizzaorders.operations.api;

import java.time.Instant;
import java.util.UUID;

/** An {@link OperatorAction} that was taken. */
public record AuditEntry(UUID id, String service, Instant at, OperatorAction action) {

    /** The kind of cursor that the list of them takes. */
    public static final String CURSOR = "operator-actions";
}
