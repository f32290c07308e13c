package org.pizzaorders.shared;

import java.util.List;

/** One or more fields of a request are wrong; all of them are named at once. */
public class InvalidInput extends DomainException {

    private final transient List<FieldError> errors;

    /** @param errors at least one */
    public InvalidInput(List<FieldError> errors) {
        super(Kind.INVALID, "VALIDATION_FAILED", "The request is not valid: see errors.");
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
