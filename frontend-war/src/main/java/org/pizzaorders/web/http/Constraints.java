package org.pizzaorders.web.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Locale;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;

/** Checks the constraints of a body and reports all errors together, each by its path in the request. */
public final class Constraints {

    /** The message for a missing field. */
    public static final String NEEDED = "is needed";

    public static final String NOT_EMPTY = "is needed with at least one entry";
    public static final String ID = "must be a UUID such as 0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11";

    /** Canonical form of a UUID. */
    public static final String UUID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new Plain())
            .buildValidatorFactory()
            .getValidator();

    private Constraints() {}

    /** @throws InvalidInput if a constraint is violated */
    static <T> T check(T body) {
        var errors = VALIDATOR.validate(body).stream()
                .map(Constraints::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return body;
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError(path(violation.getPropertyPath()), violation.getMessage());
    }

    private static String path(Path nodes) {
        var path = new StringBuilder();
        for (var node : nodes) {
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKey() != null) {
                path.append('.').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.toString();
    }

    /** Messages are our own English sentences, whatever the server's locale, and nothing in them is evaluated. */
    private static final class Plain implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return interpolate(template, context);
        }
    }
}
