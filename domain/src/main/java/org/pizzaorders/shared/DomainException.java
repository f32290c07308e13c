package org.pizzaorders.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * A request that must be refused, for a reason that the client should know. Rolls the transaction back and crosses EJB
 * boundaries unwrapped; the HTTP layer turns it into a problem document.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class DomainException extends RuntimeException {

    /** The kind of refusal, from which the HTTP status follows. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        CONFLICT,
        /** A precondition that the client set is not true. */
        PRECONDITION,
        /** A conflict that passes soon: the client can repeat the same request. */
        IN_PROGRESS,
        /** Valid in itself, but it contradicts an earlier request of the client. */
        UNPROCESSABLE,
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;

    /**
     * @param code stable upper-case name for programs, such as {@code ORDER_NOT_FOUND}
     * @param message a sentence for people, without personal data
     */
    protected DomainException(Kind kind, String code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The wrong fields; empty if the fault is not in a single field. */
    public List<FieldError> errors() {
        return List.of();
    }

    /** Data that the client needs to go on, by the names of the JSON fields; empty if the message says everything. */
    public Map<String, Object> facts() {
        return Map.of();
    }
}
