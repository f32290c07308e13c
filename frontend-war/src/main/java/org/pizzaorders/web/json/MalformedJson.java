package org.pizzaorders.web.json;

import java.util.List;
import org.pizzaorders.shared.DomainException;
import org.pizzaorders.shared.FieldError;

/** The body cannot be read at all, so no single field is to blame. */
public final class MalformedJson extends DomainException {

    /** How errors name the body as a whole. */
    public static final String BODY = "body";

    private final transient List<FieldError> errors;

    /** @param what completes "The body …" */
    MalformedJson(String what) {
        this(BODY, what);
    }

    /** @param field where it ceases to be readable */
    MalformedJson(String field, String what) {
        super(Kind.INVALID, "MALFORMED_JSON", "The body " + what + ".");
        this.errors = List.of(new FieldError(field, what));
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
