package org.pizzaorders.web.json;

import java.util.List;
import org.pizzaorders.shared.DomainException;
import org.pizzaorders.shared.FieldError;

/** The body cannot be read at all, so no single field is to blame. */
public final class MalformedJson extends DomainException {

    /** The name of the whole body in errors. */
    public static final String BODY = "body";

    private final transient List<FieldError> errors;

    /** @param what completes "The body …" */
    MalformedJson(String what) {
        this(BODY, what);
    }

    /**
     * @param field where it becomes unreadable
     */
    MalformedJson(String field, String what) {
        super(Kind.INVALID, "MALFORMED_JSON", "The body " + what + ".");
        this.errors = List.of(new FieldError(field, what));
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
