package org.pizzaorders.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * A request that cannot be granted, for a reason its sender should know. Rolls the transaction back and crosses EJB
 * boundaries unwrapped; the HTTP layer turns it into a problem document.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class DomainException extends RuntimeException {

    /** Which family of answers the reason belongs to. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        CONFLICT,
        /** What the sender makes it depend on is not so. */
        PRECONDITION,
        /** A conflict that passes: the same request can be granted, or answered, shortly. */
        IN_PROGRESS,
        /** Understood and valid in itself, and yet contrary to what the sender did before. */
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

    /** The fields at fault; empty if no single field is. */
    public List<FieldError> errors() {
        return List.of();
    }

    /** What the sender needs to know to go on, by names that suit an answer; empty if the message says it all. */
    public Map<String, Object> facts() {
        return Map.of();
    }
}
