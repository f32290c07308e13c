package org.pizzaorders.kafka.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Client properties as an administrator types them: {@code key=value}, one a line, or separated by semicolons where the
 * text is a single line. Empty lines and lines that start with {@code #} do not count.
 */
public final class FreeProperties {

    private FreeProperties() {}

    /**
     * @param text may be null or blank: no properties
     * @throws IllegalArgumentException if a part has no key; the message leaves the value out, it may be a secret
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (text == null) {
            return properties;
        }
        for (String part : text.split(text.contains("\n") ? "\\R" : ";")) {
            String line = part.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, properties);
            }
        }
        return properties;
    }

    private static void add(String line, Map<String, String> properties) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "is no list of key=value, parted by line ends or semicolons: part " + (properties.size() + 1));
        }
        properties.put(
                line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
}
