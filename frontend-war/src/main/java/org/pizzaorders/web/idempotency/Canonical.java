package org.pizzaorders.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.pizzaorders.web.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A body in the one form of all that say the same: no white space, fields by name, characters and numbers written in one
 * way. 1, 1.0 and 1e0 are one number; a field that is null is not one that is left out; lists have their order.
 */
final class Canonical {

    private Canonical() {}

    /** What is no JSON stays as it is: it is going to be refused. */
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

    /** By its length, so that no text can look like another's end. */
    private static String quoted(String text) {
        return text.length() + "\"" + text + "\"";
    }

    private static String number(JsonNode node) {
        return node.decimalValue().stripTrailingZeros().toString();
    }
}
