package org.pizzaorders.shared;

import java.util.List;

/** One or more fields of a request are wrong. All of them, up to a hundred, are reported together. */
public class InvalidInput extends DomainException {

    /** More than anybody reads. The answer must not become many times longer than the request. */
    private static final int MOST = 100;

    private final transient List<FieldError> errors;

    /**
     * @param errors at least one; the first hundred are reported
     */
    public InvalidInput(List<FieldError> errors) {
        super(Kind.INVALID, "VALIDATION_FAILED", "The request is not valid: see errors.");
        this.errors = errors.stream().limit(MOST).toList();
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
