package org.pizzaorders.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The written description of the API. */
final class ApiDocument {

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    static ApiDocument read() {
        try (var in = ApiDocument.class.getResourceAsStream("/META-INF/openapi.json")) {
            return new ApiDocument(JsonMapper.shared().readTree(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return document;
    }

    JsonNode at(JsonNode reference) {
        return document.at(reference.asString().substring(1));
    }

    /** By method and path, as in {@code GET /api/v1/orders/{id}}. */
    Map<String, JsonNode> operations() {
        var operations = new HashMap<String, JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    void eachBody(BiConsumer<String, JsonNode> visitor) {
        operations().forEach((name, operation) -> {
            operation.path("requestBody").path("content").forEach(body -> visitor.accept(name + " request", body));
            operation
                    .path("responses")
                    .properties()
                    .forEach(answer -> resolve(answer.getValue())
                            .path("content")
                            .forEach(body -> visitor.accept(name + " " + answer.getKey(), body)));
        });
    }

    static JsonNode success(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    static JsonNode example(JsonNode holder) {
        return holder.path("content").path("application/json").path("example");
    }

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? at(node.path("$ref")) : node;
    }

    /** Schemas with a name that a part of the document leads to. */
    void reached(JsonNode from, Map<String, JsonNode> found) {
        from.findValues("$ref").forEach(ref -> {
            var target = at(ref);
            if (found.put(ref.asString(), target) == null) {
                reached(target, found);
            }
        });
        found.keySet().removeIf(name -> !name.startsWith("#/components/schemas/"));
    }

    /** Paths of the example that its schema does not know, or demands and does not find. */
    List<String> undescribed(JsonNode schemaOrRef, JsonNode value, String path) {
        var schema =
                resolve(schemaOrRef.has("allOf") ? schemaOrRef.path("allOf").get(0) : schemaOrRef);
        var wrong = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(item -> wrong.addAll(undescribed(schema.path("items"), item, path + "[]")));
        }
        if (value.isObject() && schema.has("properties")) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asString())) {
                    wrong.add(path + "." + name.asString() + " is missing");
                }
            });
            value.properties().forEach(field -> {
                var known = schema.path("properties").path(field.getKey());
                if (known.isMissingNode()) {
                    wrong.add(path + "." + field.getKey() + " is not described");
                } else {
                    wrong.addAll(undescribed(known, field.getValue(), path + "." + field.getKey()));
                }
            });
        }
        if (value.isString()
                && schema.has("enum")
                && !schema.path("enum").valueStream().anyMatch(value::equals)) {
            wrong.add(path + " is none of the values");
        }
        return wrong;
    }
}
