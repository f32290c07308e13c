package org.pizzaorders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pizzaorders.web.json.Json;
import org.pizzaorders.web.query.KnownParameters;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the written document and the resources to each other. */
class OpenApiTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ApiDocument document = ApiDocument.read();

    @Test
    void hasEveryOperationOfTheResourcesAndNoOther() {
        assertThat(document.operations().keySet())
                .containsExactlyInAnyOrderElementsOf(ApiMethods.methods().keySet());
    }

    @Test
    void saysOfEachOperationWhatItIsFor() {
        var ids = new TreeSet<String>();

        document.operations().forEach((name, operation) -> {
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
        document.eachBody(bodies::put);

        assertThat(bodies).hasSizeGreaterThan(20);
        bodies.forEach((where, body) ->
                assertThat(body.path("example").isObject()).as(where).isTrue());
    }

    @Test
    void describesTheProblemsOfEveryCall() {
        document.operations().forEach((name, operation) -> {
            assertThat(operation.path("responses").propertyNames()).as(name).contains("400", "405", "500");
            if (operation.has("requestBody")) {
                assertThat(operation.path("responses").propertyNames()).as(name).contains("413", "415");
            }
        });
    }

    @Test
    void givesRequestsThatAreReadAsTheyStand() {
        ApiMethods.methods()
                .forEach((name, method) -> ApiMethods.body(method).ifPresent(type -> {
                    var example =
                            ApiDocument.example(document.operations().get(name).path("requestBody"));

                    assertThat(MAPPER.<Object>treeToValue(example, type))
                            .as(name)
                            .isNotNull();
                }));
    }

    @Test
    void givesAnswersThatHaveAllFieldsAndNoOther() {
        var answers = ApiMethods.answers();

        assertThat(answers).hasSizeGreaterThan(8);
        answers.forEach((name, type) -> {
            var example = ApiDocument.example(
                    ApiDocument.success(document.operations().get(name)));
            var written = MAPPER.readTree(Json.bytes(MAPPER.<Object>treeToValue(example, type)));

            assertThat(written).as(name).isEqualTo(example);
        });
    }

    @Test
    void describesTheFieldsOfItsExamples() {
        document.eachBody(
                (where, body) -> assertThat(document.undescribed(body.path("schema"), body.path("example"), "$"))
                        .as(where)
                        .isEmpty());
    }

    @Test
    void hasNoBrokenReferences() {
        document.root()
                .findValues("$ref")
                .forEach(ref -> assertThat(document.at(ref).isMissingNode())
                        .as(ref.asString())
                        .isFalse());
    }

    @Test
    void namesTheQueryParametersThatEachOperationTakesAndNoOther() {
        ApiMethods.methods().forEach((name, method) -> {
            var described = document.operations()
                    .get(name)
                    .path("parameters")
                    .valueStream()
                    .map(document::resolve)
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
        document.operations().values().forEach(operation -> {
            document.reached(operation.path("requestBody"), requests);
            document.reached(operation.path("responses"), answers);
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
        assertThat(document.root().findValues("required"))
                .noneMatch(required -> required.isArray() && required.isEmpty());
        assertThat(document.root().findParents("nullable")).allMatch(schema -> schema.has("type"));
        assertThat(document.root().findParents("nullable"))
                .filteredOn(schema -> schema.has("enum"))
                .allMatch(schema -> schema.path("enum").valueStream().anyMatch(JsonNode::isNull));
        assertThat(document.root().findParents("nullable"))
                .filteredOn(schema -> schema.has("allOf"))
                .allMatch(
                        schema -> document.resolve(schema.path("allOf").get(0)).has("nullable"));
    }
}
