package org.pizzaorders.kafka.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Client properties as an administrator types them: {@code key=value}, one per line, or separated by semicolons if the
 * text is a single line. A {@code sasl.jaas.config} keeps its semicolons in both cases. Empty lines and lines that
 * start with {@code #} are ignored.
 */
public final class FreeProperties {

    private FreeProperties() {}

    /**
     * @param text may be null or blank: no properties
     * @throws IllegalArgumentException if a part has no key; the message does not contain the value, because it may be
     *     a secret
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (text == null) {
            return properties;
        }
        String given = text.strip();
        for (String part : given.contains("\n") ? List.of(given.split("\\R")) : parts(given)) {
            String line = part.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, properties);
            }
        }
        return properties;
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < line.length(); ) {
            int end = JaasLine.end(line, start);
            parts.add(line.substring(start, end));
            start = end + 1;
        }
        return parts;
    }

    private static void add(String line, Map<String, String> properties) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "is no list of key=value, parted by line ends or semicolons: part " + (properties.size() + 1));
        }
        String key = line.substring(0, equals).strip();
        properties.put(key, JaasLine.completed(key, line.substring(equals + 1).strip()));
    }
}
