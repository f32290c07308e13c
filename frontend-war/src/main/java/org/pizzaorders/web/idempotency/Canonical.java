package org.pizzaorders.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.pizzaorders.web.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The canonical form of a body: no white space, fields sorted by name, one notation for characters and numbers. 1, 1.0
 * and 1e0 are the same number. A null field differs from a missing one. The order of lists matters.
 */
final class Canonical {

    private Canonical() {}

    /** A body that is not JSON stays unchanged, because it will be refused. */
    static byte[] of(byte[] body) {
        return Json.tree(body)
                .map(Canonical::text)
                .map(text -> text.getBytes(UTF_8))
                .orElse(body);
    }

    private static String text(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .map(field -> quoted(field.getKey()) + ":" + text(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
        }
        if (node.isString()) {
            return quoted(node.stringValue());
        }
        return node.isNumber() ? number(node) : node.toString();
    }

    /** Adds the length, so that texts cannot be confused. */
    private static String quoted(String text) {
        return text.length() + "\"" + text + "\"";
    }

    private static String number(JsonNode node) {
        return node.decimalValue().stripTrailingZeros().toString();
    }
}
