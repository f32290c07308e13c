package org.pizzaorders.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pizzaorders.web.json.Json;
import org.pizzaorders.web.query.KnownParameters;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the written document and the resources to each other. */
class OpenApiTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JsonNode document = read();

    @Test
    void hasEveryOperationOfTheResourcesAndNoOther() {
        assertThat(operations().keySet())
                .containsExactlyInAnyOrderElementsOf(resourceMethods().keySet());
    }

    @Test
    void saysOfEachOperationWhatItIsFor() {
        var ids = new TreeSet<String>();

        operations().forEach((name, operation) -> {
            assertThat(ids.add(operation.path("operationId").asString()))
                    .as("operationId of " + name)
                    .isTrue();
            assertThat(operation.path("summary").asString()).as(name).isNotBlank();
            assertThat(operation.path("description").asString()).as(name).isNotBlank();
            assertThat(operation.path("tags").isEmpty()).as(name).isFalse();
        });
    }

    @Test
    void givesAnExampleOfEachBody() {
        var bodies = new HashMap<String, JsonNode>();
        eachBody(bodies::put);

        assertThat(bodies).hasSizeGreaterThan(20);
        bodies.forEach((where, body) ->
                assertThat(body.path("example").isObject()).as(where).isTrue());
    }

    @Test
    void describesTheProblemsOfEveryCall() {
        operations().forEach((name, operation) -> {
            assertThat(operation.path("responses").propertyNames()).as(name).contains("400", "405", "500");
            if (operation.has("requestBody")) {
                assertThat(operation.path("responses").propertyNames()).as(name).contains("413", "415");
            }
        });
    }

    @Test
    void givesRequestsThatAreReadAsTheyStand() {
        resourceMethods()
                .forEach((name, method) -> body(method).ifPresent(type -> {
                    var example = example(operations().get(name).path("requestBody"));

                    assertThat(MAPPER.<Object>treeToValue(example, type))
                            .as(name)
                            .isNotNull();
                }));
    }

    @Test
    void givesAnswersThatHaveAllFieldsAndNoOther() {
        var answers = answers();

        assertThat(answers).hasSizeGreaterThan(8);
        answers.forEach((name, type) -> {
            var example = example(success(operations().get(name)));
            var written = MAPPER.readTree(Json.bytes(MAPPER.<Object>treeToValue(example, type)));

            assertThat(written).as(name).isEqualTo(example);
        });
    }

    @Test
    void describesTheFieldsOfItsExamples() {
        eachBody((where, body) -> assertThat(undescribed(body.path("schema"), body.path("example"), "$"))
                .as(where)
                .isEmpty());
    }

    @Test
    void hasNoBrokenReferences() {
        document.findValues("$ref")
                .forEach(ref -> assertThat(
                                document.at(ref.asString().substring(1)).isMissingNode())
                        .as(ref.asString())
                        .isFalse());
    }

    @Test
    void namesTheQueryParametersThatEachOperationTakesAndNoOther() {
        resourceMethods().forEach((name, method) -> {
            var described = operations()
                    .get(name)
                    .path("parameters")
                    .valueStream()
                    .map(this::resolve)
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .map(parameter -> parameter.path("name").asString())
                    .toList();

            assertThat(described).as(name).containsExactlyInAnyOrderElementsOf(KnownParameters.of(method));
        });
    }

    /** A field more would break the clients that were made of a closed schema. */
    @Test
    void leavesAnswersOpenAndClosesRequests() {
        var requests = new HashMap<String, JsonNode>();
        var answers = new HashMap<String, JsonNode>();
        operations().values().forEach(operation -> {
            reached(operation.path("requestBody"), requests);
            reached(operation.path("responses"), answers);
        });

        assertThat(answers).hasSizeGreaterThan(20);
        assertThat(requests).hasSizeGreaterThan(10);
        answers.forEach(
                (name, schema) -> assertThat(schema.path("additionalProperties").asBoolean(true))
                        .as(name)
                        .isTrue());
        requests.values().removeIf(schema -> !schema.path("type").asString().equals("object"));
        requests.forEach(
                (name, schema) -> assertThat(schema.path("additionalProperties").asBoolean(true))
                        .as(name)
                        .isFalse());
    }

    /** What validators of OpenAPI 3.0 take for an error. */
    @Test
    void demandsNoEmptyListAndAllowsNullWhereThereIsAType() {
        assertThat(document.findValues("required")).noneMatch(required -> required.isArray() && required.isEmpty());
        assertThat(document.findParents("nullable")).allMatch(schema -> schema.has("type"));
        assertThat(document.findParents("nullable"))
                .filteredOn(schema -> schema.has("enum"))
                .allMatch(schema -> schema.path("enum").valueStream().anyMatch(JsonNode::isNull));
        assertThat(document.findParents("nullable"))
                .filteredOn(schema -> schema.has("allOf"))
                .allMatch(schema -> resolve(schema.path("allOf").get(0)).has("nullable"));
    }

    /** Schemas with a name that a part of the document leads to. */
    private void reached(JsonNode from, Map<String, JsonNode> found) {
        from.findValues("$ref").forEach(ref -> {
            var target = document.at(ref.asString().substring(1));
            if (found.put(ref.asString(), target) == null) {
                reached(target, found);
            }
        });
        found.keySet().removeIf(name -> !name.startsWith("#/components/schemas/"));
    }

    /** Paths of the example that its schema does not know, or demands and does not find. */
    private List<String> undescribed(JsonNode schemaOrRef, JsonNode value, String path) {
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

    private void eachBody(BiConsumer<String, JsonNode> visitor) {
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

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static JsonNode success(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static JsonNode example(JsonNode holder) {
        return holder.path("content").path("application/json").path("example");
    }

    private Map<String, JsonNode> operations() {
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

    /** By method and path, as in {@code GET /api/v1/orders/{id}}. */
    private static Map<String, Method> resourceMethods() {
        var methods = new HashMap<String, Method>();
        new Api()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .forEach(method ->
                                httpMethod(method).ifPresent(http -> methods.put(http + " " + path(method), method)));
        return methods;
    }

    private static java.util.Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        var root = method.getDeclaringClass().getAnnotation(Path.class).value();
        var own = method.getAnnotation(Path.class);
        var path = "/api/v1/" + root + (own == null ? "" : "/" + own.value());
        return path.replaceAll("/+", "/").replaceAll("/$", "");
    }

    /** The parameter that is the body: the one that JAX-RS does not get from elsewhere. */
    private static java.util.Optional<JavaType> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .map(parameter -> MAPPER.constructType(parameter.getParameterizedType()))
                .findFirst();
    }

    /** Types of the answers, as far as the methods tell. */
    private static Map<String, JavaType> answers() {
        var answers = new HashMap<String, JavaType>();
        resourceMethods().forEach((name, method) -> {
            var type = MAPPER.constructType(method.getGenericReturnType());
            if (type.isRecordType()) {
                answers.put(name, type);
            }
        });
        return answers;
    }

    private static JsonNode read() {
        try (var in = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.json")) {
            return MAPPER.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
