package org.pizzaorders.web.front;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pizzaorders.web.front.Preferences.Preference;
import org.pizzaorders.web.http.QuotedText;

/** What a body is said to be, and what an answer may be, in the one way that resources are told of it. */
final class MediaTypes {

    static final String JSON = "application/json";

    /** How resources see a body that is not JSON, or does not say so: none takes it. */
    static final String OTHER = "application/octet-stream";

    /** How resources see a client that takes nothing: none gives it. */
    private static final String NOTHING = "application/nothing";

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "\"utf-8\"", "\"utf8\"");

    private MediaTypes() {}

    /**
     * Whether a body may be read as JSON in UTF-8. Programs that send two types, or join them by a comma, mean the one
     * that they were asked to send and forgot that they have another by default: one of them is enough.
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
     * The types that a client takes: JSON by its name wherever a pattern allows it, others as they are, parameters left
     * out. Empty if the client says nothing that can be read.
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

    /** The nearest pattern decides. A single star is what Java's old client means by any. */
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
