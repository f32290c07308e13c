package org.pizzaorders.web.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pizzaorders.shared.DomainException;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Describes for the client what is wrong with a body, without repeating values, which may be personal. */
final class JsonFailure {

    /** What completes "The body …". */
    static final String NO_JSON = "is not well-formed JSON in UTF-8";

    static final String OUT_OF_BOUNDS = "is nested too deeply, or has a name, number or text that is too long";

    /** Tokens that cannot begin a second document. */
    private static final Pattern WITHIN = Pattern.compile("\\.(END_|PROPERTY_NAME)");

    private JsonFailure() {}

    static DomainException explain(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return invalid(path(e), "is not known here; known are " + names(unknown.getKnownPropertyIds()));
        }
        if (e instanceof InputCoercionException) {
            return invalid(path(e), "must be a whole number within its range");
        }
        if (e instanceof MismatchedInputException mismatch && !isTrailing(e)) {
            return invalid(path(e), expectation(mismatch.getTargetType()));
        }
        return new MalformedJson(reason(e) + place(e));
    }

    private static InvalidInput invalid(String field, String message) {
        return new InvalidInput(List.of(new FieldError(field, message)));
    }

    private static boolean isTrailing(JacksonException e) {
        return e.getOriginalMessage().startsWith("Trailing token");
    }

    private static String reason(JacksonException e) {
        if (isTrailing(e) && WITHIN.matcher(e.getOriginalMessage()).find()) {
            // If a list of texts contains a list, Jackson takes the end of the inner list for the end of the outer one,
            // and fails only here.
            return "has a list where a text belongs";
        }
        if (isTrailing(e)) {
            return "goes on after the end of the document";
        }
        if (e instanceof StreamConstraintsException) {
            return OUT_OF_BOUNDS;
        }
        if (e instanceof StreamReadException && e.getOriginalMessage().startsWith("Duplicate")) {
            return "has the same field twice";
        }
        return NO_JSON;
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String expectation(Class<?> type) {
        if (type == null) {
            return "has a value of the wrong kind";
        }
        if (type.isEnum()) {
            return "must be one of " + names(Arrays.asList(type.getEnumConstants()));
        }
        if (type == String.class) {
            return "must be a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "must be a whole number";
        }
        return Collection.class.isAssignableFrom(type) ? "must be a list" : "must be an object";
    }

    private static String names(Collection<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? MalformedJson.BODY : path.toString();
    }
}
