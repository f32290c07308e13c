package org.pizzaorders.web.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.PageRequest;
import org.pizzaorders.web.json.MalformedJson;

/** Parses parameters and bodies of requests. Errors are {@link InvalidInput} with the name in the request. */
public final class Requests {

    /** Only ASCII digits, because Java would also accept a plus and digits of other scripts. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,8}");

    private Requests() {}

    /** A mandatory body. */
    public static <T> T needed(T body) {
        if (body == null) {
            throw invalid(MalformedJson.BODY, "is needed: send a JSON object");
        }
        return body;
    }

    /**
     * The requested part of a list.
     *
     * @param kind of the list's cursors
     * @param limit null for the default
     * @param cursor null for the first page
     */
    public static PageRequest page(String kind, String limit, String cursor) {
        return new PageRequest(
                limit == null ? PageRequest.DEFAULT_LIMIT : integer("limit", limit), Cursor.parse(kind, cursor));
    }

    /** @param text null for none */
    public static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String field, String text) {
        if (text == null) {
            return Optional.empty();
        }
        var values = type.getEnumConstants();
        return Optional.of(Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(field, "must be one of " + String.join(", ", names(values)))));
    }

    public static InvalidInput invalid(String field, String message) {
        return new InvalidInput(List.of(new FieldError(field, message)));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static int integer(String field, String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw invalid(field, "must be a whole number");
        }
        return Integer.parseInt(text);
    }
}
