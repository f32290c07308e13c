package org.pizzaorders.operations.api;

import java.time.Instant;
import java.util.UUID;

/** A recorded {@link OperatorAction}. */
public record AuditEntry(UUID id, String service, Instant at, OperatorAction action) {

    /** The kind of cursor for the list of entries. */
    public static final String CURSOR = "operator-actions";
}
