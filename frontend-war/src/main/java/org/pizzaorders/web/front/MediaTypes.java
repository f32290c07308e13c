package org.pizzaorders.web.front;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pizzaorders.web.front.Preferences.Preference;
import org.pizzaorders.web.http.QuotedText;

/** Normalises the content type of a request and the accepted types of an answer for the resources. */
final class MediaTypes {

    static final String JSON = "application/json";

    /** Resources see this type for a body that is not declared as JSON; no resource accepts it. */
    static final String OTHER = "application/octet-stream";

    /** Resources see this type for a client that accepts nothing; no resource produces it. */
    private static final String NOTHING = "application/nothing";

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "\"utf-8\"", "\"utf8\"");

    private MediaTypes() {}

    /**
     * Whether a body may be read as JSON in UTF-8. Some programs add their default type in a second header or after a
     * comma. So it is enough if one of the types is JSON.
     */
    static boolean isJson(List<String> contentTypes) {
        return contentTypes.stream()
                .flatMap(header -> QuotedText.split(header, ',').stream())
                .anyMatch(MediaTypes::isJson);
    }

    private static boolean isJson(String contentType) {
        var parts = QuotedText.split(contentType, ';');
        return parts.get(0).strip().equalsIgnoreCase(JSON)
                && parts.stream().skip(1).allMatch(MediaTypes::allowsUtf8);
    }

    private static boolean allowsUtf8(String parameter) {
        var pair = parameter.split("=", 2);
        return pair.length == 1
                ? parameter.isBlank()
                : !pair[0].strip().equalsIgnoreCase("charset")
                        || UTF_8.contains(pair[1].strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The types that a client accepts: JSON by its name if a pattern matches it, others unchanged, all without
     * parameters. Empty if nothing can be parsed.
     */
    static String accepted(String header) {
        var wanted = Preferences.of(header);
        if (wanted.isEmpty()) {
            return "";
        }
        var json = weightOfJson(wanted);
        var types = wanted.stream()
                .filter(type -> type.weight() > 0 && type.value().indexOf('*') < 0)
                .filter(type -> !type.value().equals(JSON))
                .map(Preference::toString)
                .collect(Collectors.joining(", "));
        if (json > 0) {
            var named = new Preference(JSON, json).toString();
            return types.isEmpty() ? named : named + ", " + types;
        }
        return types.isEmpty() ? NOTHING : types;
    }

    /** The most specific pattern decides. Java's old client sends a single star for any type. */
    private static double weightOfJson(List<Preference> wanted) {
        for (var pattern : List.of(JSON, "application/*", "*/*", "*")) {
            for (var type : wanted) {
                if (type.value().equals(pattern)) {
                    return type.weight();
                }
            }
        }
        return 0;
    }
}
